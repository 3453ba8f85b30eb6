import type { ReactNode } from 'react'
import type { Tone } from './state-tag.tsx'

/** A boxed remark. `live`: read out when it appears (the outcome of a deed). */
export const Notice = ({ tone = 'plain', title, live, children }: { tone?: Tone; title?: ReactNode; live?: boolean; children?: ReactNode }) => (
  <div className={`notice ${tone}`} role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
    {title && <p className="notice-title">{title}</p>}
    {children}
  </div>
)
