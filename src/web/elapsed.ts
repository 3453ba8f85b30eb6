import type { Translate } from '../kernel/words.ts'

/** How long something has lasted, in the largest unit that says something. */
export function elapsed(t: Translate, from: string, now: Date = new Date()): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - new Date(from).getTime()) / 60_000))
  if (minutes < 1) return t('web.elapsed.now')
  if (minutes < 60) return t('web.elapsed.minutes', { n: minutes })
  if (minutes < 48 * 60) return t('web.elapsed.hours', { n: Math.floor(minutes / 60) })
  return t('web.elapsed.days', { n: Math.floor(minutes / 1440) })
}
