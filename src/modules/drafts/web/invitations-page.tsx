import { endOf } from '../../../kernel/clock.ts'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { Facts } from '../../../web/ui/facts.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { Told } from '../../../web/ui/told.tsx'
import { useWords } from '../../../web/words.ts'
import { useSaid } from '../../calls/web/parts.ts'
import { draftsContract } from '../contract.ts'

type Invitation = OutputOf<typeof draftsContract.myInvitations>['invitations'][number]
type Project = OutputOf<typeof draftsContract.myInvitations>['counted'][number]
type Answer = 'confirm' | 'decline' | 'leave'
const tones = { invited: 'warn', confirmed: 'good', declined: 'still' } as const

/** E59: projects that somebody wants to name me in; only I can say yes, in my own account. */
export default function InvitationsPage() {
  const t = useWords()
  const list = useAsk(draftsContract.myInvitations, {}, { fresh: true })
  const [asking, setAsking] = useState<{ invitation: Invitation; answer: Answer } | null>(null)
  const [told, tell] = useState('')
  const deed = useDeed(draftsContract.answer)
  return (
    <>
      <PageTitle title={t('drafts.invitations.title')} lead={t('drafts.invitations.lead')} />
      <Told sentence={told} after={list.value} />
      <Loaded of={list}>
        {({ invitations, counted }) => (
          <div className="invitations-page">
            {invitations.length === 0
              ? <Sheet width="reading"><p>{t('drafts.invitations.empty')}</p><p className="quiet">{t('drafts.invitations.empty.why')}</p></Sheet>
              : <ul className="invitations">{invitations.map((one) => <li key={one.id}><Invited of={one} answer={(answer) => setAsking({ invitation: one, answer })} /></li>)}</ul>}
            {counted.length > 0 && <Counted projects={counted} />}
          </div>
        )}
      </Loaded>
      {asking && (
        <ConfirmDialog
          open undo={asking.answer === 'confirm'} title={t(`drafts.invitations.${asking.answer}.title`)} verb={t(`drafts.invitations.${asking.answer}`)}
          danger={asking.answer !== 'confirm'} close={() => setAsking(null)}
          act={async () => {
            const answer = await deed.do({ memberId: asking.invitation.id, answer: asking.answer })
            if (answer.ok) tell(t(`drafts.invitations.${asking.answer}.done`, { leader: asking.invitation.leader }))
            return answer
          }}
        >
          <p>{t(`drafts.invitations.${asking.answer}.text`, { leader: asking.invitation.leader })}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function Invited({ of, answer }: { of: Invitation; answer: (answer: Answer) => void }) {
  const t = useWords()
  const said = useSaid()
  return (
    <Sheet width="form" title={<>{of.title || said(of.callTitle)} <StateTag tone={tones[of.state]} word={t(`drafts.invitations.state.${of.state}`)} /></>}>
      <Facts columns={2} rows={[
        { label: t('drafts.invitations.leader'), value: of.leader }, { label: t('drafts.invitations.unit'), value: of.unit },
        { label: t('drafts.invitations.call'), value: said(of.callTitle) }, { label: t('drafts.members.task.label'), value: of.task },
        { label: t('drafts.members.months.label'), value: of.months === null ? '' : t('drafts.members.months.value', { n: of.months }) },
        { label: t('drafts.invitations.at'), value: <Time at={of.invitedAt} /> },
        ...(of.until && of.state === 'invited' ? [{ label: t('drafts.invitations.until'), value: endOf(new Date(of.until)) }] : []),
        ...(of.state === 'invited' && of.limits.length > 0 ? [{
          label: t('drafts.invitations.limit'),
          value: of.limits.map(({ sentence, most, taken }) => <div key={sentence.zh}>{said(sentence)}<p className="quiet">{t('drafts.invitations.limit.taken', { most, taken })}</p></div>),
        }] : []),
        ...(of.answeredAt ? [{ label: t('drafts.invitations.answered'), value: <Time at={of.answeredAt} /> }] : []),
      ]} />
      {of.isOpen && of.state !== 'declined' && (
        <div className="deeds">
          {of.state === 'invited' && <><Button type="primary" onClick={() => answer('confirm')}>{t('drafts.invitations.confirm')}</Button><Button onClick={() => answer('decline')}>{t('drafts.invitations.decline')}</Button></>}
          {of.state === 'confirmed' && <Button onClick={() => answer('leave')}>{t('drafts.invitations.leave')}</Button>}
        </div>
      )}
      {!of.isOpen && <p className="quiet invitation-closed">{t('drafts.invitations.closed')}</p>}
    </Sheet>
  )
}

/** N22: which projects count, told to nobody else. */
function Counted({ projects }: { projects: readonly Project[] }) {
  const t = useWords()
  const said = useSaid()
  return (
    <Sheet width="form" title={t('drafts.invitations.counted')}>
      <p className="quiet">{t('drafts.invitations.counted.lead')}</p>
      <ul className="counted-projects">
        {projects.map((one) => (
          <li key={`${one.id} ${one.family} ${one.role}`}>{one.title || said(one.callTitle)} · {one.leader} · {t(`drafts.invitations.counted.${one.role}`)}</li>
        ))}
      </ul>
    </Sheet>
  )
}
