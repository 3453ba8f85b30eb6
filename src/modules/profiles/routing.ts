/** Where somebody belongs within a unit, and what he is there. */
export interface Belonging {
  unitId: string
  /** 部门; null for who belongs to none (直属人员). */
  secondaryUnit: { id: string; active: boolean } | null
  /** Whether he is the manager of that very secondary unit, also while the grant waits for his sign-in. */
  managesIt: boolean
  /** Whether he is the authorised person of the unit, also while that waits. */
  isAuthorisedPerson: boolean
}

/**
 * S2-57: who decides on what he submits. His secondary unit, whether or not it has a manager at the moment (E36); the unit
 * itself for who belongs to none (D2, E33), for who would else decide on himself (E38), and for the authorised person,
 * whose record a manager whom he appoints does not judge.
 */
export const deskFor = ({ unitId, secondaryUnit, managesIt, isAuthorisedPerson }: Belonging): string =>
  secondaryUnit?.active && !managesIt && !isAuthorisedPerson ? secondaryUnit.id : unitId
