import type { Mandate } from '../../kernel/actor.ts'
import type { Lang } from '../../kernel/words.ts'
import { procedure } from '../../kernel/process.ts'
import type { Course } from './hand-over-course.ts'

/**
 * A unit's account is lost, and somebody shows by evidence that it is the unit's (S1-10, E12). Support compares; either
 * what is lost is told (one officer), or the account goes over to another keeper (two officers). Pure.
 */
export const caseStates = ['submitted', 'objected', 'verified', 'answered', 'refused', 'handed_over', 'withdrawn'] as const
export type CaseState = (typeof caseStates)[number]

/** States in which somebody has to do something. */
export const openStates = ['submitted', 'objected', 'verified'] as const satisfies readonly CaseState[]
export const isOpen = (state: CaseState): boolean => (openStates as readonly CaseState[]).includes(state)

/** What an authority's officer may see: what waits for a second officer, and what one has confirmed. */
export const secondStates = ['verified', 'handed_over'] as const satisfies readonly CaseState[]

export const causes = ['forgotten', 'left', 'other'] as const
export type Cause = (typeof causes)[number]

/** What is compared with the licence before a hand-over is proposed. */
export const comparisons = ['name', 'code', 'representative', 'seal'] as const
export type Comparison = (typeof comparisons)[number]
/** A legal representative may have changed since: then the note says so. */
export const indispensable = ['name', 'code', 'seal'] as const satisfies readonly Comparison[]

export const refusalReasons = ['unreadable', 'no_seal', 'not_this_unit', 'out_of_date', 'objection', 'other'] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** Part that somebody plays towards one case. `second`: an officer who may confirm what another one verified. */
export type CaseRole = 'claimant' | 'keeper' | 'support' | 'second'

export const recoveryCaseProcedure = procedure([
  { verb: 'withdraw', from: ['submitted', 'objected', 'verified'], to: 'withdrawn', by: ['claimant'] },
  { verb: 'object', from: ['submitted', 'verified'], to: 'objected', by: ['keeper'], reason: 'required' },
  // An objection bars everything until support has said why it does not hold.
  { verb: 'overrule', from: ['objected'], to: 'submitted', by: ['support'], reason: 'required' },
  { verb: 'answer', from: ['submitted'], to: 'answered', by: ['support'], reason: 'required' },
  { verb: 'verify', from: ['submitted'], to: 'verified', by: ['support'], reason: 'required' },
  { verb: 'refuse', from: ['submitted', 'objected'], to: 'refused', by: ['support'], reason: 'required' },
  { verb: 'confirm', from: ['verified'], to: 'handed_over', by: ['second'] },
  { verb: 'sendBack', from: ['verified'], to: 'submitted', by: ['second'], reason: 'required' },
] as const)

export type CaseVerb = (typeof recoveryCaseProcedure.steps)[number]['verb']

/** Who claims; gone once the case is erased. */
export interface Claimant {
  name: string
  mail: string
  phone: string
  userName: string
  explanation: string | null
}

export interface RecoveryCase {
  id: string
  number: string
  unitId: string
  state: CaseState
  version: number
  cause: Cause
  lang: Lang
  claimant: Claimant | null
  evidenceId: string | null
  objection: string | null
  objectedBy: string | null
  isOverruled: boolean
  checks: readonly Comparison[]
  verifiedBy: string | null
  verifiedAt: Date | null
  keeperId: string | null
  confirmedBy: string | null
  successorId: string | null
  course: Course | null
  reasonCode: RefusalReason | null
  note: string | null
  openedAt: Date
  stateSince: Date
  closedAt: Date | null
  erasedAt: Date | null
}

/** What the journal knows of a case; replaying these gives the row. `claimant`, `objection` and every `note` lie sealed beside it, and are null once they are erased. */
export type CaseEvent = { at: string } & (
  | { event: 'opened'; number: string; unitId: string; cause: Cause; lang: Lang; evidenceId: string; claimant: Claimant | null }
  | { event: 'objected'; by: string; objection: string | null }
  | { event: 'overruled'; note: string | null }
  | { event: 'answered'; by: string; checks: readonly Comparison[]; note: string | null; accountId: string }
  | { event: 'verified'; by: string; checks: readonly Comparison[]; note: string | null; keeperId: string | null }
  | { event: 'sent_back'; note: string | null }
  | { event: 'refused'; reasonCode: RefusalReason; note: string | null }
  | { event: 'handed_over'; by: string; successorId: string; course: Course }
  | { event: 'withdrawn' }
  | { event: 'erased' }
)

