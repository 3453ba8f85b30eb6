import { unitPosts, type Post } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Lang } from '../../kernel/words.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import { openMail, openPhone } from './account.ts'
import { tell } from './journal.ts'
import { changeAccount, lockAccount } from './store/accounts.ts'
import { closeMandate, hasOtherAdministrator, holdersOf, insertMandate } from './store/mandates.ts'

type Doer = Pick<Call, 'actor' | 'request' | 'tools'>

export interface Granted {
  accountId: string
  post: Post
  /** Authority or unit; null for `platform_admin` only. */
  scopeId: string | null
}

/**
 * Gives an account a post in a scope from now on. The database refuses a second one of the kind (`mandate.held`) and
 * a second unit account of one unit (`mandate.unit_has_account`).
 */
export async function grantMandate(tx: Tx, call: Doer, granted: Granted): Promise<{ mandateId: string } | Refusal> {
  const account = await lockAccount(tx, granted.accountId)
  if (!account) return unseen()
  const now = call.tools.clock.now()
  const mandateId = newId(now.getTime())
  await insertMandate(tx, { ...granted, id: mandateId, grantedBy: call.actor?.accountId ?? null, from: now })
  const version = await changeAccount(tx, granted.accountId, {})
  await tell(tx, call, granted.accountId, version, 'mandate_granted', { body: { mandateId, post: granted.post, scopeId: granted.scopeId } })
  return { mandateId }
}

/**
 * The post ends now, and with the next request what it allowed. Not found where it was not in force; the last
 * administrator keeps his (`account.last_administrator`, I21).
 */
export async function endMandate(tx: Tx, call: Doer, ended: Granted): Promise<void | Refusal> {
  const account = await lockAccount(tx, ended.accountId)
  const at = call.tools.clock.now()
  // The trigger counts mandates; a mandate of a disabled account administers nothing.
  if (ended.post === 'platform_admin' && !(await hasOtherAdministrator(tx, ended.accountId))) {
    return refuse('account.last_administrator', { status: 409 })
  }
  const mandateId = account && (await closeMandate(tx, { ...ended, endedBy: call.actor?.accountId ?? null, at }))
  if (!mandateId) return unseen()
  const version = await changeAccount(tx, ended.accountId, {})
  await tell(tx, call, ended.accountId, version, 'mandate_ended', { body: { mandateId, post: ended.post, scopeId: ended.scopeId } })
}

export interface Reached {
  accountId: string
  lang: Lang
  mail: string | null
  phone: string | null
}

/** The active accounts that hold a post in a scope now, with where their notices go. */
export async function accountsIn(db: Db, keyring: Keyring, post: Post, scopeId: string | null): Promise<Reached[]> {
  const rows = await holdersOf(db, post, scopeId)
  return rows.map((row) => ({ accountId: row.account_id, lang: row.lang, mail: openMail(keyring, row.mail), phone: openPhone(keyring, row.phone) }))
}

/** Who acts for a unit now (D16), its account first: notices about the unit's own business go to all of them. */
export async function accountsOfUnit(db: Db, keyring: Keyring, unitId: string): Promise<Reached[]> {
  const reached: Reached[] = []
  for (const post of unitPosts) {
    for (const one of await accountsIn(db, keyring, post, unitId)) if (!reached.some(({ accountId }) => accountId === one.accountId)) reached.push(one)
  }
  return reached
}
