import { procedure } from '../../kernel/process.ts'
import type { Mandate } from '../../kernel/actor.ts'

/**
 * The registration of a unit, state machine 1.4.1 of the requirements: the unit fills in and submits, its authority
 * (局级主管部门 / 区科技局) decides. Pure: no database, no clock.
 */
export const registrationStates = ['draft', 'submitted', 'returned', 'approved', 'refused', 'expired'] as const
export type RegistrationState = (typeof registrationStates)[number]

/** Part that somebody plays towards one registration. `above`: an authority over the desk. */
export type RegistrationRole = 'applicant' | 'desk' | 'above' | 'platform'

export const registrationProcedure = procedure([
  { verb: 'save', from: ['draft'], to: 'draft', by: ['applicant'] },
  { verb: 'save', from: ['returned'], to: 'returned', by: ['applicant'] },
  { verb: 'submit', from: ['draft', 'returned'], to: 'submitted', by: ['applicant'] },
  // E13: until the desk has decided.
  { verb: 'withdraw', from: ['submitted'], to: 'draft', by: ['applicant'] },
  // A refusal is final for this registration; the unit may begin another one.
  { verb: 'restart', from: ['refused', 'expired'], to: 'draft', by: ['applicant'] },
  { verb: 'approve', from: ['submitted'], to: 'approved', by: ['desk'] },
  { verb: 'return', from: ['submitted'], to: 'returned', by: ['desk'], reason: 'required' },
  { verb: 'refuse', from: ['submitted'], to: 'refused', by: ['desk'], reason: 'required' },
  // E05: the wrong authority was chosen; the applicant is not made to start again.
  { verb: 'transfer', from: ['submitted'], to: 'submitted', by: ['desk', 'above'], reason: 'required' },
  { verb: 'expire', from: ['draft'], to: 'expired', by: ['platform'] },
] as const)

export type RegistrationVerb = (typeof registrationProcedure.steps)[number]['verb']

/** Days that an unsubmitted registration is kept after the last save (E07). */
export const draftDays = 30

export interface RegistrationFacts {
  accountId: string
  deskId: string | null
  /** Authorities above the desk, nearest first. */
  aboveDesk: readonly string[]
}

/** What the actor is to this registration; empty: he may not even see it. No one decides on his own registration. */
export function rolesOf(who: { accountId: string; mandate: Mandate | null }, facts: RegistrationFacts): RegistrationRole[] {
  if (who.accountId === facts.accountId) return ['applicant']
  if (who.mandate?.post !== 'authority_officer' || !facts.deskId || !who.mandate.scopeId) return []
  if (who.mandate.scopeId === facts.deskId) return ['desk']
  return facts.aboveDesk.includes(who.mandate.scopeId) ? ['above'] : []
}
