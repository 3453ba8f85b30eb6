import { Button } from 'antd'
import { memo, useCallback, useEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { newId } from '../../../../kernel/ids.ts'
import { ScrollRegion } from '../../../../web/ui/scroll-region.tsx'
import { useWords } from '../../../../web/words.ts'
import type { Finding } from '../../form/check.ts'
import { rowsOf, sumOf } from '../../form/compute.ts'
import type { TableRow } from '../../form/definition.ts'
import { shownNumber } from './amount.ts'
import { cellsIn, withPasted } from './pasted.ts'
import { useSaid } from './said.ts'
import { useFindingWords } from './field-frame.tsx'
import { cellId, RowInput } from './table-row.tsx'
import type { InputProps } from './input-props.ts'

const Row = memo(RowInput)
const none: readonly Finding[] = []
/** Sentences that name the row themselves. */
const tellsRow = new Set(['calls.check.required_cell', 'calls.check.empty_row'])

/**
 * Rows with plain cells: Enter goes down and, from the last row, begins another; a block out of Excel is pasted into its
 * cells. What is computed and summed is read only. On a phone every row is a card (form.css).
 */
export function TableInput({ field, value, change, leave, wiring, findings }: InputProps<'table'> & { findings: readonly Finding[] }) {
  const t = useWords()
  const said = useSaid()
  const inWords = useFindingWords()
  const rows = useMemo(() => rowsOf(value), [value])
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  }, [rows])
  const goTo = useRef<string | null>(null)
  const [told, tell] = useState('')
  /** The row that was deleted last, where something stood in it: one press, and much is gone. */
  const [removed, setRemoved] = useState<{ row: TableRow; at: number } | null>(null)
  useEffect(() => {
    if (!goTo.current) return
    document.getElementById(goTo.current)?.focus()
    goTo.current = null
  }, [rows])
  const put = useCallback((next: TableRow[]) => {
    latest.current = next
    change(next)
  }, [change])
  const setCell = useCallback((id: string, column: string, cell: string | number | null) =>
    put(latest.current.map((row) => (row.id === id ? { ...row, cells: { ...row.cells, [column]: cell } } : row))), [put])
  const remove = useCallback((id: string) => {
    const at = latest.current.findIndex((row) => row.id === id)
    const next = latest.current.filter((row) => row.id !== id)
    const near = next[Math.min(at, next.length - 1)]
    goTo.current = near ? cellId(field.id, near.id, field.columns[0]?.id ?? '') : wiring.id
    const gone = latest.current[at]
    put(next)
    if (gone && Object.keys(gone.cells).length > 0) setRemoved({ row: gone, at })
  }, [put, field, wiring.id])
  const move = useCallback((id: string, by: -1 | 1) => {
    const next = [...latest.current]
    const at = next.findIndex((row) => row.id === id)
    const [row] = next.splice(at, 1)
    if (row) next.splice(at + by, 0, row)
    put(next)
  }, [put])
  const putBack = () => {
    if (!removed) return
    goTo.current = cellId(field.id, removed.row.id, field.columns.find((column) => column.kind !== 'computed')?.id ?? '')
    put([...latest.current.slice(0, removed.at), removed.row, ...latest.current.slice(removed.at)])
    setRemoved(null)
  }
  const add = () => {
    const row: TableRow = { id: newId(), cells: {} }
    const first = field.columns.find((column) => column.kind !== 'computed')
    goTo.current = cellId(field.id, row.id, first?.id ?? '')
    put([...latest.current, row])
  }
  const isFull = rows.length >= field.most
  const placeOf = (target: EventTarget) => (target instanceof HTMLElement ? { row: target.dataset['row'] ?? '', column: target.dataset['column'] ?? '' } : null)
  const press = (event: KeyboardEvent) => {
    const at = placeOf(event.target)
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !at?.column || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    const below = rows[rows.findIndex((row) => row.id === at.row) + (event.shiftKey ? -1 : 1)]
    if (below) document.getElementById(cellId(field.id, below.id, at.column))?.focus()
    else if (!event.shiftKey && !isFull) add()
  }
  const paste = (event: ClipboardEvent) => {
    const at = placeOf(event.target)
    const block = at?.column ? cellsIn(event.clipboardData.getData('text/plain')) : null
    if (!block || !at) return
    event.preventDefault()
    const { rows: next, left } = withPasted(field.columns, latest.current, { row: rows.findIndex((row) => row.id === at.row), column: at.column }, block, field.most, newId)
    put(next)
    tell(left > 0 ? t('calls.fill.pasted.left', { rows: block.length, left }) : t('calls.fill.pasted', { rows: block.length }))
  }
  const byRow = useMemo(() => {
    const map = new Map<string, Finding[]>()
    for (const one of findings) if (one.row !== undefined) map.set(one.row, [...(map.get(one.row) ?? []), one])
    return map
  }, [findings])
  const labels = field.columns.map((column) => said(column.label))
  const indexOf = (one: Finding) => field.columns.findIndex((column) => column.id === one.column)
  return (
    <div className="table-input">
      {rows.length > 0 && (
        <ScrollRegion className="table-scroll" label={said(field.label)} onKeyDown={press}>
          <table className="cells" onPaste={paste}>
            <thead><tr>
              <th scope="col" className="nr">{t('calls.fill.nr')}</th>
              {field.columns.map((column, i) => (
                <th key={column.id} scope="col" className={column.kind === 'text' || column.kind === 'choice' || column.kind === 'date' ? undefined : 'right'} style={{ minWidth: column.width ? `${column.width * 1.9}em` : undefined }}>
                  {labels[i]}{column.required && <><span className="star" aria-hidden="true">*</span><span className="sr">{t('web.required')}</span></>}
                  {column.kind === 'money' && !labels[i]?.includes(t('calls.fill.wan')) && <small>{t('calls.fill.wan')}</small>}
                </th>
              ))}
              <th scope="col"><span className="sr">{t('web.list.deeds')}</span></th>
            </tr></thead>
            <tbody>
              {rows.map((row, i) => (
                <Row key={row.id} table={field} row={row} nr={i + 1} isLast={i === rows.length - 1} labels={labels.join('\n')} findings={byRow.get(row.id) ?? none} {...{ setCell, remove, move, leave }} />
              ))}
            </tbody>
            {field.sums.length > 0 && (
              <tfoot><tr>
                <th scope="row" className="nr">{t('calls.fill.sum')}</th>
                {field.columns.map((column, i) => (
                  <td key={column.id} className="right" data-label={labels[i]}>{field.sums.includes(column.id) && <b>{shownNumber(sumOf(field, column.id, rows), column.kind === 'money' ? 'money' : column.kind === 'computed' ? 'computed' : 'number', 'decimals' in column ? column.decimals : 2)}</b>}</td>
                ))}
                <td>{null}</td>
              </tr></tfoot>
            )}
          </table>
        </ScrollRegion>
      )}
      <p className="table-deeds">
        <Button id={wiring.id} aria-describedby={wiring.describedBy} disabled={isFull} onClick={add}>{t('calls.fill.row.add')}</Button>
        <span className="quiet">{t('calls.fill.row.count', { n: rows.length, most: field.most })}{rows.length > 0 && t('calls.fill.row.paste')}</span>
      </p>
      <output className={told ? 'quiet' : 'sr'}>{told}</output>
      {removed && !isFull && (
        <p className="quiet"><span role="status">{t('calls.fill.row.removed', { n: removed.at + 1 })}</span> <button type="button" className="link" onClick={putBack}>{t('calls.fill.row.back')}</button></p>
      )}
      {rows.map((row, i) => (byRow.get(row.id) ?? none).filter((one) => one.severity === 'error').map((one, j) => (
        <p className="error" key={`${row.id}${j}`} id={`${cellId(field.id, row.id, one.column ?? '')}e`}>
          {tellsRow.has(one.code) ? (labels[indexOf(one)] ? t('calls.fill.row.wrong.told', { column: labels[indexOf(one)] ?? '', sentence: inWords(one) }) : inWords(one))
            : t('calls.fill.row.wrong', { n: i + 1, column: labels[indexOf(one)] ?? '', sentence: inWords(one) })}
        </p>
      )))}
    </div>
  )
}
