import type { CallDocument, Level } from './document.ts'
import { levels } from './document.ts'

/** When levels may act. Pure; rows are only ever added, so the history of a window is its rows (I12). */
export interface WindowRow {
  level: Level
  /** 1 came with the publication. */
  nth: number
  opensAt: Date
  closesAt: Date
  /** Only for drafts begun before; null for all. */
  begunBefore: Date | null
  reason: string
  movedAt: Date
}

/** The window in force for somebody: its row, as a submission names it. */
export type WindowInForce = Pick<WindowRow, 'nth' | 'opensAt' | 'closesAt'>

/**
 * The window of a level for a draft begun at that time: the latest closing of those that were given to everybody and to drafts begun before
 * a time that it keeps; of several rows for the same drafts the last one counts. A longer window once given is never taken back by a later
 * one for other drafts. null where the level has none: the bureau's own may stay open.
 */
export function windowFor(windows: readonly WindowRow[], level: Level, begunAt: Date): WindowInForce | null {
  const mine = windows.filter((row) => row.level === level && (row.begunBefore === null || begunAt < row.begunBefore)).sort((a, b) => a.nth - b.nth)
  const lastOf = new Map(mine.map((row) => [row.begunBefore?.getTime() ?? null, row]))
  const [row] = [...lastOf.values()].sort((a, b) => b.closesAt.getTime() - a.closesAt.getTime() || a.nth - b.nth)
  return row ? { nth: row.nth, opensAt: row.opensAt, closesAt: row.closesAt } : null
}

/** The times that divide the drafts of a call by their windows: a cohort was begun before one of them, the earliest first. */
export const cohortsOf = (windows: readonly WindowRow[]): Date[] =>
  [...new Set(windows.flatMap(({ begunBefore }) => (begunBefore ? [begunBefore.getTime()] : [])))].sort((a, b) => a - b).map((time) => new Date(time))

/** For everybody: what a draft begun now would have. */
export const windowForAll = (windows: readonly WindowRow[], level: Level): WindowInForce | null =>
  windowFor(windows.filter((row) => row.begunBefore === null), level, new Date(0))

/** E55: from the first second to the last one, which still counts. A level without window is open. */
export const isOpen = (window: Pick<WindowInForce, 'opensAt' | 'closesAt'> | null, at: Date): boolean => whenOpen(window, at) === 'open'

/** From this moment on it is over: its closing second still counts. */
export const overFrom = ({ closesAt }: Pick<WindowInForce, 'closesAt'>): Date => new Date(closesAt.getTime() + 1000)

export function whenOpen(window: Pick<WindowInForce, 'opensAt' | 'closesAt'> | null, at: Date): 'before' | 'open' | 'after' {
  if (!window) return 'open'
  if (at < window.opensAt) return 'before'
  return at < overFrom(window) ? 'open' : 'after'
}

/** Levels that a call of this chain has, in their order. */
export const levelsOf = ({ chain }: Pick<CallDocument, 'chain'>): Level[] =>
  levels.filter((level) => (level !== 'department' || chain.department) && (level !== 'authority' || chain.authority))
