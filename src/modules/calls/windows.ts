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
 * The window of a level for a draft begun at that time: the last row for everybody, or the last one for drafts begun before a
 * time that it keeps; the later closing wins. null where the level has none: the bureau's own may stay open.
 */
export function windowFor(windows: readonly WindowRow[], level: Level, begunAt: Date): WindowInForce | null {
  const of = windows.filter((row) => row.level === level).sort((a, b) => a.nth - b.nth)
  const general = of.findLast((row) => row.begunBefore === null)
  const own = of.findLast((row) => row.begunBefore !== null && begunAt < row.begunBefore)
  const row = general && own ? (own.closesAt > general.closesAt ? own : general) : (general ?? own)
  return row ? { nth: row.nth, opensAt: row.opensAt, closesAt: row.closesAt } : null
}

/** For everybody: what a draft begun now would have. */
export const windowForAll = (windows: readonly WindowRow[], level: Level): WindowInForce | null =>
  windowFor(windows.filter((row) => row.begunBefore === null), level, new Date(0))

/** E55: from the first second to the last one, which still counts. A level without window is open. */
export const isOpen = (window: Pick<WindowInForce, 'opensAt' | 'closesAt'> | null, at: Date): boolean => whenOpen(window, at) === 'open'

export function whenOpen(window: Pick<WindowInForce, 'opensAt' | 'closesAt'> | null, at: Date): 'before' | 'open' | 'after' {
  if (!window) return 'open'
  if (at < window.opensAt) return 'before'
  return at.getTime() < window.closesAt.getTime() + 1000 ? 'open' : 'after'
}

/** Levels that a call of this chain has, in their order. */
export const levelsOf = ({ chain }: Pick<CallDocument, 'chain'>): Level[] =>
  levels.filter((level) => (level !== 'department' || chain.department) && (level !== 'authority' || chain.authority))
