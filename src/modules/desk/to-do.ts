import type { WaitingLine } from '../../platform/waiting.ts'

const at = (time: Date | null): number => time?.getTime() ?? Infinity

/** What closes first stands first, what closed already before it; then what has waited longest; then in the order of the rooms. */
export const inOrder = (lines: readonly WaitingLine[]): WaitingLine[] =>
  lines.toSorted((a, b) => compare(at(a.until), at(b.until)) || compare(at(a.since), at(b.since)))

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)
