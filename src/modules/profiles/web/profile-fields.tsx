import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useForm } from '../../../web/server-form.ts'
import { DateField } from '../../../web/ui/date-field.tsx'
import { RadioField, SelectField, TextField } from '../../../web/ui/fields.tsx'
import { FixedField } from '../../../web/ui/form.tsx'
import { useWords } from '../../../web/words.ts'
import { isAskedOfCitizens, type ReviewedField } from '../fields.ts'
import { useDocumentTypes, useList } from './lists.ts'
import { ReviewMark } from './review-mark.tsx'
import type { Mine } from './shown.ts'
import { derivedNow, isDerived, type Typed } from './typed.ts'

/** S2-67 to S2-69: who somebody is; sex and birth date by the number of an identity card, locked (E42). */
export function IdentityFields({ mine, typed, isLocked, remark }: { mine: Mine; typed: Typed; isLocked: boolean; remark: string | undefined }) {
  const t = useWords()
  const nationalities = useList('nationality')
  const ethnicGroups = useList('ethnic_group')
  const politicalStatuses = useList('political_status')
  const derived = derivedNow(mine, typed)
  const isFixed = isDerived(mine, typed)
  const isCitizen = isAskedOfCitizens(typed.plain.nationality ?? null)
  const source = t('profiles.derived')
  return (
    <>
      <FixedField label={t('profiles.field.name')} value={mine.account.name} source={t('profiles.account.source')} />
      {isFixed
        ? <FixedField label={t('profiles.field.sex')} value={derived && t(`profiles.sex.${derived.sex}`)} source={source} />
        : <RadioField name="plain.sex" label={t('profiles.field.sex')} options={[{ value: '1', label: t('profiles.sex.1') }, { value: '2', label: t('profiles.sex.2') }]} />}
      <SelectField name="plain.nationality" label={t('profiles.field.nationality')} options={nationalities.options} />
      {isCitizen ? <SelectField name="plain.ethnicGroup" label={t('profiles.field.ethnicGroup')} options={ethnicGroups.options} optional /> : <Gap />}
      {isCitizen && <SelectField name="plain.politicalStatus" label={t('profiles.field.politicalStatus')} options={politicalStatuses.options} optional />}
      {isCitizen && <Gap />}
      {!isLocked && <DocumentFields mine={mine} typed={typed} remark={remark} />}
      {isFixed
        ? <FixedField label={t('profiles.field.birthDate')} value={derived?.birthDate} source={source} />
        : <DateField name="plain.birthDate" label={t('profiles.field.birthDate')} />}
    </>
  )
}

const Gap = () => <div className="field gap" aria-hidden="true" />

/** 证件: what the platform holds stays unless it is changed; a number that was sent back is typed again. */
function DocumentFields({ mine, typed, remark }: { mine: Mine; typed: Typed; remark: string | undefined }) {
  const t = useWords()
  const form = useForm()
  const types = useDocumentTypes()
  // Of what is not in force the platform gives no number back, not even to its owner.
  const wasChanged = mine.latest !== null && mine.document !== null && mine.latest.document !== mine.document.number
  const [changing, setChanging] = useState(() => !mine.document || wasChanged || Boolean(typed.reviewed.document))
  if (!changing && mine.document) {
    return (
      <>
        <FixedField label={t('profiles.field.documentType')} value={types.nameOf(mine.document.type)} />
        <div className="field fixed">
          <span className="label">{t('profiles.field.document')}</span>
          <p><span className="code">{mine.document.number}</span></p>
          <p><Button size="small" onClick={() => setChanging(true)}>{t('profiles.document.change')}</Button> <ReviewMark remark={remark} /></p>
        </div>
      </>
    )
  }
  const keep = () => {
    form.store.setFieldValue(['reviewed', 'document'], '')
    form.blame('reviewed.document', null)
    form.touch('reviewed.document')
    setChanging(false)
  }
  return (
    <>
      <SelectField name="reviewed.documentType" label={t('profiles.field.documentType')} options={types.options} />
      <TextField
        name="reviewed.document" label={t('profiles.field.document')} maxLength={60} hint={t(mine.document && wasChanged ? 'profiles.hint.document.again' : 'profiles.hint.document')}
        optional={mine.document !== null}
        below={<><ReviewMark remark={remark} />{mine.document && <Button type="link" size="small" onClick={keep}>{t('profiles.document.keep', { number: mine.document.number })}</Button>}</>}
      />
    </>
  )
}

/** S2-72, S2-73 */
export function EducationFields({ remark }: { remark: (field: ReviewedField) => string | undefined }) {
  const t = useWords()
  const mark = (field: ReviewedField) => <ReviewMark remark={remark(field)} />
  return (
    <>
      <SelectField name="reviewed.education" label={t('profiles.field.education')} options={useList('education_choice').options} below={mark('education')} />
      <SelectField name="reviewed.degree" label={t('profiles.field.degree')} options={useList('degree_choice').options} below={mark('degree')} />
      <SelectField name="reviewed.title" label={t('profiles.field.title')} options={useList('title_level').options} below={mark('title')} />
      <TextField name="reviewed.position" label={t('profiles.field.position')} maxLength={50} optional below={mark('position')} />
      <TextField name="plain.specialty" label={t('profiles.field.specialty')} maxLength={50} optional />
    </>
  )
}

/** S2-74: 手机 and Email are the account's, changed there by a code (E43). */
export function ContactFields({ mine }: { mine: Mine }) {
  const t = useWords()
  return (
    <>
      <FixedField label={t('profiles.field.phone')} value={<><span className="code">{mine.account.phone}</span> <Link to="/account" className="link inline">{t('profiles.account.change')}</Link></>} source={t('profiles.account.source.contact')} />
      <FixedField label={t('profiles.field.mail')} value={mine.account.mail} source={t('profiles.account.source.contact')} />
      <TextField name="plain.officePhone" label={t('profiles.field.officePhone')} hint={t('profiles.hint.officePhone')} maxLength={30} inputMode="tel" optional />
      <TextField name="plain.qq" label={t('profiles.field.qq')} maxLength={12} inputMode="numeric" optional />
      <TextField name="plain.wechat" label={t('profiles.field.wechat')} maxLength={20} optional />
    </>
  )
}
