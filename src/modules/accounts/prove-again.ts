import type { Actor } from '../../kernel/actor.ts'
import { isRefusal, refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'
import { mailForComparison } from '../../codes/mail.ts'
import { maskMail, maskMobile } from '../../codes/mask.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import { openMail, openPhone } from './account.ts'
import type { ProofChannel } from './fields.ts'
import { noPassword } from './no-password.ts'
import { requestCode, spend } from './proofs.ts'
import { checkSecret } from './secret.ts'
import { heldAccount } from './step-up.ts'
import { findAccount, type AccountRow } from './store/accounts.ts'

/** How somebody who is signed in may show once more that the account is his: by what it has. */
export interface WaysToProve {
  /** Whether a password was ever set: an account that came through the city has none. */
  password: boolean
  /** Masked. */
  channels: { channel: ProofChannel; address: string }[]
}

const waysOf = (keyring: Keyring, account: AccountRow): WaysToProve => {
  const [mail, phone] = [openMail(keyring, account.mail), openPhone(keyring, account.phone)]
  return {
    password: account.password_hash !== noPassword,
    channels: [...(phone ? [{ channel: 'phone' as const, address: maskMobile(phone) }] : []), ...(mail ? [{ channel: 'mail' as const, address: maskMail(mail) }] : [])],
  }
}

/** For the page that asks: password, or a code to the own phone or mailbox. null where there is no such account. */
export async function waysToProve(db: Db, keyring: Keyring, accountId: string): Promise<WaysToProve | null> {
  const account = await findAccount(db, accountId)
  return account ? waysOf(keyring, account) : null
}

/** Sends a code to the actor's own phone or mailbox. Refuses with `proof.wait`, or `proof.no_address` where there is none. Begins a transaction of its own. */
export async function sendOwnCode(call: Call<unknown, Actor>, channel: ProofChannel): Promise<{ id: string; expiresAt: string; againAfterSeconds: number } | Refusal> {
  const account = await findAccount(call.tools.db, call.actor.accountId)
  const address = channel === 'mail' ? openMail(call.tools.keyring, account?.mail ?? null) : openPhone(call.tools.keyring, account?.phone ?? null)
  return address ? requestCode(call, { purpose: 'change', channel, address }) : refuse('proof.no_address', { status: 409 })
}

export type ShownAgain = { password: string } | { proofId: string }

/** Whether the proof was one of the account's own phone or mailbox; it is spent. */
async function spentOnOwn(tx: Tx, call: Call<unknown, Actor>, account: AccountRow, proofId: string): Promise<boolean> {
  const spent = await spend(tx, call.tools, { id: proofId, purpose: 'change' })
  if (spent?.channel === 'phone') return spent.address === openPhone(call.tools.keyring, account.phone)
  const own = openMail(call.tools.keyring, account.mail)
  return spent !== null && own !== null && mailForComparison(spent.address) === mailForComparison(own)
}

/**
 * Step-up: whoever is signed in shows once more that the account is his. Comparing is slow and stands before the deed; the
 * function that comes back is asked in its transaction, where the account is held: what a password of before, or a code to
 * an address of before, still opens must not outlive them. Refuses beside `password` with `password.wrong`, beside `proofId` with
 * `proof.not_proven`, and with `sign_in_first` where the session has ended.
 */
export async function proveAgain(call: Call<unknown, Actor>, shown: ShownAgain): Promise<((tx: Tx) => Promise<Refusal | null>) | Refusal> {
  const { tools, actor } = call
  if ('password' in shown) {
    const known = await checkSecret(tools, call.request, actor.userName, { password: shown.password })
    if (isRefusal(known)) return known
    if (known?.id !== actor.accountId) return refuseField('password', 'password.wrong')
    return async (tx) => {
      const held = await heldAccount(tx, call, known)
      return isRefusal(held) ? held : null
    }
  }
  return async (tx) => {
    const account = await findAccount(tx, actor.accountId)
    const held = account ? await heldAccount(tx, call, account) : refuse('sign_in_first', { status: 401 })
    if (isRefusal(held)) return held
    return (await spentOnOwn(tx, call, held, shown.proofId)) ? null : refuseField('proofId', 'proof.not_proven')
  }
}
