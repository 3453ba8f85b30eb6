import { Button, Checkbox, Input } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useDeed } from '../../../web/ask.ts'
import { useHeld } from '../../../web/held.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import { registrationFields, type RegistrationField } from '../fields.ts'
import { useNames } from './choices.ts'
import type { Decide, Review } from './review-item.tsx'

const presets: Partial<Record<RegistrationField, string>> = {
  name: 'name', creditCode: 'creditCode', legalRepresentative: 'legalRepresentative', registeredAddress: 'address', licence: 'licence',
}

/** 退回: a tick at a field opens its reason, with the licence still beside it (S1-55). */
export function ReturnForm({ review, decide, leave }: { review: Review; decide: Decide; leave: () => void }) {
  const t = useWords()
  const r = useHeld(review)
  const deed = useDeed(unitsContract.return)
  const [reasons, setReasons] = useState<Partial<Record<RegistrationField, string>>>({})
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const top = useRef<HTMLHeadingElement>(null)
  const value = useValues(r)
  useEffect(() => top.current?.focus(), [])
  const ticked = registrationFields.filter((field) => reasons[field] !== undefined)
  const empty = ticked.filter((field) => !reasons[field]?.trim())
  const nothing = ticked.length === 0 && !note.trim()
  const put = (field: RegistrationField, reason: string | undefined) => setReasons((all) => ({ ...all, [field]: reason }))
  const send = async () => {
    setTried(true)
    if (nothing || empty.length > 0) return
    const marks = ticked.map((field) => ({ field, reason: reasons[field]?.trim() ?? '' }))
    await decide(deed.do({ id: r.id, version: r.version, marks, note: note.trim() }), t('units.review.done.return', { name: r.form.name ?? '' }))
  }
  const refusedAt = (field: RegistrationField) => deed.refusal?.fields[`marks.${ticked.indexOf(field)}.reason`]?.sentence
  return (
    <section className="sheet">
      <div className="sheet-head"><h2 ref={top} tabIndex={-1}>{t('units.review.return.title')}</h2></div>
      <p className="lead">{t('units.review.return.text')}</p>
      {deed.refusal && Object.keys(deed.refusal.fields).length === 0 && <Notice tone="bad" live>{deed.refusal.detail}</Notice>}
      {tried && nothing && <p className="error" role="alert">{t('review.marks_required')}</p>}
      {registrationFields.map((field) => (
        <MarkRow
          key={field} field={field} value={value(field)} reason={reasons[field]} put={(reason) => put(field, reason)}
          error={tried && empty.includes(field) ? t('review.reason_required') : refusedAt(field)}
        />
      ))}
      <div className="field spaced">
        <label htmlFor="return-note">{t('units.review.return.note')}<span className="optional">{t('web.optional')}</span></label>
        <Input.TextArea id="return-note" rows={3} maxLength={500} showCount value={note} onChange={(e) => setNote(e.target.value)} />
        {deed.refusal?.fields.note && <p className="error" role="alert">{deed.refusal.fields.note.sentence}</p>}
      </div>
      <div className="stay">
        <Button type="primary" loading={deed.busy} onClick={() => void send()}>{t('units.verb.return')}</Button>
        <Button onClick={leave}>{t('web.cancel')}</Button>
        {ticked.length > 0 && <span className="deed-hint">{t('units.review.return.count', { n: ticked.length })}</span>}
      </div>
    </section>
  )
}

function MarkRow({ field, value, reason, put, error }: {
  field: RegistrationField
  value: ReactNode
  reason: string | undefined
  put: (reason: string | undefined) => void
  error?: string | undefined
}) {
  const t = useWords()
  const label = t(`units.field.${field}`)
  const preset = presets[field] && t(`units.review.quick.${presets[field]}`)
  return (
    <div className={error ? 'mark-row wrong' : 'mark-row'}>
      <Checkbox checked={reason !== undefined} onChange={(e) => put(e.target.checked ? '' : undefined)} aria-label={t('units.review.return.mark', { field: label })}>
        <b>{label}</b> <span className="quiet">{value}</span>
      </Checkbox>
      {reason !== undefined && (
        <>
          {preset && <p className="presets"><Button size="small" onClick={() => put(preset)}>{preset}</Button></p>}
          <Input.TextArea
            autoFocus rows={2} maxLength={500} value={reason} onChange={(e) => put(e.target.value)} aria-label={t('units.review.return.reason', { field: label })}
            aria-invalid={error ? true : undefined} status={error ? 'error' : undefined}
          />
        </>
      )}
      {error && <p className="error" role="alert">{error}</p>}
    </div>
  )
}

/** What stands in a field now, in words. */
function useValues(r: Review): (field: RegistrationField) => string {
  const names = useNames(r.submittedAt?.slice(0, 10))
  const { form } = r
  return (field) => {
    switch (field) {
      case 'legalNature': return names.nature(form.legalNature)
      case 'legalType': return names.type(form.legalType)
      case 'authorityId': return names.authority(form.authorityId)
      case 'registeredDistrict': case 'locatedDistrict': return names.district(form[field])
      case 'contactName': return r.contact.name
      case 'licence': return r.licence?.name ?? ''
      default: return form[field] ?? ''
    }
  }
}
