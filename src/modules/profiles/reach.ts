import type { Actor } from '../../kernel/actor.ts'

/** Whose lines somebody sees: all of a unit, or those at the desk of one secondary unit of it (S2-58). */
export interface Reach {
  unitId: string
  /** null: every desk of the unit. */
  deskId: string | null
}

const nobody = '00000000-0000-0000-0000-000000000000'

export function reachOf({ mandate }: Actor): Reach {
  const unitId = mandate?.unitId ?? nobody
  return mandate?.post === 'secondary_unit_manager' ? { unitId, deskId: mandate.scopeId ?? nobody } : { unitId, deskId: null }
}

/** The lines of a chosen desk, within the reach: nobody sees more by choosing. */
export function narrowed(reach: Reach, desk: string): Reach {
  if (reach.deskId !== null || desk === 'all') return reach
  return { ...reach, deskId: desk === 'own' ? reach.unitId : desk }
}
