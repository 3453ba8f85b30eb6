import type { ReactNode } from 'react'

export interface Fact {
  label: string
  value: ReactNode
  /** Where an authoritative value comes from: `市场监管登记信息`. */
  source?: string
  /** What stood there before; both are shown, old -> new. */
  was?: ReactNode
  /** A remark beside it: the reason of a return, a warning. */
  remark?: ReactNode
}

/** Labelled facts in one or two columns; empty ones show a dash. */
export const Facts = ({ rows, columns = 1 }: { rows: readonly Fact[]; columns?: 1 | 2 }) => (
  <dl className={`facts columns-${columns}`}>
    {rows.map((row) => (
      <div key={row.label} className={row.remark ? 'remarked' : undefined}>
        <dt>{row.label}</dt>
        <dd>
          {row.was !== undefined && <><del>{row.was || '—'}</del> <span aria-hidden="true">→</span> </>}
          {row.was !== undefined ? <ins>{row.value || '—'}</ins> : row.value || <span className="quiet">—</span>}
          {row.source && <span className="source">{row.source}</span>}
          {row.remark && <div className="remark">{row.remark}</div>}
        </dd>
      </div>
    ))}
  </dl>
)
