import { procedure } from '../../kernel/process.ts'
import type { Mandate } from '../../kernel/actor.ts'
import { refuseField, type Refusal } from '../../kernel/refusal.ts'
import type { UnitStep } from './fields.ts'

/** A unit after its approval: 已生效 <-> 已停用 (1.4.1), and its end 已注销 (E04). */
export const unitStatuses = ['active', 'suspended', 'dissolved'] as const
export type UnitStatus = (typeof unitStatuses)[number]
export type UnitRole = 'authority'

export const unitProcedure = procedure([
  { verb: 'suspend', from: ['active'], to: 'suspended', by: ['authority'], reason: 'required' },
  { verb: 'resume', from: ['suspended'], to: 'active', by: ['authority'], reason: 'required' },
  // E03: the code stays, the name changes; what was done keeps the name of its time.
  { verb: 'rename', from: ['active'], to: 'active', by: ['authority'], reason: 'required' },
  { verb: 'dissolve', from: ['active', 'suspended'], to: 'dissolved', by: ['authority'], reason: 'required' },
] as const)

export type UnitVerb = (typeof unitProcedure.steps)[number]['verb']

/** The authority that a unit belongs to, and those above it, keep its status. */
export const unitRolesOf = (mandate: Mandate | null, authorityId: string, above: readonly string[]): UnitRole[] =>
  mandate?.post === 'authority_officer' && mandate.scopeId && [authorityId, ...above].includes(mandate.scopeId) ? ['authority'] : []

/** The facts of a unit, as its approval found them; the name may change, and what the registry of the city changes. */
export type UnitFacts = { readonly [K in Exclude<keyof UnitStep, 'contactName'>]: UnitStep[K] }

export interface Unit extends UnitFacts {
  id: string
  status: UnitStatus
  version: number
  approvedAt: Date
}

/** What the registry may change of a unit without anybody's review. */
export type RegistryChange = Partial<Pick<UnitFacts, 'name' | 'legalRepresentative'>>

/** What the journal knows of a unit; replaying these gives the row. */
export type UnitEvent = { at: string } & (
  | { event: 'activated'; registrationId: string; facts: UnitFacts }
  /** S1-05: an older system had approved it. */
  | { event: 'adopted'; facts: UnitFacts }
  /** S2-02: signed in through the city, whose registry answers for these facts. */
  | { event: 'came'; facts: UnitFacts }
  /** The registry of the city says something else than before. */
  | { event: 'registry_changed'; to: RegistryChange; before: RegistryChange }
  | { event: 'suspended' | 'resumed'; note: string }
  | { event: 'renamed'; name: string; before: string; note: string }
  | { event: 'dissolved'; ending: Ending; successors: readonly string[]; note: string }
)

const statusAfter = { suspended: 'suspended', resumed: 'active', dissolved: 'dissolved' } as const

/** The unit after an event; `null` before its approval or its coming from an older system. */
export function evolveUnit(before: Unit | null, id: string, e: UnitEvent): Unit {
  if (e.event === 'activated' || e.event === 'adopted' || e.event === 'came') return { ...e.facts, id, status: 'active', version: 1, approvedAt: new Date(e.at) }
  if (!before) throw new Error(`${e.event} before the unit was approved`)
  const unit = { ...before, version: before.version + 1 }
  if (e.event === 'registry_changed') return { ...unit, ...e.to }
  return e.event === 'renamed' ? { ...unit, name: e.name } : { ...unit, status: statusAfter[e.event] }
}

/** How a unit ends: dissolved without anybody after it, merged into one other, split into several. */
export const endings = ['dissolved', 'merged', 'split'] as const
export type Ending = (typeof endings)[number]

/** E04: a merger has one successor, a split at least two, a dissolution none; nobody follows himself. */
export function successorsProblem(ending: Ending, unitId: string, successors: readonly string[]): Refusal | null {
  const n = new Set(successors).size
  if (n !== successors.length || successors.includes(unitId)) return refuseField('successors', 'units.successors.odd')
  if (ending === 'dissolved') return n === 0 ? null : refuseField('successors', 'units.successors.none')
  if (ending === 'merged') return n === 1 ? null : refuseField('successors', 'units.successors.one')
  return n >= 2 ? null : refuseField('successors', 'units.successors.several')
}
