import { procedure } from '../../kernel/process.ts'
import type { Mandate } from '../../kernel/actor.ts'

/** A unit after its approval: 已生效 <-> 已停用 (1.4.1). */
export type UnitStatus = 'active' | 'suspended'
export type UnitRole = 'authority'

export const unitProcedure = procedure([
  { verb: 'suspend', from: ['active'], to: 'suspended', by: ['authority'], reason: 'required' },
  { verb: 'resume', from: ['suspended'], to: 'active', by: ['authority'], reason: 'required' },
] as const)

/** The authority that a unit belongs to, and those above it, keep its status. */
export const unitRolesOf = (mandate: Mandate | null, authorityId: string, above: readonly string[]): UnitRole[] =>
  mandate?.post === 'authority_officer' && mandate.scopeId && [authorityId, ...above].includes(mandate.scopeId) ? ['authority'] : []
