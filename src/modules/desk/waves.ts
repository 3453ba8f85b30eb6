import { addMinutes } from '../../kernel/clock.ts'
import type { Level } from '../calls/document.ts'
import { cohortsOf, windowFor, type WindowRow } from '../calls/windows.ts'

/** How long before a closing time somebody is reminded: leaders three times, desks twice. */
export const leaderHours = [72, 24, 3] as const
export const deskHours = [24, 3] as const

/** Those whose drafts were begun within these times close together. */
export interface Wave {
  from: Date | null
  to: Date | null
  closesAt: Date
  hours: number
}

/** The reminder that is due: the least number of hours that is not less than what is left. Who comes late gets the last one only. */
export function dueHours(closesAt: Date, hours: readonly number[], now: Date): number | null {
  const left = (closesAt.getTime() - now.getTime()) / 3_600_000
  return left <= 0 ? null : ([...hours].sort((a, b) => a - b).find((one) => left <= one) ?? null)
}

/** Correction windows that close within the same step: one reminder is due for all of them. */
export interface CorrectionWave {
  /** Closing after this, and not after `to`. */
  from: Date
  to: Date
  hours: number
}

/** The steps of reminders before a closing time, the nearest first: within each, `dueHours` is the same. */
export function correctionWaves(hours: readonly number[], now: Date): CorrectionWave[] {
  const steps = [...hours].sort((a, b) => a - b)
  return steps.map((step, i) => ({ from: addMinutes(now, (steps[i - 1] ?? 0) * 60), to: addMinutes(now, step * 60), hours: step }))
}

/**
 * The closing times of a level that are near, each with whom it concerns. Windows that were moved for drafts begun before a time
 * (cohorts) divide the drafts at those times; within each part all close alike.
 */
export function wavesOf(windows: readonly WindowRow[], level: Level, hours: readonly number[], now: Date): Wave[] {
  const own = windows.filter((row) => row.level === level)
  const bounds = [null, ...cohortsOf(own).map((time) => time.getTime()), null]
  return bounds.slice(0, -1).flatMap((from, i): Wave[] => {
    const to = bounds[i + 1] ?? null
    const closesAt = windowFor(own, level, new Date(from ?? 0))?.closesAt
    const due = closesAt ? dueHours(closesAt, hours, now) : null
    return closesAt && due !== null ? [{ from: from === null ? null : new Date(from), to: to === null ? null : new Date(to), closesAt, hours: due }] : []
  })
}
