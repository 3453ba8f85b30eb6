import { Button } from 'antd'
import type { Ref } from 'react'
import { useWords } from '../../../../web/words.ts'
import type { CallDocument } from '../../../calls/document.ts'
import type { Finding } from '../../../calls/form/check.ts'
import { useFindingWords, useSaid } from '../../../calls/web/parts.ts'

type Unkept = Readonly<Record<string, { field: string; code: string; params: Record<string, string | number> }>>

/** What the check says: errors, which keep it from being submitted, and warnings, which do not; each leads to its field. The desks see the same. */
export function CheckPanel({ ref, findings, unkept, document, jump, close }: {
  ref: Ref<HTMLDivElement>
  findings: readonly Finding[]
  /** Fields that could not be saved. */
  unkept: Unkept
  document: CallDocument
  jump: (finding: Pick<Finding, 'tab' | 'field' | 'row' | 'column'>) => void
  close: () => void
}) {
  const t = useWords()
  const said = useSaid()
  const inWords = useFindingWords()
  const labelOf = (id: string, columnId?: string) => {
    const field = document.form.tabs.flatMap((tab) => tab.fields).find((one) => one.id === id)
    const column = field?.kind === 'table' ? field.columns.find((one) => one.id === columnId) : undefined
    return [field ? said(field.label) : id, column && said(column.label)].filter(Boolean).join(' ')
  }
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const refused = Object.values(unkept)
  const isGood = errors.length === 0 && refused.length === 0
  const tabs = document.form.tabs.filter((tab) => errors.some((one) => one.tab === tab.id))
  const item = (one: Finding, i: number) => (
    <li key={i}><button type="button" className="link" onClick={() => jump(one)}>{t('web.pair', { label: labelOf(one.field, one.column), value: inWords(one) })}</button></li>
  )
  return (
    <section className={isGood ? 'check-panel good' : 'check-panel bad'} ref={ref} tabIndex={-1} aria-labelledby="check-title">
      <div className="sheet-head">
        <h2 id="check-title"><span role="status">{isGood ? t('applications.mine.check.good') : t('applications.mine.check.bad', { n: errors.length + refused.length })}</span></h2>
        <Button type="text" onClick={close}>{t('applications.mine.check.close')}</Button>
      </div>
      {refused.length > 0 && (
        <><h3>{t('applications.mine.check.unkept')}</h3><ul>{refused.map((one) => {
          const tab = document.form.tabs.find(({ fields }) => fields.some(({ id }) => id === one.field))?.id ?? ''
          return <li key={one.field}><button type="button" className="link" onClick={() => jump({ tab, field: one.field })}>{t('web.pair', { label: labelOf(one.field), value: t(one.code, one.params) })}</button></li>
        })}</ul></>
      )}
      {tabs.map((tab) => <div key={tab.id}><h3>{said(tab.label)}</h3><ul>{errors.filter((one) => one.tab === tab.id).map(item)}</ul></div>)}
      {warnings.length > 0 && <><h3>{t('applications.mine.check.warnings', { n: warnings.length })}</h3><p className="quiet">{t('applications.mine.check.warnings.text')}</p><ul>{warnings.map(item)}</ul></>}
    </section>
  )
}
