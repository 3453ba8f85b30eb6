import { dayOf, minuteOf } from '../../kernel/clock.ts'
import type { Translate } from '../../kernel/words.ts'

/** `2024-01-30 10:13`, in the platform's civil time wherever the reader is. */
export const Time = ({ at }: { at: string }) => <time dateTime={at}>{minuteOf(new Date(at))}</time>

export const Day = ({ at }: { at: string }) => <time dateTime={at}>{dayOf(new Date(at))}</time>

/** How long something has lasted, in the largest unit that says something. */
export function elapsed(t: Translate, from: string, now: Date = new Date()): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - new Date(from).getTime()) / 60_000))
  if (minutes < 1) return t('web.elapsed.now')
  if (minutes < 60) return t('web.elapsed.minutes', { n: minutes })
  if (minutes < 48 * 60) return t('web.elapsed.hours', { n: Math.floor(minutes / 60) })
  return t('web.elapsed.days', { n: Math.floor(minutes / 1440) })
}
