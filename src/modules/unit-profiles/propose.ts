import type { Actor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { overtaken, refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'
import { accountNameDiffers } from '../../codes/bank-account.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Unit } from '../units/index.ts'
import { isSameAccount, secondPersonsOf, whyNot } from './bank-account.ts'
import { happenToBank } from './bank-journal.ts'
import { bankOf } from './bank-store.ts'
import type { BankForm } from './fields.ts'
import { tellUnit } from './notices.ts'
import { situationOf } from './situation.ts'

export interface BankAsked {
  bank: BankForm | null
  /** The account in force that was seen. */
  seen: string | null
}

const starred = ['accountName', 'bankName', 'bankAccount', 'bankCode'] as const

/**
 * The bank account of a form (D20): the first one is in force at once, another one waits for a second person and the old
 * one stays meanwhile. Nothing is locked: I13 is kept by the two unique indexes.
 */
export async function proposeBank(tx: Tx, call: Call<unknown, Actor>, unit: Unit, { bank, seen }: BankAsked): Promise<'unchanged' | 'entered' | 'proposed' | Refusal> {
  const { tools, actor } = call
  const { live, pending } = await bankOf(tx, tools.keyring, unit.id)
  if (!bank) {
    if (live) return 'unchanged'
    return refuse('input.invalid', { fields: Object.fromEntries(starred.map((name) => [`bank.${name}`, { code: 'field.required' }])) })
  }
  if (live && isSameAccount(live, bank)) return 'unchanged'
  const situation = await situationOf(tx, unit.id, pending)
  const closed = whyNot('proposeBank', situation, actor)
  if (closed) return closed
  if ((live?.id ?? null) !== seen) return overtaken()
  if (accountNameDiffers(bank.accountName, unit.name) && bank.accountNameReason.length < 2) return refuseField('bank.accountNameReason', 'unitProfiles.account_name.reason')
  const now = tools.clock.now()
  const facts = accountNameDiffers(bank.accountName, unit.name) ? bank : { ...bank, accountNameReason: '' }
  const event = live ? 'proposed' : 'entered'
  const account = await happenToBank(tx, tools, call, null, newId(now.getTime()), { event, at: now.toISOString(), unitId: unit.id, by: actor.accountId, facts })
  const others = secondPersonsOf({ ...situation, pending: { state: 'pending', proposedBy: actor.accountId, proposer: '', since: '' } })
  await tellUnit(tx, tools, unit, account, live && others.length === 0 ? 'proposed_alone' : event, { by: actor.displayName, names: others.map(({ name }) => name).join('、') })
  return event
}
