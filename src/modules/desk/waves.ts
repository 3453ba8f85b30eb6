import { addMinutes } from '../../kernel/clock.ts'
import { closingsOf, type Closing } from '../calls/closings.ts'
import type { Level } from '../calls/document.ts'
import type { WindowRow } from '../calls/windows.ts'

/** How long before a closing time somebody is reminded: leaders three times, desks twice. */
export const leaderHours = [72, 24, 3] as const
export const deskHours = [24, 3] as const

/** A closing time that is so near. */
export interface Wave extends Closing {
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

/** The closing times of a level that are near, each with whom it concerns. */
export const wavesOf = (windows: readonly WindowRow[], level: Level, hours: readonly number[], now: Date): Wave[] =>
  closingsOf(windows, level).flatMap((closing): Wave[] => {
    const due = dueHours(closing.closesAt, hours, now)
    return due === null ? [] : [{ ...closing, hours: due }]
  })
