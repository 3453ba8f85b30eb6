import { actsAsUnit, holds, type Actor } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/clock.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { StoredChange } from './change-store.ts'
import { authorisedAlready, fullProblem, referredProblem } from './plan.ts'
import type { Held } from './state.ts'
import { undoHours } from './undo.ts'

/** Who acts, as far as the law asks. */
type Doer = Pick<Actor, 'mandate'>

/** S2-29, D16, E22: whoever acts for the unit does everything but this. */
export const notDelegable = (): Refusal => refuse('structure.not_delegable', { status: 403 })
export const delegationProblem = (actor: Doer, unitId: string): Refusal | null => {
  if (!actsAsUnit(actor, unitId)) return refuse('not_yours', { status: 403 })
  return holds(actor as Actor, 'unit_account') ? null : notDelegable()
}

export const authorisationDeeds = ['authorise', 'replaceAuthorised', 'revokeAuthorised'] as const
export type AuthorisationDeed = (typeof authorisationDeeds)[number]

/** Why a deed of 账号授权 is not open (N11); null where it is. */
export function whyNotAuthorisation(deed: AuthorisationDeed, facts: { unitId: string; present: Pick<Held, 'name' | 'since'> | null }, actor: Doer): Refusal | null {
  const notHis = delegationProblem(actor, facts.unitId)
  if (notHis) return notHis
  if (deed === 'authorise') return facts.present && authorisedAlready(facts.present)
  return facts.present ? null : refuse('structure.nobody_authorised', { status: 409 })
}

/** `removeMoving`: 删除 together with those who refer to it, who go elsewhere (E27). */
export const secondaryUnitDeeds = ['changeSecondaryUnit', 'revokeManager', 'removeSecondaryUnit', 'removeMoving', 'movePeople'] as const
export type SecondaryUnitDeed = (typeof secondaryUnitDeeds)[number]

/** Why a deed on a secondary unit is not open (N11); null where it is. */
export function whyNotSecondaryUnit(
  deed: SecondaryUnitDeed | 'addSecondaryUnit', facts: { unitId: string; name: string; people: number; hasManager: boolean; units: number }, actor: Doer,
): Refusal | null {
  if (!actsAsUnit(actor, facts.unitId)) return refuse('not_yours', { status: 403 })
  switch (deed) {
    case 'addSecondaryUnit': return fullProblem(facts.units)
    case 'revokeManager': return facts.hasManager ? null : refuse('structure.vacant', { status: 409, params: { name: facts.name } })
    case 'removeSecondaryUnit': return referredProblem(facts.name, facts.people)
    case 'removeMoving':
    case 'movePeople': return facts.people > 0 ? null : refuse('structure.nobody_there', { status: 409, params: { name: facts.name } })
    default: return null
  }
}

/** N9: for 24 hours, once, and 账号授权 by the unit account alone. */
export function whyNotUndo(change: Pick<StoredChange, 'unitId' | 'madeAt' | 'undoneAt'> & { isAuthorisation: boolean }, now: Date, actor: Doer): Refusal | null {
  const notHis = change.isAuthorisation ? delegationProblem(actor, change.unitId) : !actsAsUnit(actor, change.unitId) && refuse('not_yours', { status: 403 })
  if (notHis) return notHis
  if (change.undoneAt) return refuse('structure.undo.done', { status: 409 })
  return addDays(change.madeAt, undoHours / 24) > now ? null : refuse('structure.undo.late', { status: 409, params: { hours: undoHours } })
}
