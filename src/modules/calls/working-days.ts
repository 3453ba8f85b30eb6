import { addDays, dayOf } from '../../kernel/clock.ts'

/** D28: what is known to differ from Monday to Friday: holidays, and weekends that are worked. */
export type Calendar = ReadonlyMap<string, boolean>

const midnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`)
const next = (day: string): string => dayOf(addDays(midnight(day), 1))

/** Whether a day (`2026-10-01`) is worked. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return calendar.get(day) ?? (weekday !== 0 && weekday !== 6)
}

/** Every day of a span, both ends included; none where it ends before it begins. It stops one day after a month, which is too long. */
export function daysFrom(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to && days.length <= mostDays; day = next(day)) days.push(day)
  return days
}
export const mostDays = 31

/**
 * E53, D28: the end of a window of so many working days: 24:00 (Asia/Shanghai) of the nth working day after the day on which it is
 * opened, which itself does not count. What arrives before that instant is in time.
 */
export function endAfterWorkingDays(from: Date, days: number, calendar: Calendar): Date {
  let day = dayOf(from)
  for (let counted = 0; counted < days; ) {
    day = next(day)
    if (isWorkingDay(day, calendar)) counted += 1
  }
  return midnight(next(day))
}
