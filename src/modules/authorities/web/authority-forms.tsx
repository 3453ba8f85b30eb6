import { Button, InputNumber } from 'antd'
import { useMemo } from 'react'
import { districts } from '../../../codes/region.ts'
import { useServerForm } from '../../../web/server-form.ts'
import { Field, FormDeeds, ServerForm } from '../../../web/ui/form.tsx'
import { SelectField, TextField } from '../../../web/ui/fields.tsx'
import { useAsk } from '../../../web/ask.ts'
import { useLang, useWords } from '../../../web/words.ts'
import { listsContract } from '../../lists/contract.ts'
import { authoritiesContract } from '../contract.ts'
import { choicesOf, type AtDesk } from './tree.ts'

interface Props {
  close: () => void
  done: (name: string) => void
}

/** A new authority below another one; the first of all is the bureau. */
export function AddForm({ tree, below, close, done }: Props & { tree: readonly AtDesk[]; below: AtDesk | undefined }) {
  const t = useWords()
  const lang = useLang()
  const first = tree.length === 0
  const form = useServerForm(authoritiesContract.add, {
    initial: { kind: first ? ('bureau' as const) : ('municipal' as const), parentId: below?.id ?? null, sort: 0 },
    shape: (typed) => ({ ...typed, parentId: typed.parentId ?? null }),
    done: (): void => done(String(form.store.getFieldValue('name'))),
  })
  const kinds = (first ? ['bureau'] : ['municipal', 'district']).map((value) => ({ value, label: t(`authorities.kind.${value}`) }))
  return (
    <ServerForm form={form}>
      <SelectField name="kind" label={t('authorities.kind')} options={kinds} />
      {!first && <SelectField name="parentId" label={t('authorities.parent')} options={choicesOf(tree.filter((one) => one.isOpen && one.kind !== 'district'), lang)} />}
      <Facts />
      <FormDeeds verb={t('authorities.add')}><Button size="large" onClick={close}>{t('authorities.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}

export function ChangeForm({ row, close, done }: Props & { row: AtDesk }) {
  const t = useWords()
  const form = useServerForm(authoritiesContract.change, {
    initial: { name: row.name, nameEn: row.nameEn, region: row.region, sort: row.sort, contactPhone: row.contactPhone },
    fixed: { id: row.id, version: row.version },
    done: (): void => done(String(form.store.getFieldValue('name'))),
  })
  return (
    <ServerForm form={form}>
      <Facts />
      <FormDeeds verb={t('authorities.save')}><Button size="large" onClick={close}>{t('authorities.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}

export function MoveForm({ row, tree, close, done }: Props & { row: AtDesk; tree: readonly AtDesk[] }) {
  const t = useWords()
  const lang = useLang()
  const form = useServerForm(authoritiesContract.move, {
    initial: { parentId: row.parentId ?? undefined }, fixed: { id: row.id, version: row.version }, done: () => done(row.name),
  })
  const options = choicesOf(tree.filter((one) => one.isOpen && one.kind !== 'district' && one.id !== row.id), lang)
  return (
    <ServerForm form={form}>
      <SelectField name="parentId" label={t('authorities.parent')} hint={t('authorities.move.hint')} options={options} />
      <FormDeeds verb={t('authorities.move')}><Button size="large" onClick={close}>{t('authorities.cancel')}</Button></FormDeeds>
    </ServerForm>
  )
}

/** What an authority is called, where it is and how to reach it. */
function Facts() {
  const t = useWords()
  return (
    <>
      <TextField name="name" label={t('authorities.name')} maxLength={100} />
      <TextField name="nameEn" label={t('authorities.name_en')} hint={t('authorities.name_en.hint')} maxLength={200} optional />
      <SelectField name="region" label={t('authorities.region')} hint={t('authorities.region.hint')} options={useDistricts()} placeholder={t('authorities.region.none')} optional />
      <TextField name="contactPhone" label={t('authorities.contact_phone')} hint={t('authorities.contact_phone.hint')} inputMode="tel" maxLength={60} optional />
      <Field name="sort" label={t('authorities.sort')} hint={t('authorities.sort.hint')}>{(w) => <InputNumber {...w} min={0} max={9999} precision={0} />}</Field>
    </>
  )
}

function useDistricts() {
  const lang = useLang()
  const list = useAsk(listsContract.choices, { id: districts.id })
  return useMemo(() => (list.value?.items ?? []).map((item) => ({ value: item.code, label: lang === 'en' && item.nameEn ? item.nameEn : item.name })), [list.value, lang])
}
