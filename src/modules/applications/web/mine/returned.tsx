import { endOf } from '../../../../kernel/clock.ts'
import type { ReactNode } from 'react'
import type { Translate } from '../../../../kernel/words.ts'
import { Notice } from '../../../../web/ui/notice.tsx'
import { Time } from '../../../../web/ui/time.tsx'
import { useWords } from '../../../../web/words.ts'
import type { Field } from '../../../calls/form/definition.ts'
import { useSaid } from '../../../calls/web/parts.ts'
import { useReasons } from '../reasons.ts'
import { tooLate, untilOf, type Shown } from './shown.ts'

type Mark = Shown['marks'][number]

const reasons = (t: Translate, codes: readonly string[]) => codes.map((code) => t(`applications.reason.${code}`)).join(t('applications.mine.and'))

/** Beside a field: why it was returned, or why it could not be saved. */
export function markRemarks(t: Translate, marks: readonly Mark[], unkept: Readonly<Record<string, { code: string; params: Record<string, string | number> }>>): Map<string, ReactNode> {
  const remarks = new Map<string, ReactNode>()
  for (const { field, codes, note } of marks) remarks.set(field, t('applications.mine.returned.mark', { reason: [reasons(t, codes), note].filter(Boolean).join(t('applications.mine.colon')) }))
  for (const [field, { code, params }] of Object.entries(unkept)) remarks.set(field, t('applications.mine.unkept', { why: t(code, params) }))
  return remarks
}

/** 退回待修改: by whom, when, why, what may be changed and until when. */
export function Returned({ shown, unlocked, fields, jump }: {
  shown: Shown
  /** What may be written now: the marked fields, and those that were opened since. */
  unlocked: ReadonlySet<string>
  fields: ReadonlyMap<string, Field>
  jump: (field: string) => void
}) {
  const t = useWords()
  const said = useSaid()
  const { shown: reasonsOf } = useReasons()
  const last = shown.decisions.find(({ outcome, undoneAt }) => outcome === 'returned' && undoneAt === null)
  // Also after a withdrawal only what was marked is open.
  if (!last || (shown.state !== 'returned' && shown.marks.length === 0)) return null
  const why = reasonsOf(last, 'returned')
  const [late, until] = [tooLate(shown), untilOf(shown)]
  const marked = shown.marks.map(({ field }) => field)
  const open = [...marked, ...[...unlocked].filter((id) => !marked.includes(id))]
  return (
    <Notice tone="warn" title={t(late ? 'applications.mine.returned.title.late' : 'applications.mine.returned.title', { desk: last.desk })}>
      <p><Time at={last.at} />{last.by && <> {last.by}</>}</p>
      {why.length > 0 && <p className="given">{t('applications.mine.returned.reason', { reason: why.length === 1 ? (why[0] ?? '') : '' })}</p>}
      {why.length > 1 && <ul>{why.map((one) => <li key={one} className="given">{one}</li>)}</ul>}
      {shown.marks.length > 0 && (
        <>
          <p>{t('applications.mine.returned.marks', { n: open.length })}</p>
          <ul>{open.map((id) => {
            const field = fields.get(id)
            return <li key={id}><button type="button" className="link" onClick={() => jump(id)}>{field ? said(field.label) : id}</button></li>
          })}</ul>
        </>
      )}
      {/* E10: another leader may change everything; what was marked is told to him all the same. */}
      {shown.marks.length === 0 && last.marks.length > 0 && (
        <ul>{[...markRemarks(t, last.marks, {})].map(([id, remark]) => {
          const field = fields.get(id)
          return <li key={id}><button type="button" className="link" onClick={() => jump(id)}>{field ? said(field.label) : id}</button> {remark}</li>
        })}</ul>
      )}
      {shown.marks.length === 0 && <p>{t('applications.mine.returned.all')}</p>}
      {until && !late && <p><b>{t('applications.mine.returned.until', { moment: endOf(until.at) })}</b></p>}
    </Notice>
  )
}
