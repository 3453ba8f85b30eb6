import { useLocation } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { minuteOf } from '../../../kernel/clock.ts'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { Code } from '../../../web/ui/code-field.tsx'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { Facts } from '../../../web/ui/facts.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { Waiting } from '../../../web/ui/waiting.tsx'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { caseNumberGroups } from '../number.ts'
import { CaseHistory } from './case-history.tsx'
import { toneOf } from './tone.ts'

type Followed = OutputOf<typeof recoveryContract.follow>

/** What the claimant sees behind the link in the mail; the secret stands behind the # and goes to the server in the body only. */
export default function FollowPage() {
  const t = useWords()
  const { hash } = useLocation()
  const token = hash.replace(/^#/, '')
  const looksRight = /^[\w-]{43}$/.test(token)
  const asked = useAsk(recoveryContract.follow, { token }, { when: looksRight, fresh: true, every: 60_000 })
  if (!looksRight || asked.refusal?.code === 'recovery.link_unknown') {
    return (
      <>
        <PageTitle title={t('recovery.title.follow')} />
        <Sheet width="reading">
          <p>{t('recovery.follow.unknown')}</p>
          <p className="deeds"><a href="/app/recovery/begin">{t('recovery.follow.begin')}</a></p>
        </Sheet>
      </>
    )
  }
  return <Loaded of={asked}>{(c) => <Follow c={c} token={token} />}</Loaded>
}

function Follow({ c, token }: { c: Followed; token: string }) {
  const t = useWords()
  const withdraw = useDeed(recoveryContract.withdraw)
  // The case as it was when the dialog opened (I8).
  const [asking, setAsking] = useState<Followed | null>(null)
  return (
    <>
      <PageTitle title={t('recovery.title.follow')} mandate={c.unit} state={<StateTag word={t(`recovery.state.${c.state}`)} tone={toneOf(c.state)} />} />
      <div className="with-aside">
        <div>
          {c.waiting ? (
            <Waiting
              title={t(`recovery.follow.waiting.${c.state}`)} withWhom={t(`recovery.with.${c.waiting.with}`)} since={c.waiting.since}
              usual={c.waiting.usualDays ? t('recovery.usual', { n: c.waiting.usualDays }) : t('recovery.usual.unknown')}
              meanwhile={<ul>{c.objectionUntil && <li>{t('recovery.follow.window', { until: minuteOf(new Date(c.objectionUntil)) })}</li>}{['next', 'call'].map((key) => <li key={key}>{t(`recovery.follow.${c.state}.${key}`)}</li>)}</ul>}
              deeds={c.can.includes('withdraw') && <Button onClick={() => setAsking(c)}>{t('recovery.verb.withdraw')}</Button>}
            />
          ) : <Closed c={c} />}
          <Sheet width="reading" title={t('recovery.follow.claim')}>
            <Facts rows={[
              { label: t('recovery.field.number'), value: <Code of={c.number} groups={caseNumberGroups} /> },
              { label: t('recovery.field.unit'), value: c.unit },
              { label: t('recovery.field.creditCode'), value: <Code of={c.creditCode} /> },
              { label: t('recovery.field.cause'), value: t(`recovery.cause.${c.cause}`) },
              { label: t('recovery.field.name'), value: c.name },
              { label: t('recovery.field.userName'), value: c.userName },
              ...(c.waiting ? [{ label: t('recovery.follow.course'), value: t(`recovery.follow.course.${c.course ?? 'none'}`) }] : []),
              { label: t('recovery.field.openedAt'), value: <Time at={c.openedAt} /> },
            ]} />
          </Sheet>
        </div>
        <Sheet><CaseHistory entries={c.timeline} nobody={null} /></Sheet>
      </div>
      <ConfirmDialog
        open={asking !== null} title={t('recovery.withdraw.title')} verb={t('recovery.verb.withdraw')} undo={false} close={() => setAsking(null)}
        act={() => withdraw.do({ token, version: (asking ?? c).version })}
      >
        <p>{t('recovery.withdraw.text')}</p>
      </ConfirmDialog>
    </>
  )
}

/** How it ended, why, and what can be done now: no dead end. */
function Closed({ c }: { c: Followed }) {
  const t = useWords()
  const end = c.state === 'handed_over' && c.course && c.course !== 'new' ? c.course : c.state
  return (
    <Sheet width="reading" title={t(`recovery.follow.closed.${end}`)}>
      <p>{t(`recovery.follow.closed.${end}.text`)}</p>
      {c.reasonCode && <Notice tone="bad" title={t(`recovery.reason.${c.reasonCode}`)}><span className="given">{c.note}</span></Notice>}
      <p className="deeds">
        {c.state === 'handed_over' || c.state === 'answered'
          ? <><Button type="primary" href="/sign-in">{t('recovery.follow.sign_in')}</Button><a href="/forgotten">{t('recovery.follow.new_link')}</a></>
          : <Button type="primary" href="/app/recovery/begin">{t('recovery.follow.begin')}</Button>}
        {c.state === 'answered' && <a href="/app/recovery/begin">{t('recovery.follow.begin')}</a>}
      </p>
    </Sheet>
  )
}
