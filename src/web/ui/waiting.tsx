import type { ReactNode } from 'react'
import { elapsed } from '../elapsed.ts'
import { useWords } from '../words.ts'
import { Time } from './time.tsx'

/** Every waiting page: who has it, since when, how long it usually takes, what one can do meanwhile (S1-21). */
export function Waiting({ title, withWhom, since, usual, meanwhile, deeds, children }: {
  title: string
  withWhom: ReactNode
  /** ISO time. */
  since: string
  usual?: string
  meanwhile?: ReactNode
  deeds?: ReactNode
  children?: ReactNode
}) {
  const t = useWords()
  return (
    <section className="sheet reading waiting">
      <h2>{title}</h2>
      <dl>
        <div><dt>{t('web.waiting.with')}</dt><dd>{withWhom}</dd></div>
        <div><dt>{t('web.waiting.since')}</dt><dd><Time at={since} /></dd></div>
        <div><dt>{t('web.waiting.elapsed')}</dt><dd>{elapsed(t, since)}</dd></div>
        {usual && <div><dt>{t('web.waiting.usual')}</dt><dd>{usual}</dd></div>}
      </dl>
      {children}
      {meanwhile && <div className="meanwhile"><h3>{t('web.waiting.meanwhile')}</h3>{meanwhile}</div>}
      {deeds && <div className="deeds">{deeds}</div>}
    </section>
  )
}
