import { endOf, secondOf } from '../../../kernel/clock.ts'
import { useWords } from '../../../web/words.ts'
import { leftUntil, useServerNow } from './server-clock.ts'

/** Until when one may act, by the platform's clock: the moment itself with its second, and what is left of it. */
export function Closing({ opensAt, closesAt, now, kind = 'window' }: { opensAt?: string; closesAt: string; now: string; kind?: 'window' | 'correction' }) {
  const t = useWords()
  const at = useServerNow(now, closesAt)
  const moment = endOf(new Date(closesAt))
  if (opensAt && new Date(opensAt).getTime() > at) return <span className="closing">{t('drafts.closing.early', { moment: withSecond(opensAt) })}</span>
  const left = leftUntil(closesAt, at)
  if (!left) return <span className="closing over">{t(kind === 'window' ? 'drafts.closing.over' : 'drafts.closing.correction.over', { moment })}</span>
  const rest = left.days > 0 ? t('drafts.closing.days', { days: left.days, hours: left.hours })
    : left.hours > 0 ? t('drafts.closing.hours', { hours: left.hours, minutes: left.minutes })
    : t('drafts.closing.minutes', { minutes: left.minutes, seconds: left.seconds })
  return (
    <span className={left.days === 0 ? 'closing near' : 'closing'}>
      {t(kind === 'window' ? 'drafts.closing' : 'drafts.closing.correction', { moment })} <b>{rest}</b>
    </span>
  )
}

/** `2026-12-01 17:00:00` in the platform's civil time: closing seconds count (E55). */
export const withSecond = (at: string): string => secondOf(new Date(at))
