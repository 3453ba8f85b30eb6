import { addMinutes } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'
import { mailForComparison } from '../../codes/mail.ts'
import type { Tx } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/transaction.ts'
import { notify } from '../../platform/outbox/notify.ts'
import { numericCode } from '../../platform/secrets.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { checkAddress, type ProofChannel, type ProofPurpose } from './fields.ts'
import { tell } from './journal.ts'
import { findByBlind, type AccountRow } from './store/accounts.ts'
import * as store from './store/proofs.ts'
import { secondsToWait } from './waiting.ts'

export const codeMinutes = 10
/** How long a code that came back may wait for the deed that needs it. */
const provenMinutes = 60
/** A minute between two messages to one mailbox or phone, and so many an hour. */
export const secondsBetween = 60
export const perHour = 5

/** An address as its limits and its account know it. */
const blindOf = (tools: Tools, channel: ProofChannel, address: string) =>
  tools.keyring.blind(channel === 'mail' ? mailForComparison(address) : address, channel)

const digestOf = (tools: Tools, id: string, code: string) => tools.keyring.sign(`${id} ${code}`, 'proof_code')

/**
 * S1-17: sends a code to a mailbox or phone. The answer is the same whether or not an account uses the address (D14).
 * Limits: a minute between two codes and five an hour for a mailbox or phone; for the network address of the caller so
 * many as the operator set, for a whole office may stand behind it. Beyond them `proof.wait` says for how long.
 */
export async function requestCode(
  call: Call, asked: { purpose: ProofPurpose; channel: ProofChannel; address: string },
): Promise<{ id: string; expiresAt: string; againAfterSeconds: number } | Refusal> {
  const { tools, request } = call
  if (asked.purpose === 'change' && !call.actor) return refuse('sign_in_first', { status: 401 })
  const checked = checkAddress(asked.channel)(asked.address)
  if (!checked.ok) return refuseField('address', checked.code, checked.params)
  const address = checked.value
  const address_blind = blindOf(tools, asked.channel, address)
  const requester = tools.keyring.blind(request.address, 'proof_code.requester')
  const mostOfCaller = tools.config.signIn.codesPerAddressPerHour
  return transact(tools.db, tools.constraintWords, async (tx) => {
    const now = tools.clock.now()
    await store.inTurn(tx, [address_blind, requester])
    const wait = Math.max(
      secondsToWait(await store.askedTimes(tx, 'address_blind', address_blind, addMinutes(now, -60), perHour), perHour, secondsBetween, now),
      secondsToWait(await store.askedTimes(tx, 'requester', requester, addMinutes(now, -60), mostOfCaller), mostOfCaller, 0, now),
    )
    if (wait > 0) return refuse('proof.wait', { status: 429, params: { seconds: wait } })
    const [id, code] = [newId(now.getTime()), numericCode()]
    const expires_at = addMinutes(now, codeMinutes)
    await store.insertProof(tx, {
      id, purpose: asked.purpose, channel: asked.channel, address: tools.keyring.seal(address, 'proof_code.address'), address_blind,
      code_digest: digestOf(tools, id, code), requester, created_at: now, expires_at,
    })
    await tell(tx, call, id, 1, 'code_sent', { body: { purpose: asked.purpose, channel: asked.channel } })
    await notify(tx, tools.keyring, {
      room: 'accounts', subject: id, seq: 1, event: 'code_sent', template: 'account.code', lang: request.lang,
      params: { code, minutes: codeMinutes }, to: [{ channel: asked.channel === 'mail' ? 'mail' : 'sms', address }],
    })
    return { id, expiresAt: expires_at.toISOString(), againAfterSeconds: secondsBetween }
  })
}

/** The code came back: its id is then a proof, once. One refusal for every cause: wrong, old, spent, five tries. */
export async function proveCode(call: Call, asked: { id: string; code: string }): Promise<{ id: string } | Refusal> {
  const { tools } = call
  const right = await store.tryCode(tools.db, asked.id, digestOf(tools, asked.id, asked.code), tools.clock.now())
  return right ? { id: asked.id } : refuseField('code', 'proof.wrong')
}

/** Spends a proof in the transaction of the deed that needs it: what was proven, or null. */
export async function spend(
  tx: Tx, tools: Tools, proof: { id: string; purpose: ProofPurpose; channel?: ProofChannel },
): Promise<{ channel: ProofChannel; address: string } | null> {
  const now = tools.clock.now()
  const row = await store.spendProof(tx, { ...proof, now, provenSince: addMinutes(now, -provenMinutes) })
  if (!row) return null
  return { channel: row.channel === 'mail' ? 'mail' : 'phone', address: tools.keyring.open(row.address, 'proof_code.address') }
}

/** Whether `spend` would take this proof now. */
export const isGood = (tools: Tools, proof: { id: string; purpose: ProofPurpose; channel: ProofChannel }): Promise<boolean> =>
  store.isSpendable(tools.db, { ...proof, provenSince: addMinutes(tools.clock.now(), -provenMinutes) })

/** What a proof stands for while it waits to be spent; null where it was not proven. */
export async function provenAddress(tools: Tools, id: string): Promise<string | null> {
  const row = await store.findProven(tools.db, id)
  return row ? tools.keyring.open(row.address, 'proof_code.address') : null
}

/** The account whose mailbox or phone was proven for recovery; the address is its owner's, so he may be told of it. */
export async function provenAccount(tools: Tools, id: string): Promise<{ channel: ProofChannel; account: AccountRow | null } | null> {
  const row = await store.findProven(tools.db, id)
  if (row?.purpose !== 'recover') return null
  const channel = row.channel === 'mail' ? 'mail' : 'phone'
  return { channel, account: (await findByBlind(tools.db, `${channel}_blind`, row.address_blind)) ?? null }
}
