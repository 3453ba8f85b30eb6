/** Time comes in as an argument everywhere below the wiring; only the tests and the demo replace this. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** The platform's civil time: every date a person reads or types is of this zone. */
export const timeZone = 'Asia/Shanghai'

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
})

/** `2024-01-30 10:13` (S2-49). */
export function minuteOf(time: Date): string {
  const p = Object.fromEntries(parts.formatToParts(time).map((part) => [part.type, part.value]))
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`
}

/** `2026-03-20 17:00:00`: what counts to the second (E55). */
export const secondOf = (time: Date): string => `${minuteOf(time)}:${String(time.getUTCSeconds()).padStart(2, '0')}`

/** Until when, to the second; midnight is the end of its day, as public notices say it: `2026-11-27 24:00` (E53, E55). */
export function endOf(time: Date): string {
  const end = secondOf(time)
  return end.endsWith(' 00:00:00') ? `${dayOf(new Date(time.getTime() - 1000))} 24:00` : end
}

/** `2024-01-30` in Asia/Shanghai. */
export const dayOf = (time: Date): string => minuteOf(time).slice(0, 10)

export const addDays = (time: Date, days: number): Date => new Date(time.getTime() + days * 86_400_000)
export const addMinutes = (time: Date, minutes: number): Date => new Date(time.getTime() + minutes * 60_000)
