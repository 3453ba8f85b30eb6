import type { Level } from './document.ts'
import { windowFor, type WindowInForce, type WindowRow } from './windows.ts'

/** What a move is to whoever writes on one or several drafts: his own window, or only those of the desks, and until when he may hand in. */
export interface Told {
  what: 'moved' | 'desks_moved'
  closesAt: Date
}

const differs = (a: WindowInForce | null, b: WindowInForce | null): boolean =>
  a?.opensAt.getTime() !== b?.opensAt.getTime() || a?.closesAt.getTime() !== b?.closesAt.getTime()

/**
 * I12, E55: of drafts that somebody began at these times, what the rows of a move change for them; the window said is the one in force for
 * them, whatever the move gave to others. Of several the first to close, so that nobody is late. Null where nothing changes for him.
 */
export function toldOf(before: readonly WindowRow[], added: readonly WindowRow[], begun: readonly Date[]): Told | null {
  const after = [...before, ...added]
  const moved = (level: Level) => begun.filter((at) => differs(windowFor(before, level, at), windowFor(after, level, at)))
  const own = moved('leader')
  const concerned = own.length > 0 ? own : begun.filter((at) => added.some(({ level }) => differs(windowFor(before, level, at), windowFor(after, level, at))))
  const closes = concerned.flatMap((at) => windowFor(after, 'leader', at)?.closesAt ?? []).sort((a, b) => a.getTime() - b.getTime())
  return closes[0] ? { what: own.length > 0 ? 'moved' : 'desks_moved', closesAt: closes[0] } : null
}
