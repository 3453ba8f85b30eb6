import { Button } from 'antd'
import { useState } from 'react'
import { useDeed } from '../../../web/ask.ts'
import { useHeld } from '../../../web/held.ts'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { Waiting } from '../../../web/ui/waiting.tsx'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'
import { Changes } from './changes.tsx'
import { RefusalReason } from './history.tsx'
import type { Mine } from './shown.ts'

interface Props {
  mine: Mine
  edit: () => void
  told: (sentence: string) => void
}

/** Above the fields: what waits and with whom (N25), what was refused and why, what was typed and not submitted. */
export function ProfileStatus({ mine, edit, told }: Props) {
  const t = useWords()
  const { latest } = mine
  return (
    <>
      {mine.waiting && latest?.state === 'pending' && <Pending mine={mine} latest={latest} waiting={mine.waiting} told={told} />}
      {latest?.state === 'refused' && <RefusedNotice mine={mine} latest={latest} edit={edit} />}
      {latest?.state === 'withdrawn' && <Notice tone="still" title={t('profiles.withdrawn.title')}><p>{t(mine.approved ? 'profiles.withdrawn.in_force' : 'profiles.withdrawn.text')}</p></Notice>}
      {mine.badge === 'none' && !latest && !mine.draft && <Notice tone="warn" title={t('profiles.none.title')}><p>{t('profiles.none.text')}</p></Notice>}
      {mine.draft && !mine.waiting && <DraftNotice at={mine.draft.at} edit={edit} />}
    </>
  )
}

type Latest = NonNullable<Mine['latest']>

/** 待审核: who has it, since when, what comes next; the version in force stays in force. */
function Pending({ mine, latest, waiting, told }: { mine: Mine; latest: Latest; waiting: NonNullable<Mine['waiting']>; told: (sentence: string) => void }) {
  const t = useWords()
  const [withdrawing, setWithdrawing] = useState(false)
  return (
    <div className="profile-waiting">
      <Waiting
        title={t('profiles.waiting.title')} withWhom={waiting.deskName} since={waiting.since}
        {...(waiting.usualDays !== null && { usual: t('profiles.waiting.usual', { n: waiting.usualDays }) })}
        meanwhile={<ul>{meanwhileOf(mine, waiting).map((key) => <li key={key}>{t(`profiles.waiting.${key}`)}</li>)}</ul>}
        deeds={<Button onClick={() => setWithdrawing(true)}>{t('profiles.verb.withdraw')}</Button>}
      >
        {mine.approved && <div><h3>{t('profiles.waiting.changes')}</h3><Changes approved={mine.approved} submitted={latest} changed={latest.changed} /></div>}
        {waiting.isVacant && <p className="hint spaced">{t('profiles.waiting.vacant', { desk: waiting.deskName })}</p>}
        {!waiting.isVacant && waiting.unitMayActFrom && <p className="hint spaced">{t('profiles.waiting.act_from', { desk: waiting.deskName })} <Time at={waiting.unitMayActFrom} /></p>}
      </Waiting>
      {withdrawing && <WithdrawDialog revision={latest.revision} close={() => setWithdrawing(false)} done={() => told(t('profiles.withdraw.done'))} />}
    </div>
  )
}

/** Why it is with the unit though a department was chosen (E38), or what follows if the department stays silent. */
const meanwhileOf = (mine: Mine, waiting: NonNullable<Mine['waiting']>) =>
  ['locked', 'plain', mine.approved ? 'in_force' : 'not_yet', ...(waiting.desk === 'secondary_unit' ? ['secondary'] : mine.latest?.secondaryUnit ? ['post'] : [])]

/** 撤回: possible until somebody has decided (1.4.4). */
function WithdrawDialog({ revision: shown, close, done }: { revision: number; close: () => void; done: () => void }) {
  const t = useWords()
  const revision = useHeld(shown)
  const deed = useDeed(profilesContract.withdraw)
  const act = async () => {
    const answer = await deed.do({ revision })
    if (answer.ok) done()
    return answer
  }
  return <ConfirmDialog open undo title={t('profiles.withdraw.title')} verb={t('profiles.verb.withdraw')} close={close} act={act}><p>{t('profiles.withdraw.text')}</p></ConfirmDialog>
}

/** 审核不通过: the reason, by whom, and the next step (S2-55, S2-56). */
function RefusedNotice({ mine, latest, edit }: { mine: Mine; latest: Latest; edit: () => void }) {
  const t = useWords()
  const { decision } = latest
  return (
    <Notice tone="bad" title={t('profiles.refused.title')}>
      {decision && <RefusalReason codes={decision.reasonCodes} reason={decision.reason} />}
      {decision && <p className="quiet">{decision.by} <Time at={decision.at} /></p>}
      <p>{t(mine.approved ? 'profiles.refused.in_force' : 'profiles.refused.text')}</p>
      <p className="deeds"><Button onClick={edit}>{t('profiles.refused.correct')}</Button></p>
    </Notice>
  )
}

/** 草稿: typed, and not submitted. */
function DraftNotice({ at, edit }: { at: string; edit: () => void }) {
  const t = useWords()
  const discard = useDeed(profilesContract.discardDraft)
  const [asking, setAsking] = useState(false)
  return (
    <Notice title={t('profiles.draft.title')}>
      <p>{t('profiles.draft.text')} <Time at={at} /></p>
      <p className="deeds"><Button onClick={edit}>{t('profiles.draft.continue')}</Button><Button type="link" onClick={() => setAsking(true)}>{t('profiles.draft.discard')}</Button></p>
      {asking && (
        <ConfirmDialog open undo={false} danger title={t('profiles.draft.discard.title')} verb={t('profiles.draft.discard')} close={() => setAsking(false)} act={() => discard.do({})}>
          <p>{t('profiles.draft.discard.text')}</p>
        </ConfirmDialog>
      )}
    </Notice>
  )
}