/** The case after an event; `null` before it was opened. */
export function evolveCase(before: RecoveryCase | null, id: string, e: CaseEvent): RecoveryCase {
  const at = new Date(e.at)
  if (e.event === 'opened') {
    const { number, unitId, cause, lang, claimant, evidenceId } = e
    return {
      id, number, unitId, cause, lang, claimant, evidenceId, state: 'submitted', version: 1, objection: null, objectedBy: null, isOverruled: false, checks: [],
      verifiedBy: null, verifiedAt: null, keeperId: null, confirmedBy: null, successorId: null, course: null, reasonCode: null, note: null,
      openedAt: at, stateSince: at, closedAt: null, erasedAt: null,
    }
  }
  if (!before) throw new Error(`${e.event} before the case was opened`)
  const c: RecoveryCase = { ...before, version: before.version + 1, stateSince: at }
  switch (e.event) {
    case 'objected': return { ...c, state: 'objected', objection: e.objection, objectedBy: e.by, isOverruled: false }
    case 'overruled': return { ...c, state: 'submitted', isOverruled: true, note: e.note }
    case 'answered': return { ...c, state: 'answered', checks: e.checks, verifiedBy: e.by, verifiedAt: at, note: e.note, closedAt: at }
    case 'verified': return { ...c, state: 'verified', checks: e.checks, verifiedBy: e.by, verifiedAt: at, keeperId: e.keeperId, note: e.note }
    case 'sent_back': return { ...c, state: 'submitted', note: e.note }
    case 'refused': return { ...c, state: 'refused', reasonCode: e.reasonCode, note: e.note, closedAt: at }
    case 'handed_over': return { ...c, state: 'handed_over', confirmedBy: e.by, successorId: e.successorId, course: e.course, closedAt: at }
    case 'withdrawn': return { ...c, state: 'withdrawn', closedAt: at }
    case 'erased': return { ...c, claimant: null, evidenceId: null, objection: null, note: null, stateSince: before.stateSince, erasedAt: at }
  }
}

export interface CaseFacts {
  unitId: string
  /** The unit's authority and those above it. */
  authorities: readonly string[]
  verifiedBy: string | null
  /** The officer had his post, or his account, from the verifier, or the verifier from him: two officers are two people. */
  isBound: boolean
  /** Who objected and was overruled: he himself does not object again, whoever keeps the account after him may. */
  overruled: string | null
  /** The actor claims it himself, by his mailbox or phone, or keeps the very account. */
  isOwn: boolean
}

/** Whose objection was overruled; null where nobody's was. */
export const overruledOf = (c: Pick<RecoveryCase, 'isOverruled' | 'objectedBy'>): string | null => (c.isOverruled ? c.objectedBy : null)

/** What the actor is to this case; empty: he may not even see it. No one decides on his own case, no one confirms what he verified. */
export function caseRolesOf(who: { accountId: string; mandate: Mandate | null }, facts: CaseFacts): CaseRole[] {
  const { mandate } = who
  if (mandate?.post === 'unit_account') return mandate.scopeId === facts.unitId && facts.overruled !== who.accountId ? ['keeper'] : []
  if (facts.isOwn) return []
  const second = who.accountId === facts.verifiedBy || facts.isBound ? [] : (['second'] as const)
  if (mandate?.post === 'support_officer') return ['support', ...second]
  return mandate?.post === 'authority_officer' && mandate.scopeId && facts.authorities.includes(mandate.scopeId) ? [...second] : []
}

/** Whether an officer may read a case, whatever he may do with it. */
export const mayRead = (mandate: Mandate | null, facts: Pick<CaseFacts, 'authorities'>, state: CaseState): boolean =>
  mandate?.post === 'support_officer' ||
  (mandate?.post === 'authority_officer' && mandate.scopeId !== null && facts.authorities.includes(mandate.scopeId) && (secondStates as readonly CaseState[]).includes(state))

/** What a proposal to hand over still lacks, in the order of the page. */
export const lackingComparisons = (checks: readonly Comparison[]): Comparison[] => indispensable.filter((one) => !checks.includes(one))

/** Who has it now: said on every page of a case that waits (N25). */
export const holderOf = (state: CaseState): 'support' | 'second' | null =>
  state === 'submitted' || state === 'objected' ? 'support' : state === 'verified' ? 'second' : null
