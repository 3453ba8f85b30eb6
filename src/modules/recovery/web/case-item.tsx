import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { minuteOf } from '../../../kernel/clock.ts'
import type { OutputOf } from '../../../kernel/contract.ts'
import { fetchFile, linkTo, type Answer } from '../../../web/client.ts'
import { holds } from '../../../kernel/actor.ts'
import { useActor } from '../../../web/session.ts'
import { Code } from '../../../web/ui/code-field.tsx'
import { DocumentPreview } from '../../../web/ui/document-preview.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { elapsed, Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { caseNumberGroups } from '../number.ts'
import { holderOf } from '../recovery-case.ts'
import { CaseBar } from './case-bar.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CaseHistory } from './case-history.tsx'
import { KeeperPart } from './keeper-part.tsx'

export type Case = OutputOf<typeof recoveryContract.case>

/** Sends one deed of the desk and shows how it ended; null where the page shows it itself. */
export type Decide = <T>(answer: Promise<Answer<T>>, done: string) => Promise<Answer<T> | null>

export function CaseItem({ c, again }: { c: Case; again: () => void }) {
  const t = useWords()
  const isSupport = holds(useActor(), 'support_officer')
  const [done, setDone] = useState<string | null>(null)
  const [overtaken, setOvertaken] = useState(false)
  const decide: Decide = async (pending, said) => {
    setOvertaken(false)
    const answer = await pending
    if (answer.ok) setDone(said)
    else {
      again()
      if (answer.refusal.code !== 'overtaken') return answer
      setOvertaken(true)
      return null
    }
    return answer
  }
  // How it ended stands on top, wherever one pressed.
  useEffect(() => {
    if (done !== null || overtaken) scrollTo({ top: 0 })
  }, [done, overtaken])
  return (
    <>
      {done && <Notice tone="good" live>{done}</Notice>}
      {overtaken && <Notice tone="warn" live title={t('recovery.overtaken', { state: t(`recovery.state.${c.state}`) })}>{t('recovery.overtaken.text')}</Notice>}
      {!done && <Remarks c={c} />}
      <div className="review">
        <div>
          <CaseFacts c={c} />
          {isSupport || c.state === 'verified' ? <KeeperPart c={c} /> : null}
        </div>
        <section className="sheet evidence">
          <h2 className="sr">{t('recovery.field.evidence')}</h2>
          {c.evidence ? <Evidence caseId={c.id} evidence={c.evidence} /> : <p className="quiet">{t('recovery.case.no_evidence')}</p>}
        </section>
        <div className="sheet history"><CaseHistory entries={c.timeline} nobody={t('recovery.by.platform')} /></div>
      </div>
      <CaseBar c={c} decided={done !== null} decide={decide} />
    </>
  )
}

/** What has to be known before one decides, each with who may do what about it. */
function Remarks({ c }: { c: Case }) {
  const t = useWords()
  const holder = holderOf(c.state)
  return (
    <>
      {holder && <p className="lead waiting-line">{t('recovery.case.waiting', { who: t(`recovery.with.${holder}`) })} <Time at={c.stateSince} /> · {elapsed(t, c.stateSince)}</p>}
      {c.state === 'objected' && <Notice tone="bad" title={t('recovery.case.objection')}><span className="given">{c.objection}</span></Notice>}
      {c.isOverruled && c.state !== 'objected' && c.objection && <Notice tone="warn" title={t('recovery.case.overruled')}><span className="given">{c.objection}</span></Notice>}
      {c.objectionUntil && <Notice tone="warn">{t('recovery.case.window', { until: minuteOf(new Date(c.objectionUntil)) })}</Notice>}
      {c.keeperChanged && <Notice tone="bad">{t('recovery.keeper_changed')}</Notice>}
      {c.state === 'submitted' && c.note && <Notice tone="warn" title={t('recovery.case.last_word')}><span className="given">{c.note}</span></Notice>}
      {c.bar && <Notice tone="warn">{t(`recovery.bar.${c.bar}`)}</Notice>}
      {c.others.length > 0 && (
        <Notice tone="warn" title={t('recovery.case.others', { n: c.others.length })}>
          <ul>{c.others.map((o) => <li key={o.id}><Link to={`/recovery/cases/${o.id}`}><Code of={o.number} groups={caseNumberGroups} /></Link> {t(`recovery.state.${o.state}`)} · <Time at={o.openedAt} /></li>)}</ul>
        </Notice>
      )}
      {c.state === 'refused' && c.reasonCode && <Notice tone="still" title={t(`recovery.reason.${c.reasonCode}`)}><span className="given">{c.note}</span></Notice>}
      {c.erasedAt && <Sheet><p className="quiet">{t('recovery.case.erased')} <Time at={c.erasedAt} /></p></Sheet>}
    </>
  )
}

/** The scan, drawn by us: an image re-encoded by the server, a PDF page by page on a canvas (D24). */
function Evidence({ caseId, evidence }: { caseId: string; evidence: NonNullable<Case['evidence']> }) {
  const load = useCallback(() => fetchFile(recoveryContract.evidence, { id: caseId, as: 'preview' }), [caseId])
  return <DocumentPreview load={load} kind={evidence.kind === 'pdf' ? 'pdf' : 'image'} name={evidence.name} download={linkTo(recoveryContract.evidence, { id: caseId })} />
}
