import type { CallDocument } from '../calls/document.ts'
import type { DeskLevel } from './state.ts'

/** Who is where at the moment of submission. */
export interface Places {
  unitId: string
  /** 部门 of the leader within the unit; null for who belongs to none. */
  department: { id: string; isActive: boolean; /** The leader is its manager, also while the grant waits for his sign-in (E56). */ isManagedByLeader: boolean } | null
  /** Of the unit; null where it has none. */
  authorityId: string | null
  bureauId: string
}

/** The desks of an application, level by level; null where its way has none. A snapshot, taken at submission (E34). */
export interface Route {
  department: string | null
  unit: string
  authority: string | null
  bureau: string
}

/**
 * Which desks decide, in which order (1.4.5). The department, where the call's chain has it and the leader belongs to one that is
 * in force and not his own (E56); the unit; the unit's authority, where the chain has it and it is not the bureau itself (D17); the bureau.
 */
export function routeOf({ chain }: Pick<CallDocument, 'chain'>, { unitId, department, authorityId, bureauId }: Places): Route {
  const isReviewed = chain.department && department !== null && department.isActive && !department.isManagedByLeader
  return {
    department: isReviewed ? department.id : null,
    unit: unitId,
    authority: chain.authority && authorityId !== bureauId ? authorityId : null,
    bureau: bureauId,
  }
}

export const deskOn = (route: Route, level: DeskLevel): string | null => route[level]

/** The first level of a way. */
export const firstLevel = (route: Route): DeskLevel => (route.department ? 'department' : 'unit')

/** The level behind this one; null behind the bureau. */
export function levelAfter(route: Pick<Route, 'authority'>, level: DeskLevel): DeskLevel | null {
  if (level === 'department') return 'unit'
  if (level === 'unit') return route.authority ? 'authority' : 'bureau'
  return level === 'authority' ? 'bureau' : null
}

/** Levels that it climbs before this one. */
export function levelsBefore(route: Route, level: DeskLevel): DeskLevel[] {
  const before: DeskLevel[] = []
  for (let at: DeskLevel | null = firstLevel(route); at && at !== level; at = levelAfter(route, at)) before.push(at)
  return before
}
