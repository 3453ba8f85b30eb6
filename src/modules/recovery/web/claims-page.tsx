import { Button } from 'antd'
import { useState } from 'react'
import { minuteOf } from '../../../kernel/clock.ts'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { useHeld } from '../../../web/held.ts'
import { Code } from '../../../web/ui/code-field.tsx'
import { ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { Facts } from '../../../web/ui/facts.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { elapsed, Time } from '../../../web/ui/time.tsx'
import { useActor } from '../../../web/session.ts'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { caseNumberGroups } from '../number.ts'
import { toneOf } from './tone.ts'

type Claim = OutputOf<typeof recoveryContract.claims>[number]

/** E12: who claims this account, and the right to object before anything is handed over. */
export default function ClaimsPage() {
  const t = useWords()
  const actor = useActor()
  const asked = useAsk(recoveryContract.claims, {}, { fresh: true, every: 60_000 })
  const [objecting, setObjecting] = useState<Claim | null>(null)
  return (
    <>
      <PageTitle title={t('recovery.title.claims')} mandate={actor?.mandate?.scopeName} lead={t('recovery.claims.lead')} />
      <Loaded of={asked}>{(claims) => claims.length === 0
        ? <Sheet width="reading"><p>{t('recovery.claims.empty')}</p></Sheet>
        : claims.map((c) => <ClaimSheet key={c.id} c={c} object={() => setObjecting(c)} />)}</Loaded>
      {objecting && <ObjectDialog shown={objecting} close={() => setObjecting(null)} />}
    </>
  )
}

function ClaimSheet({ c, object }: { c: Claim; object: () => void }) {
  const t = useWords()
  return (
    <Sheet width="reading" title={<><Code of={c.number} groups={caseNumberGroups} /> <StateTag word={t(`recovery.state.${c.state}`)} tone={toneOf(c.state)} /></>}>
      <Facts rows={[
        { label: t('recovery.field.name'), value: c.claimant },
        { label: t('recovery.field.cause'), value: t(`recovery.cause.${c.cause}`) },
        { label: t('recovery.field.openedAt'), value: <Time at={c.openedAt} /> },
        ...(c.waiting ? [{ label: t('web.waiting.with'), value: <>{t(`recovery.with.${c.waiting.with}`)} · {elapsed(t, c.waiting.since)}</> }] : []),
        ...(c.objection ? [{ label: t('recovery.field.objection'), value: <span className="given">{c.objection}</span> }] : []),
      ]} />
      {c.isOverruled && <Notice tone="warn" title={t('recovery.event.overruled')}><span className="given">{c.note}</span></Notice>}
      {c.objectionUntil && <Notice tone="warn">{t('recovery.claims.window', { until: minuteOf(new Date(c.objectionUntil)) })}</Notice>}
      {c.can.includes('object') && <p className="deeds"><Button danger onClick={object}>{t('recovery.verb.object')}</Button><span className="quiet">{t('recovery.claims.agree')}</span></p>}
    </Sheet>
  )
}

function ObjectDialog({ shown, close }: { shown: Claim; close: () => void }) {
  const t = useWords()
  const c = useHeld(shown)
  const object = useDeed(recoveryContract.object)
  return (
    <ReasonDialog
      open danger title={t('recovery.object.title')} verb={t('recovery.verb.object')} hint={t('recovery.object.hint')} close={close}
      act={(reason) => object.do({ id: c.id, version: c.version, reason })}
    >
      <p>{t('recovery.object.text')}</p>
    </ReasonDialog>
  )
}
