import { useId, type ReactNode } from 'react'
import { fieldId } from '../../../../web/ui/field-id.ts'
import { useWords } from '../../../../web/words.ts'
import type { Finding } from '../../form/check.ts'
import type { Field } from '../../form/definition.ts'
import { isShort } from './short.ts'
import { useSaid } from './said.ts'
import './form.css'

/** What ties a control to its label, its hint and its errors. */
export interface Wiring {
  id: string
  labelId: string
  describedBy: string | undefined
  isWrong: boolean
  isRequired: boolean
}

/** Kinds that are several controls under one label, or none that a label could point at. */
const groups = new Set<Field['kind']>(['choices', 'yesno', 'table', 'members', 'files', 'period', 'rich', 'fact', 'commitment'])

export function useFindingWords(): (finding: Finding) => string {
  const t = useWords()
  const said = useSaid()
  return (finding) => (finding.sentence ? said(finding.sentence) : t(finding.code, finding.params))
}

/** Label above, hint under it, control, then what is wrong with it; all tied together for screen readers. */
export function FieldFrame({ field, findings, remark, unlocked, isClosed, below, children }: {
  field: Exclude<Field, { kind: 'note' }>
  /** Of the field as a whole; those of cells stand in the table. */
  findings: readonly Finding[]
  /** Why it was returned, as the desk wrote it. */
  remark?: ReactNode
  /** Of a returned application: this one may be changed. */
  unlocked?: boolean
  isClosed?: boolean
  below?: ReactNode
  children: (wiring: Wiring) => ReactNode
}) {
  const t = useWords()
  const said = useSaid()
  const inWords = useFindingWords()
  const own = useId()
  const id = fieldId(field.id)
  const isInCell = (one: Finding) => field.kind === 'table' && one.row !== undefined
  const wrong = findings.filter((one) => one.severity === 'error' && !isInCell(one))
  const warned = findings.filter((one) => one.severity === 'warning')
  const inCells = findings.some((one) => one.severity === 'error' && isInCell(one))
  const isWrong = wrong.length > 0
  const isGroup = groups.has(field.kind) || isShort(field)
  const describedBy = [field.help && `${own}h`, remark && `${own}r`, isWrong && `${own}e`, warned.length > 0 && `${own}w`].filter(Boolean).join(' ') || undefined
  const wiring: Wiring = { id, labelId: `${own}l`, describedBy, isWrong, isRequired: field.required }
  const asks = !isClosed && field.kind !== 'fact'
  const star = !asks ? null : field.required
    ? <><span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></>
    : <span className="optional">{t('web.optional')}</span>
  const label = <>{said(field.label)}{star}</>
  return (
    <div
      className={`field form-field of-${field.kind}${isWrong || inCells ? ' wrong' : ''}${unlocked ? ' unlocked' : ''}`} data-field={field.id}
      {...(isGroup && { role: 'group', 'aria-labelledby': `${own}l`, 'aria-describedby': describedBy })}
    >
      {isGroup || isClosed ? <span className="label" id={`${own}l`}>{label}</span> : <label htmlFor={id} id={`${own}l`}>{label}</label>}
      {field.help && asks && <p className="hint" id={`${own}h`}>{said(field.help)}</p>}
      {remark && <div className="field-remark" id={`${own}r`}>{remark}</div>}
      {children(wiring)}
      {isWrong && <div className="error" id={`${own}e`}>{wrong.map((one, i) => <p key={i}>{inWords(one)}</p>)}</div>}
      {warned.length > 0 && <div className="warning" id={`${own}w`}>{warned.map((one, i) => <p key={i}>{inWords(one)}</p>)}</div>}
      {below}
    </div>
  )
}
