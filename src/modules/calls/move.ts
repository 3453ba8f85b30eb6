import { endOf, minuteOf } from '../../kernel/clock.ts'
import { refuse, refuseField, type Refusal } from '../../kernel/refusal.ts'
import { levels, type Level } from './document.ts'
import { cohortsOf, windowFor, windowForAll, type WindowInForce, type WindowRow } from './windows.ts'

/** A move of windows, as the bureau asks for it. */
export interface Move {
  levels: readonly { level: Level; opensAt: Date; closesAt: Date }[]
  /** Only for drafts begun before; null for all. */
  begunBefore: Date | null
  reason: string
}

/**
 * The rows that a move adds, or why it cannot be made. A window that a draft has already been given stays: the later closing
 * wins (windows.ts). No level may close before the one below it, or what comes last could not be decided.
 */
export function rowsOfMove(windows: readonly WindowRow[], chain: readonly Level[], move: Move, now: Date): WindowRow[] | Refusal {
  const at = (index: number, code: string, params = {}): Refusal => refuseField(`levels.${index}.closesAt`, code, params)
  const { begunBefore } = move
  if (begunBefore && begunBefore > now) return refuseField('begunBefore', 'calls.cohort_in_future')
  const added: WindowRow[] = []
  for (const [index, { level, opensAt, closesAt }] of move.levels.entries()) {
    if (!chain.includes(level)) return refuseField(`levels.${index}.level`, 'calls.level_unknown')
    if (added.some((row) => row.level === level)) return refuseField(`levels.${index}.level`, 'calls.level_twice')
    if (opensAt >= closesAt) return at(index, 'calls.closes_before_it_opens')
    // Who was in time stays in time; closing now is as early as it goes.
    if (closesAt.getTime() + 1000 <= now.getTime()) return at(index, 'calls.closes_in_the_past')
    const present = begunBefore ? lastBefore(windows, level, begunBefore) : windowForAll(windows, level)
    if (present && isSame(present, { opensAt, closesAt })) return at(index, 'calls.same_window')
    // What else is given to these drafts: a row that closes no later would change nothing.
    const others = begunBefore && lastBefore(windows.filter((row) => row.begunBefore?.getTime() !== begunBefore.getTime()), level, begunBefore)
    if (begunBefore && (!others || closesAt <= others.closesAt)) return at(index, 'calls.cohort_not_longer')
    const nth = 1 + Math.max(0, ...windows.filter((row) => row.level === level).map((row) => row.nth))
    added.push({ level, nth, opensAt, closesAt, begunBefore, reason: move.reason, movedAt: now })
  }
  return closesTooLate([...windows, ...added], begunBefore) ?? added
}

const isSame = (a: { opensAt: Date; closesAt: Date }, b: { opensAt: Date; closesAt: Date }): boolean =>
  a.opensAt.getTime() === b.opensAt.getTime() && a.closesAt.getTime() === b.closesAt.getTime()

const closesAfter = {
  leader: 'calls.closes_after.department', department: 'calls.closes_after.department', unit: 'calls.closes_after.unit',
  authority: 'calls.closes_after.authority', bureau: 'calls.closes_after.bureau',
} as const satisfies Record<Level, string>

/** Of the drafts begun last among those begun before this time. */
const lastBefore = (windows: readonly WindowRow[], level: Level, time: Date): WindowInForce | null => windowFor(windows, level, new Date(time.getTime() - 1))

/** For those whom the move concerns, and for each other cohort: a longer window that drafts were given below must not meet a closed desk above. */
function closesTooLate(windows: readonly WindowRow[], begunBefore: Date | null): Refusal | null {
  const moved = wrongOrder((level) => (begunBefore ? lastBefore(windows, level, begunBefore) : windowForAll(windows, level)))
  if (moved) return refuse(closesAfter[moved.level], { status: 409 })
  for (const time of cohortsOf(windows)) {
    const wrong = wrongOrder((level) => lastBefore(windows, level, time))
    if (wrong) return refuse('calls.closes_after.cohort', { status: 409, params: { before: minuteOf(time), below: endOf(wrong.below) } })
  }
  return null
}

/** The first level that closes before one below it. */
function wrongOrder(windowAt: (level: Level) => WindowInForce | null): { level: Level; below: Date } | null {
  let below: Date | null = null
  for (const level of levels) {
    const window = windowAt(level)
    if (!window) continue
    if (below && window.closesAt < below) return { level, below }
    below = window.closesAt
  }
  return null
}
