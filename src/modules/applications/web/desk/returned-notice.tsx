import { Notice } from '../../../../web/ui/notice.tsx'
import { Time } from '../../../../web/ui/time.tsx'
import { useWords } from '../../../../web/words.ts'
import { useReasons } from '../reasons.ts'
import { LeaderGone } from '../decide/leader-gone.tsx'
import type { Opened, ShownDecision } from './shown.ts'

/** A decision as it was given: coded reasons, text, marked fields. */
export function DecisionText({ decision: d, labelOf }: { decision: ShownDecision; labelOf: (field: string) => string }) {
  const t = useWords()
  const reasons = useReasons()
  const event = d.outcome === 'not_accepted' ? 'not_accepted' : 'returned'
  return (
    <>
      {reasons.shown(d, event).map((one) => <p key={one} className="given">{one}</p>)}
      {d.marks.length > 0 && (
        <ul>{d.marks.map((mark) => <li key={mark.field}>{t('web.pair', { label: labelOf(mark.field), value: [...mark.codes.map((code) => reasons.word(code, event)), mark.note].filter(Boolean).join(t('applications.desk.and')) })}</li>)}</ul>
      )}
      {d.actedFor && <p className="quiet">{t(`applications.acted_for.${d.actedFor}`)}</p>}
    </>
  )
}

/** What a desk should know before it reads: the last return and its marks (N7), a vacant department (E36), the reader's own application (E56). */
export function BeforeReading({ application: a, labelOf }: { application: Opened; labelOf: (field: string) => string }) {
  const t = useWords()
  const last = a.decisions.find((one) => one.undoneAt === null)
  const own = a.leader.isSelf
  return (
    <>
      <LeaderGone application={a} />
      {own && <Notice tone="warn" title={t('applications.desk.own')}>{t('applications.desk.own.text')}</Notice>}
      {a.state === 'draft' && <Notice>{t('applications.desk.draft')}</Notice>}
      {last && last.outcome !== 'passed' && (
        <Notice
          tone={last.outcome === 'accepted' ? 'good' : last.revision < a.revision ? 'plain' : 'bad'}
          title={<>{t(`applications.desk.decided.${last.outcome}`, { desk: last.desk })} <span className="quiet">{last.by} <Time at={last.at} /></span></>}
        ><DecisionText decision={last} labelOf={labelOf} />{a.isFast && <p className="quiet">{t('applications.desk.fast.text')}</p>}</Notice>
      )}
      {a.department?.isVacant && <Notice tone="warn">{t('applications.desk.department.vacant', { name: a.secondaryUnit?.name ?? '' })}</Notice>}
      {a.department && a.department.isSilent && !a.department.isVacant && <Notice tone="warn">{t('applications.desk.department.silent', { name: a.secondaryUnit?.name ?? '' })}</Notice>}
      {a.department && !a.department.isActive && <Notice tone="warn">{t('applications.desk.department.closed', { name: a.secondaryUnit?.name ?? '' })}</Notice>}
    </>
  )
}
