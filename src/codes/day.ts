import { bad, good, type Check } from '../kernel/check.ts'
import { dayOf, systemClock } from '../kernel/clock.ts'
import { codeText, onward } from './text.ts'

/** The day a check judges by, as ISO text of Asia/Shanghai. Contracts use the default, rules and tests pass theirs. */
export type Today = () => string

export const systemDay: Today = () => dayOf(systemClock.now())

/** Whether `2024-02-30` and the like exist in the calendar. */
export function isRealDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false
  const time = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) === day
}

/** GB/T 7408 date between 1900-01-01 and today. `message` is for a day yet to come, `day.format` for no day at all. */
export const pastDay = (message = 'day.future', today: Today = systemDay): Check => (raw) =>
  onward(codeText(raw), (text) => {
    const day = text.replace(/[./]/g, '-').replace(/^(\d{4})-(\d)(?=-)/, '$1-0$2').replace(/-(\d)$/, '-0$1')
    if (!isRealDay(day) || day < '1900-01-01') return bad('day.format')
    return day > today() ? bad(message) : good(day)
  })

/** 注册时间 of a unit. */
export const registeredOn = pastDay('registered_on.future')

/** Full years on that day; somebody born on 29 February comes of age on 1 March. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

/** 出生日期: a real past day; under 14 refused, 14 to 17 with a warning. */
export const birthDate = (today: Today = systemDay): Check => (raw) =>
  onward(pastDay('birth_date.future', today)(raw), (day) => {
    const age = ageOn(day, today())
    if (age < 14) return bad('birth_date.under_14')
    return age < 18 ? good(day, { code: 'birth_date.minor' }) : good(day)
  })
