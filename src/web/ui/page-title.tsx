import { use, useEffect, type ReactNode } from 'react'
import { useSite } from '../session.ts'
import { useLang } from '../words.ts'
import { HeadingLevel } from './heading-level.ts'

/**
 * Where I am and under which mandate, and at most one primary deed at the right. `width` sets how wide the page's content
 * below should be read: put the rest into `<Sheet width=...>`.
 */
export function PageTitle({ title, mandate, lead, state, deed }: {
  title: string
  mandate?: string
  lead?: ReactNode
  /** A StateTag. */
  state?: ReactNode
  deed?: ReactNode
}) {
  const site = useSite()
  const Heading = `h${use(HeadingLevel)}` as const
  const name = useLang() === 'zh' ? site.nameZh : site.nameEn
  useEffect(() => {
    document.title = `${title} - ${name}`
  }, [title, name])
  return (
    <div className="page-title">
      <div>
        <Heading>{title}{state}</Heading>
        {mandate && <p className="mandate">{mandate}</p>}
        {lead && <p className="lead">{lead}</p>}
      </div>
      {deed && <div className="deed">{deed}</div>}
    </div>
  )
}

/** A white sheet to read or fill in: 720 px for reading, 960 for forms, full for lists. */
export function Sheet({ width = 'full', title, deed, children }: {
  width?: 'reading' | 'form' | 'full'
  title?: ReactNode
  deed?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={`sheet ${width}`}>
      {(title || deed) && <div className="sheet-head">{title && <h2>{title}</h2>}{deed}</div>}
      {children}
    </section>
  )
}
