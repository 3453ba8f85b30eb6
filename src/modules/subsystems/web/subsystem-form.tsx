import { useNavigate } from '@tanstack/react-router'
import { Button, InputNumber } from 'antd'
import type { ServerForm as Filling } from '../../../web/server-form.ts'
import { RadioField, TextAreaField, TextField } from '../../../web/ui/fields.tsx'
import { Field, FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { useWords } from '../../../web/words.ts'
import { address } from '../fields.ts'
import { LinesField } from './lines-field.tsx'

/** What the platform's desk says of a subsystem; the code is given once. */
export function SubsystemForm({ form, verb, isNew = false }: { form: Filling; verb: string; isNew?: boolean }) {
  const t = useWords()
  const navigate = useNavigate()
  const field = (name: string, key: string) => ({ name, label: t(`subsystems.desk.${key}`) })
  return (
    <ServerForm form={form}>
      {isNew && <TextField {...field('code', 'code')} hint={t('subsystems.desk.code.hint')} maxLength={40} />}
      <TextField {...field('name', 'name')} maxLength={40} />
      <TextField {...field('nameEn', 'name_en')} hint={t('subsystems.desk.name_en.hint')} maxLength={100} optional />
      <TextAreaField {...field('about', 'about')} hint={t('subsystems.desk.about.hint')} rows={2} maxLength={200} optional />
      <TextAreaField {...field('aboutEn', 'about_en')} rows={2} maxLength={400} optional />
      <RadioField {...field('openTo', 'open_to')} options={(['granted', 'everybody'] as const).map((value) => ({ value, label: t(`subsystems.desk.open_to.${value}`), hint: t(`subsystems.desk.open_to.${value}.hint`) }))} />
      <TextField {...field('entryUrl', 'entry_url')} hint={t('subsystems.desk.entry_url.hint')} maxLength={500} />
      <LinesField check={address} {...field('redirectUris', 'redirect_uris')} hint={t('subsystems.desk.redirect_uris.hint')} />
      <LinesField check={address} {...field('logoutUris', 'logout_uris')} hint={t('subsystems.desk.logout_uris.hint')} rows={2} optional />
      <TextField {...field('backchannelLogoutUri', 'backchannel')} hint={t('subsystems.desk.backchannel.hint')} maxLength={500} optional />
      <Field {...field('sort', 'sort')} hint={t('subsystems.desk.sort.hint')}>{({ status: _, ...w }) => <InputNumber {...w} min={0} max={9999} precision={0} />}</Field>
      <FormDeeds verb={verb}><Button size="large" onClick={() => void navigate({ to: '/platform/subsystems' })}>{t('subsystems.desk.back')}</Button></FormDeeds>
    </ServerForm>
  )
}
