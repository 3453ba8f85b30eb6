import { unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { tell, type Doer } from './journal.ts'
import { changeAccount, lockAccount } from './store/accounts.ts'

/**
 * The name by which an account is shown, once the room that knows its holder has corrected it; who may do that is the
 * caller's to decide. What was done before stays in the name of its time. Refuses with `not_found`.
 */
export async function renameAccount(tx: Tx, call: Doer, accountId: string, displayName: string): Promise<void | Refusal> {
  const account = await lockAccount(tx, accountId)
  if (!account) return unseen()
  const version = await changeAccount(tx, accountId, { display_name: displayName })
  await tell(tx, call, accountId, version, 'renamed', { private: { displayName, before: account.display_name } })
}
