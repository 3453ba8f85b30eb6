import type { Actor } from '../../kernel/actor.ts'
import { refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { lockAccount, type AccountRow } from './store/accounts.ts'
import { findSession } from './store/sessions.ts'

/**
 * The account of a deed for which the password was asked once more, locked: checking is slow and stands before the
 * transaction, and meanwhile the password may have been reset, which ends all sessions. What somebody still does with
 * the old one must not outlive that. Refuses with `sign_in_first` where the session has ended, and beside `password`
 * with `password.wrong` where `shown` is no longer the password.
 */
export async function heldAccount(tx: Tx, { actor }: { actor: Actor }, shown: Pick<AccountRow, 'id' | 'password_hash'>): Promise<AccountRow | Refusal> {
  const held = await lockAccount(tx, shown.id)
  const session = await findSession(tx, actor.sessionId)
  if (held?.state !== 'active' || session?.account_id !== held.id) return refuse('sign_in_first', { status: 401 })
  return held.password_hash === shown.password_hash ? held : refuseField('password', 'password.wrong')
}
