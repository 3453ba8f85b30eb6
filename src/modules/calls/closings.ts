import type { Level } from './document.ts'
import { cohortsOf, windowFor, type WindowRow } from './windows.ts'

/** Drafts of a call that close together at a level: those begun from `from` on and before `to`; null where nothing bounds them. */
export interface Closing {
  from: Date | null
  to: Date | null
  closesAt: Date
}

/**
 * The closing times of a level, each with whom it concerns. Windows that were moved for drafts begun before a time (cohorts) divide the
 * drafts at those times; within each part all close alike. None where the level has no window.
 */
export function closingsOf(windows: readonly WindowRow[], level: Level): Closing[] {
  const own = windows.filter((row) => row.level === level)
  const bounds = [null, ...cohortsOf(own), null]
  return bounds.slice(0, -1).flatMap((from, i): Closing[] => {
    const closesAt = windowFor(own, level, from ?? new Date(0))?.closesAt
    return closesAt ? [{ from, to: bounds[i + 1] ?? null, closesAt }] : []
  })
}
