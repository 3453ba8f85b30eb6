import { isRefusal, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Lang } from '../../kernel/words.ts'
import { mailForComparison } from '../../codes/mail.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { insert, mailColumns, phoneColumns, takenRefusal } from './account.ts'
import { tell } from './journal.ts'
import { makePasswordLink } from './links.ts'
import { noPassword } from './no-password.ts'
import { isGood, spend } from './proofs.ts'
import { endSessionsOf } from './sessions.ts'
import { changeAccount, lockAccount, taken } from './store/accounts.ts'

/** For rooms that keep a proven mailbox and phone before there is an account (E12: somebody takes over a lost one). */

/** Whether this mailbox was proven to register and the proof is good still, unspent: what may be asked of strangers before the deed itself. */
export const isProven = (tools: Tools, proofId: string): Promise<boolean> => isGood(tools, { id: proofId, purpose: 'register', channel: 'mail' })

/** Spends two proofs of purpose `register` (I16). Refuses beside `mailProofId` and `phoneProofId` with `proof.not_proven`. */
export async function spendContact(
  tx: Tx, tools: Tools, proofs: { mailProofId: string; phoneProofId: string },
): Promise<{ mail: string; phone: string } | Refusal> {
  const mail = await spend(tx, tools, { id: proofs.mailProofId, purpose: 'register', channel: 'mail' })
  const phone = await spend(tx, tools, { id: proofs.phoneProofId, purpose: 'register', channel: 'phone' })
  if (mail && phone) return { mail: mail.address, phone: phone.address }
  const fields = { ...(!mail && { mailProofId: { code: 'proof.not_proven' } }), ...(!phone && { phoneProofId: { code: 'proof.not_proven' } }) }
  return refuse('input.invalid', { fields })
}

/** What of these an account has already, each beside its name; null when nothing is. Never for strangers (D14). */
export const takenBy = async (db: Db, tools: Tools, asked: { userName: string; mail?: string; phone?: string }): Promise<Refusal | null> =>
  takenRefusal(await taken(db, {
    userName: asked.userName,
    mailBlind: asked.mail === undefined ? null : tools.keyring.blind(mailForComparison(asked.mail), 'mail'),
    phoneBlind: asked.phone === undefined ? null : tools.keyring.blind(asked.phone, 'phone'),
  }))

/**
 * The account of who takes over a unit: mailbox and phone were proven when the claim was made, which may be days ago, and
 * no password is known to anybody. `link` is the path of a one-time link; the caller sends it, in its own words, to the
 * proven mailbox. Refuses as `createAccount` does.
 */
export async function createSuccessorAccount(
  tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>,
  asked: { userName: string; displayName: string; mail: string; phone: string; lang: Lang },
): Promise<{ accountId: string; link: string; expiresAt: Date } | Refusal> {
  const accountId = await insert(tx, call, { ...asked, passwordHash: noPassword, mustChange: true, event: 'made_by_recovery' })
  if (isRefusal(accountId)) return accountId
  return { accountId, ...(await makePasswordLink(tx, call.tools, accountId)) }
}

/**
 * The owner of an account has lost everything but one proven address of it: mailbox and phone become the two he has
 * proven, no password opens it until the link is used, its sessions end, and a second factor, lost with the rest, is set
 * up anew. `link` is the path; the caller sends it to the proven mailbox. Who may do this is the caller's to decide.
 * Refuses with `not_found`, `account.disabled`, or beside `mail` and `phone` what somebody else has.
 */
export async function restoreAccount(
  tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, accountId: string, proven: { mail: string; phone: string },
): Promise<{ userName: string; link: string; expiresAt: Date } | Refusal> {
  const { keyring, clock } = call.tools
  const account = await lockAccount(tx, accountId)
  if (!account) return unseen()
  if (account.state !== 'active') return refuse('account.disabled', { status: 409 })
  const [mail, phone] = [mailColumns(keyring, proven.mail), phoneColumns(keyring, proven.phone)]
  const refusal = takenRefusal(await taken(tx, { mailBlind: mail.mail_blind, phoneBlind: phone.phone_blind }, accountId))
  if (refusal) return refusal
  const version = await changeAccount(tx, accountId, {
    ...mail, ...phone, password_hash: noPassword, password_changed_at: clock.now(), must_change_password: true, totp_secret: null, totp_confirmed_at: null,
  })
  await tell(tx, call, accountId, version, 'restored_by_recovery', { private: { ...proven } })
  await endSessionsOf(tx, call, accountId, 'restored')
  return { userName: account.user_name, ...(await makePasswordLink(tx, call.tools, accountId)) }
}

/**
 * A mailbox or phone leaves an account whose owner no longer has it: somebody else has proven it. What the account is
 * otherwise stays as it is.
 */
export async function releaseAddresses(
  tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, accountId: string, names: readonly ('mail' | 'phone')[],
): Promise<void> {
  const version = await changeAccount(tx, accountId, {
    ...(names.includes('mail') && { mail: null, mail_blind: null }),
    ...(names.includes('phone') && { phone: null, phone_blind: null, phone_last4_blind: null }),
  })
  await tell(tx, call, accountId, version, 'addresses_released', { body: { names } })
}
