import { useAsk } from '../../../web/ask.ts'
import { useWords } from '../../../web/words.ts'
import { draftsContract } from '../contract.ts'

/** How many invitations wait for my answer, in the menu. */
export function InvitedCount() {
  const t = useWords()
  const list = useAsk(draftsContract.myInvitations, {}, { beside: true }).value
  const n = list?.invitations.filter(({ state, isOpen }) => state === 'invited' && isOpen).length ?? 0
  return n > 0 ? <b className="count" title={t('calls.member.invited')}>{n}</b> : null
}
