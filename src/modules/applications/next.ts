import { deskOn, firstLevel, levelsBefore, type Route } from './route.ts'
import type { DeskLevel } from './state.ts'

/** The last return that the leader answers with this submission; null where nothing was returned. */
export interface Returned {
  level: DeskLevel
  /** The desk that returned it. */
  deskId: string
  /** Desks that had passed what it returned, or a version before. */
  passed: readonly string[]
  /** Fields that it marked; empty for a return of the whole (D18). */
  marks: readonly string[]
}

/**
 * Where a submission goes. The whole chain, or, where the call allows it and nothing but the marked fields was changed, straight
 * to the desk that returned it (D5, D18), past desks that have all passed it before: who has moved to another department meanwhile is
 * read there first. 退回补正 of the bureau always climbs the levels again (E53).
 */
export function destinationOf(
  route: Route, of: { fastReturn: boolean; returned: Returned | null; changed: readonly string[] },
): { level: DeskLevel; deskId: string; isFast: boolean } {
  const first = firstLevel(route)
  const whole = { level: first, deskId: deskOn(route, first) ?? route.unit, isFast: false }
  const { returned } = of
  if (!returned || !of.fastReturn || returned.level === 'bureau' || returned.level === first || returned.marks.length === 0) return whole
  const isKnown = deskOn(route, returned.level) === returned.deskId && levelsBefore(route, returned.level).every((level) => returned.passed.includes(deskOn(route, level) ?? ''))
  return isKnown && of.changed.every((field) => returned.marks.includes(field)) ? { level: returned.level, deskId: returned.deskId, isFast: true } : whole
}
