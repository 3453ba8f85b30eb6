import { Button } from 'antd'
import { minuteOf } from '../../../kernel/clock.ts'
import { useDeed } from '../../../web/ask.ts'
import { Facts } from '../../../web/ui/facts.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { Refused } from '../../../web/ui/refused.tsx'
import { useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import { RegistrationHistory } from './history.tsx'
import { Resting } from './my-unit.tsx'
import { lastDecision, type MyRegistration } from './registration.ts'

/** 不通过 and 已过期: why, and the way on (1.4.1). */
export function MyEnd({ registration: r }: { registration: MyRegistration }) {
  const t = useWords()
  const restart = useDeed(unitsContract.restart)
  const decision = lastDecision(r)
  const refused = r.state === 'refused'
  return (
    <div className="with-aside">
      <Sheet width="reading" title={t(refused ? 'units.refused.title' : 'units.expired.title')}>
        {restart.refusal && <Refused refusal={restart.refusal} />}
        {refused ? (
          <>
            {decision && <p>{t('units.refused.by', { authority: decision.by ?? '', time: minuteOf(new Date(decision.at)) })}</p>}
            <Facts rows={[{ label: t('units.refused.reason'), value: <span className="given">{r.decisionNote}</span> }]} />
            <p>{t('units.refused.next')}</p>
          </>
        ) : <p>{t('units.expired.text')}</p>}
        {r.can.includes('restart') && <div className="deeds"><Button type="primary" size="large" loading={restart.busy} onClick={() => void restart.do({ id: r.id })}>{t('units.verb.restart')}</Button></div>}
      </Sheet>
      <Sheet><RegistrationHistory entries={r.timeline} /></Sheet>
    </div>
  )
}

/** 已生效 while this window still stands under the session of before: the page is asked for anew. A unit that rests says why. */
export function MyApproval({ registration: r }: { registration: MyRegistration }) {
  const t = useWords()
  const restart = useDeed(unitsContract.restart)
  if (r.unit && r.unit.status !== 'active') {
    const { status, since, reason } = r.unit
    return (
      <Resting status={status} since={since} reason={reason}>
        {r.can.includes('restart') && <>
          <p>{t('units.rested.again')}</p>
          <div className="deeds"><Button type="primary" loading={restart.busy} onClick={() => void restart.do({ id: r.id })}>{t('units.verb.restart')}</Button></div>
        </>}
        {restart.refusal && <Refused refusal={restart.refusal} />}
      </Resting>
    )
  }
  return (
    <Sheet width="reading" title={t('units.approved.title')}>
      <p>{t('units.approved.text')} {t('units.success.keep')}</p>
      <p className="deeds"><Button type="primary" size="large" href="/app/">{t('units.approved.go')}</Button></p>
    </Sheet>
  )
}
