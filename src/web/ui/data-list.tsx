import { Checkbox, Table, type TableColumnsType } from 'antd'
import type { Key, ReactNode } from 'react'
import type { Asked } from '../ask.ts'
import type { Filters } from '../filters.ts'
import { totalInWords, type ListPage } from '../list-page.ts'
import { useIsPhone } from '../screen.ts'
import { useWords } from '../words.ts'
import { Pager, type Sized } from './pager.tsx'
import { Refused } from './refused.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { Skeleton } from './skeleton.tsx'

export interface Column<R> {
  key: string
  /** In words (already translated). */
  title: string
  /** `index`: its place on this page, from 0. */
  render: (row: R, index: number) => ReactNode
  /** Numbers and sums. */
  right?: boolean
  width?: number
  /** Its place in a card on a phone: the heading, beside it (a state), or nowhere. */
  card?: 'title' | 'state' | 'none'
}

export interface Selection<R> {
  keys: readonly string[]
  set: (keys: string[]) => void
  /** Names a row for screen readers. */
  name: (row: R) => string
  /** The deeds of the bar that rises when something is ticked. */
  deeds: ReactNode
  allowed?: (row: R) => boolean
}

/**
 * A list: "共查询出9条记录", a table (cards on a phone), the bar of ticked rows, the foot with its pages. Its data is one page of a verb
 * whose output is `pageOutput(...)`.
 */
export function DataList<R>({ list, filters, columns, rowKey, deeds, selection, empty, label, sized }: {
  list: Asked<ListPage<R>>
  filters: Filters
  columns: readonly Column<R>[]
  rowKey: (row: R) => string
  /** 操作: links and buttons of a row, at the right. */
  deeds?: (row: R) => ReactNode
  selection?: Selection<R>
  /** Why there is nothing, and what to do next (when no filter is set). */
  empty?: ReactNode
  /** What the list holds, for screen readers. */
  label: string
  /** The foot of the second manual (S2-51), with how many stand on a page. */
  sized?: Sized
}) {
  const t = useWords()
  const isPhone = useIsPhone()
  if (list.refusal && !list.value) return <Refused refusal={list.refusal} again={list.again} />
  if (!list.value) return <Skeleton lines={8} />
  const { rows, total } = list.value
  const Body = isPhone ? Cards : Rows
  return (
    <div className="data-list" aria-busy={list.refreshing}>
      <output className="total">{t('web.list.total', { n: totalInWords(total) })}</output>
      {selection && selection.keys.length > 0 && (
        <section className="selection-bar" aria-label={t('web.list.selected', { n: selection.keys.length })}>
          <b>{t('web.list.selected', { n: selection.keys.length })}</b>
          <button type="button" className="link" onClick={() => selection.set([])}>{t('web.list.unselect')}</button>
          <span className="bar-deeds">{selection.deeds}</span>
        </section>
      )}
      {rows.length === 0
        ? <div className="empty">{filters.narrowed ? <><p>{t('web.list.empty')}</p><p className="quiet">{t('web.list.empty.filtered')}</p></> : empty ?? <p>{t('web.list.empty')}</p>}</div>
        : <Body {...{ rows, columns, rowKey, deeds, selection, label }} />}
      <Pager page={list.value} go={filters.go} sized={sized} />
    </div>
  )
}

interface BodyProps<R> {
  rows: readonly R[]
  columns: readonly Column<R>[]
  rowKey: (row: R) => string
  deeds?: (row: R) => ReactNode
  selection?: Selection<R>
  label: string
}

function Rows<R>({ rows, columns, rowKey, deeds, selection, label }: BodyProps<R>) {
  const t = useWords()
  const data = rows.map((row) => ({ row, key: rowKey(row) }))
  const shown: TableColumnsType<{ row: R; key: string }> = columns.map((c) => ({
    key: c.key, title: c.title, width: c.width, align: c.right ? ('right' as const) : undefined,
    render: (_, { row }, index) => c.render(row, index),
  }))
  if (deeds) shown.push({ key: 'deeds', title: t('web.list.deeds'), align: 'right', render: (_, { row }) => <span className="row-deeds">{deeds(row)}</span> })
  return (
    <ScrollRegion className="table-scroll" label={label}>
      <Table<{ row: R; key: string }>
        size="middle" dataSource={data} pagination={false} columns={shown}
        rowSelection={selection && {
          selectedRowKeys: [...selection.keys], onChange: (keys: Key[]) => selection.set(keys.map(String)), preserveSelectedRowKeys: true,
          getTitleCheckboxProps: () => ({ 'aria-label': t('web.list.select_page') }),
          getCheckboxProps: ({ row }) => ({ 'aria-label': t('web.list.select', { name: selection.name(row) }), disabled: selection.allowed?.(row) === false }),
        }}
      />
    </ScrollRegion>
  )
}

function Cards<R>({ rows, columns, rowKey, deeds, selection, label }: BodyProps<R>) {
  const t = useWords()
  const title = columns.find((c) => c.card === 'title') ?? columns[0]
  const state = columns.find((c) => c.card === 'state')
  const rest = columns.filter((c) => c !== title && c !== state && c.card !== 'none')
  const toggle = (key: string, on: boolean) => selection?.set(on ? [...selection.keys, key] : selection.keys.filter((k) => k !== key))
  return (
    <ul className="cards" aria-label={label}>
      {rows.map((row, index) => {
        const key = rowKey(row)
        return (
          <li key={key}>
            <div className="card-head">
              {selection && <Checkbox checked={selection.keys.includes(key)} disabled={selection.allowed?.(row) === false} aria-label={t('web.list.select', { name: selection.name(row) })} onChange={(e) => toggle(key, e.target.checked)} />}
              <b>{title?.render(row, index)}</b>{state?.render(row, index)}
            </div>
            <dl>{rest.map((c) => <div key={c.key}><dt>{c.title}</dt><dd>{c.render(row, index)}</dd></div>)}</dl>
            {deeds && <div className="row-deeds">{deeds(row)}</div>}
          </li>
        )
      })}
    </ul>
  )
}
