import type { Translate } from '../../../kernel/words.ts'
import type { Tone } from '../../../web/ui/state-tag.tsx'

/** How long there still is, and how urgent that makes it; null where there is more than a week. */
export function leftUntil(t: Translate, until: string, now: string): { word: string; tone: Tone } | null {
  const minutes = Math.floor((new Date(until).getTime() - new Date(now).getTime()) / 60_000)
  if (minutes < 0) return { word: t('desk.past'), tone: 'bad' }
  if (minutes > 7 * 1440) return null
  const left = minutes < 120 ? t('desk.minutes', { n: minutes }) : minutes < 72 * 60 ? t('desk.hours', { n: Math.floor(minutes / 60) }) : t('desk.days', { n: Math.floor(minutes / 1440) })
  return { word: t('desk.soon', { left }), tone: minutes <= 1440 ? 'bad' : minutes <= 3 * 1440 ? 'warn' : 'plain' }
}
