import type { Actor } from '../../kernel/actor.ts'
import { isRefusal, overtaken, refuseField, unseen, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { proveAgain, sendOwnCode as sendCode } from '../accounts/index.ts'
import { activeUnitForShare, type Unit } from '../units/index.ts'
import { whyNot, type BankAccount, type BankVerb, type Confirmation } from './bank-account.ts'
import { happenToBank } from './bank-journal.ts'
import { bankForUpdate, type BankAccounts } from './bank-store.ts'
import type { unitProfilesContract } from './contract.ts'
import { tellUnit } from './notices.ts'
import { situationOf } from './situation.ts'

type Verbs = Handlers<typeof unitProfilesContract>
type Deed = Call<{ id: string; version: number }, Actor>

const stateOf = ({ id, state, version }: BankAccount) => ({ id, state, version })
const now = (call: Deed) => call.tools.clock.now().toISOString()

/** The change that waits, locked together with the account in force, if the verb is open to the actor. */
async function pendingFor(tx: Tx, call: Deed, verb: BankVerb): Promise<(BankAccounts & { pending: BankAccount; unit: Unit }) | Refusal> {
  const unit = await activeUnitForShare(tx, call.actor.mandate?.scopeId ?? '')
  if (!unit) return unseen()
  const found = await bankForUpdate(tx, call.tools.keyring, unit.id)
  const refusal = whyNot(verb, await situationOf(tx, unit.id, found.pending), call.actor)
  if (refusal) return refusal
  const { live, pending } = found
  if (pending?.id !== call.input.id || pending.version !== call.input.version) return overtaken()
  return { live, pending, unit }
}

/** D20: the new account is in force from now on; the old one, replaced, stays readable. */
const confirm = (tx: Tx, call: Deed, verb: 'confirmBank' | 'confirmBankAlone', how: Exclude<Confirmation, 'first'>) =>
  pendingFor(tx, call, verb).then(async (found) => {
    if (isRefusal(found)) return found
    const { live, pending, unit } = found
    // Before the new one, for there is one in force at a time (I13).
    if (live) await happenToBank(tx, call.tools, call, live, live.id, { event: 'replaced', at: now(call) })
    const after = await happenToBank(tx, call.tools, call, pending, pending.id, { event: 'confirmed', at: now(call), by: call.actor.accountId, how })
    await tellUnit(tx, call.tools, unit, after, 'confirmed', { by: call.actor.displayName })
    return stateOf(after)
  })

export const confirmBank: Verbs['confirmBank'] = (call) => deed(call, (tx) => confirm(tx, call, 'confirmBank', 'second_person'))

/** A unit that has only its unit account: the password, or a code to its own phone or mailbox, stands in for the second person. */
export const confirmBankAlone: Verbs['confirmBankAlone'] = async (call) => {
  const { password, proofId } = call.input
  if (!password && !proofId) return refuseField('password', 'field.required')
  const proven = await proveAgain(call, password ? { password } : { proofId: proofId ?? '' })
  if (isRefusal(proven)) return proven
  return deed(call, async (tx) => (await proven(tx)) ?? confirm(tx, call, 'confirmBankAlone', 'step_up'))
}

export const sendOwnCode: Verbs['sendOwnCode'] = (call) => sendCode(call, call.input.channel)

export const refuseBank: Verbs['refuseBank'] = (call) =>
  deed(call, async (tx) => {
    const found = await pendingFor(tx, call, 'refuseBank')
    if (isRefusal(found)) return found
    const note = call.input.reason
    const after = await happenToBank(tx, call.tools, call, found.pending, found.pending.id, { event: 'refused', at: now(call), note })
    await tellUnit(tx, call.tools, found.unit, after, 'refused', { by: call.actor.displayName, note })
    return stateOf(after)
  })

export const withdrawBank: Verbs['withdrawBank'] = (call) =>
  deed(call, async (tx) => {
    const found = await pendingFor(tx, call, 'withdrawBank')
    if (isRefusal(found)) return found
    const after = await happenToBank(tx, call.tools, call, found.pending, found.pending.id, { event: 'withdrawn', at: now(call) })
    await tellUnit(tx, call.tools, found.unit, after, 'withdrawn', { by: call.actor.displayName })
    return stateOf(after)
  })
