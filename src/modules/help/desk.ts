import type { Actor } from '../../kernel/actor.ts'
import type { Helper } from '../../kernel/recourse.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { accountsIn, accountsOfUnit, type Reached } from '../accounts/index.ts'
import { deskOf, type Desk } from './store.ts'

/**
 * The desk that a question of this actor to this helper goes to, and whom a notice reaches there. Null where nobody would
 * read it. Whoever acts for a unit (D16) reads what its people ask, but nobody is asked for himself.
 */
export async function reachedBy(db: Db, { keyring }: Pick<Tools, 'keyring'>, actor: Actor, helper: Helper): Promise<{ desk: Desk; accounts: Reached[] } | null> {
  const desk = await deskOf(db, actor, helper)
  if (!desk) return null
  const all = desk.post === 'unit_account' && desk.scope ? await accountsOfUnit(db, keyring, desk.scope) : await accountsIn(db, keyring, desk.post, desk.scope)
  const accounts = all.filter(({ accountId }) => accountId !== actor.accountId)
  if (accounts.length > 0) return { desk, accounts }
  // A platform without support of its own is helped by its administrators.
  return desk.post === 'support_officer' ? reachedBy(db, { keyring }, actor, 'platform') : null
}
