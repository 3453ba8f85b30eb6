import type { Actor } from '../../kernel/actor.ts'
import { actsAsUnit } from '../../kernel/actor.ts'
import { procedure } from '../../kernel/process.ts'
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'

/** 银行账号 of a unit (S2-21, S2-22, D20). Pure. `live` is in force until another one takes its place. */
export const bankStates = ['pending', 'live', 'refused', 'withdrawn', 'replaced'] as const
export type BankState = (typeof bankStates)[number]

/** `second`: another account of the unit than the one that proposed. `alone`: the unit account of a unit that has no other. */
export type BankRole = 'proposer' | 'second' | 'alone' | 'platform'

export const bankProcedure = procedure([
  { verb: 'confirmBank', from: ['pending'], to: 'live', by: ['second'] },
  { verb: 'confirmBankAlone', from: ['pending'], to: 'live', by: ['alone'] },
  { verb: 'refuseBank', from: ['pending'], to: 'refused', by: ['second'], reason: 'required' },
  { verb: 'withdrawBank', from: ['pending'], to: 'withdrawn', by: ['proposer'] },
  { verb: 'replaceBank', from: ['live'], to: 'replaced', by: ['platform'] },
] as const)

/** What somebody may do with a change that waits. */
export const bankVerbs = ['confirmBank', 'confirmBankAlone', 'refuseBank', 'withdrawBank'] as const
export type BankVerb = (typeof bankVerbs)[number]

export interface BankFacts {
  accountName: string
  /** Why it is not the name of the unit. */
  accountNameReason: string
  bankName: string
  bankAccount: string
  bankCode: string
}

/** D20: the first entry, another account of the unit, or a proof by the unit's only account. */
export const confirmations = ['first', 'second_person', 'step_up'] as const
export type Confirmation = (typeof confirmations)[number]

export interface BankAccount extends BankFacts {
  id: string
  unitId: string
  state: BankState
  version: number
  proposedBy: string
  proposedAt: Date
  confirmedBy: string | null
  confirmedAt: Date | null
  confirmedHow: Confirmation | null
  endedAt: Date | null
  note: string
}

/** What the journal knows of one; replaying these gives the row. */
export type BankEvent = { at: string } & (
  | { event: 'entered' | 'proposed'; unitId: string; by: string; facts: BankFacts }
  | { event: 'confirmed'; by: string; how: Exclude<Confirmation, 'first'> }
  | { event: 'refused'; note: string }
  | { event: 'withdrawn' | 'replaced' }
)

/** The account after an event; `null` before it was entered. */
export function evolveBank(before: BankAccount | null, id: string, e: BankEvent): BankAccount {
  const at = new Date(e.at)
  if (e.event === 'entered' || e.event === 'proposed') {
    const isFirst = e.event === 'entered'
    return {
      ...e.facts, id, unitId: e.unitId, state: isFirst ? 'live' : 'pending', version: 1, proposedBy: e.by, proposedAt: at,
      confirmedBy: isFirst ? e.by : null, confirmedAt: isFirst ? at : null, confirmedHow: isFirst ? 'first' : null, endedAt: null, note: '',
    }
  }
  if (!before) throw new Error(`${e.event} before the account was entered`)
  const next = { ...before, version: before.version + 1 }
  if (e.event === 'confirmed') return { ...next, state: 'live', confirmedBy: e.by, confirmedAt: at, confirmedHow: e.how }
  return { ...next, state: e.event, endedAt: at, note: e.event === 'refused' ? e.note : before.note }
}

const told: readonly (keyof BankFacts)[] = ['accountName', 'bankName', 'bankAccount', 'bankCode']
/** Whether a form says what is in force already. The reason of a name that differs is no change by itself. */
export const isSameAccount = (a: BankFacts, b: BankFacts): boolean => told.every((name) => a[name] === b[name])

/** Somebody who acts for the unit now. */
export interface Keeper {
  accountId: string
  name: string
}

/** What there is to know before a deed on the bank account of a unit. */
export interface BankSituation {
  unitId: string
  /** The unit's own account, and its 授权人, as far as they are in force. */
  unitAccount: Keeper | null
  authorised: readonly Keeper[]
  pending: (Pick<BankAccount, 'state' | 'proposedBy'> & { proposer: string; since: string }) | null
}

/** Who acts for the unit beside the proposer: any of these confirms. */
export const secondPersonsOf = (s: BankSituation): Keeper[] =>
  [...(s.unitAccount ? [s.unitAccount] : []), ...s.authorised].filter(({ accountId }) => accountId !== s.pending?.proposedBy)

/** The parts an actor plays towards the change that waits; none for who does not act as the unit (D16). */
export function bankRolesOf(actor: Pick<Actor, 'accountId' | 'mandate'>, s: BankSituation): BankRole[] {
  if (!actsAsUnit(actor, s.unitId) || !s.pending) return []
  if (actor.accountId !== s.pending.proposedBy) return ['second']
  const isAlone = actor.mandate?.post === 'unit_account' && secondPersonsOf(s).length === 0
  return isAlone ? ['proposer', 'alone'] : ['proposer']
}

const namesOf = (keepers: readonly Keeper[]): string => keepers.map(({ name }) => name).join('、')

/**
 * Why a deed on the bank account is not open (N11): the server's verb asks before it acts, the page to draw it, the help
 * room to answer for it. `proposeBank` needs no change that waits already (I13).
 */
export function whyNot(verb: BankVerb | 'proposeBank', s: BankSituation, actor: Pick<Actor, 'accountId' | 'mandate'>): Refusal | null {
  if (!actsAsUnit(actor, s.unitId)) return refuse('not_yours', { status: 403 })
  if (verb === 'proposeBank') {
    return s.pending ? refuse('unitProfiles.bank.waits', { status: 409, params: { proposer: s.pending.proposer, since: s.pending.since } }) : null
  }
  if (!s.pending) return refuse('unitProfiles.bank.nothing_waits', { status: 409 })
  const roles = bankRolesOf(actor, s)
  const step = bankProcedure.step(verb, s.pending.state, roles)
  if (!isRefusal(step)) return null
  if (step.status !== 403) return step
  return verb === 'withdrawBank' ? refuse('unitProfiles.bank.not_proposer', { status: 403, params: { proposer: s.pending.proposer } }) : whyNotAlone(verb, s, roles)
}

function whyNotAlone(verb: Exclude<BankVerb, 'withdrawBank'>, s: BankSituation, roles: readonly BankRole[]): Refusal {
  if (verb === 'confirmBankAlone' && roles.includes('second')) return refuse('unitProfiles.bank.confirm_plainly', { status: 409 })
  if (verb === 'refuseBank') return refuse('unitProfiles.bank.own_withdraw', { status: 409 })
  if (roles.includes('alone')) return refuse('unitProfiles.bank.by_step_up', { status: 409 })
  const others = secondPersonsOf(s)
  return others.length > 0
    ? refuse('unitProfiles.bank.second_person', { status: 409, params: { names: namesOf(others) } })
    : refuse('unitProfiles.bank.no_unit_account', { status: 409 })
}
