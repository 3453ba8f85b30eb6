import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Lang } from '../../kernel/words.ts'
import { mailForComparison } from '../../codes/mail.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { insert, takenRefusal } from './account.ts'
import { makePasswordLink } from './links.ts'
import { noPassword } from './no-password.ts'
import { provenAddress, spend } from './proofs.ts'
import { taken } from './store/accounts.ts'

/** For rooms that keep a proven mailbox and phone before there is an account (E12: somebody takes over a lost one). */

/** Whether this code came back and is not spent yet: what may be asked of strangers before the deed itself. */
export const isProven = async (tools: Tools, proofId: string): Promise<boolean> => (await provenAddress(tools, proofId)) !== null

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
