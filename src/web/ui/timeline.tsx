import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { Time } from './time.tsx'

export interface TimelineEntry {
  key: string
  /** What was done, in words. */
  what: ReactNode
  who: string | null
  /** ISO time. */
  at: string
  /** Reason or remark, as it was given. */
  reason?: string | null
  tone?: 'plain' | 'good' | 'warn' | 'bad' | 'still'
}

/** Who did what when, newest first, out of the journal. */
export function Timeline({ entries, title }: { entries: readonly TimelineEntry[]; title?: string }) {
  const t = useWords()
  return (
    <section className="timeline" aria-label={title ?? t('web.timeline')}>
      <h2>{title ?? t('web.timeline')}</h2>
      {entries.length === 0 && <p className="quiet">{t('web.timeline.empty')}</p>}
      <ol>
        {entries.map((e) => (
          <li key={e.key} className={e.tone ?? 'plain'}>
            <p><b>{e.what}</b>{e.who && <span>{e.who}</span>}</p>
            {e.reason && <blockquote>{e.reason}</blockquote>}
            <Time at={e.at} />
          </li>
        ))}
      </ol>
    </section>
  )
}
