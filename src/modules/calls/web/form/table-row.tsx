import { useState } from 'react'
import { fieldId } from '../../../../web/ui/field-id.ts'
import { useWords } from '../../../../web/words.ts'
import type { Finding } from '../../form/check.ts'
import { computedCell } from '../../form/compute.ts'
import type { Column, FieldOf, TableRow } from '../../form/definition.ts'
import { shownNumber, typedNumber } from './amount.ts'
import { useSaid } from './said.ts'

type Cell = string | number | null

/** The id of a cell's control: what the checker's links point at. */
export const cellId = (table: string, row: string, column: string): string => fieldId(`${table}.${row}.${column}`)

/** One row of a table. Its controls are the browser's own: two hundred rows of them are drawn at once. */
export function RowInput({ table, row, nr, isLast, labels, findings, setCell, remove, move, leave }: {
  table: FieldOf<'table'>
  row: TableRow
  nr: number
  isLast: boolean
  /** Of the columns, one a line: a text, so that the row is drawn again only when something of it changed. */
  labels: string
  findings: readonly Finding[]
  setCell: (row: string, column: string, cell: Cell) => void
  remove: (row: string) => void
  move: (row: string, by: -1 | 1) => void
  leave: () => void
}) {
  const t = useWords()
  const names = labels.split('\n')
  /** A card has no head: unit and star stand with the name. */
  const onCard = (column: Column, name: string) =>
    name + (column.kind === 'money' && !name.includes(t('calls.fill.wan')) ? t('calls.fill.in_unit', { unit: t('calls.fill.wan') }) : '') + (column.kind !== 'computed' && column.required ? ' *' : '')
  return (
    <tr>
      <th scope="row" className="nr">{nr}</th>
      {table.columns.map((column, i) => {
        const isWrong = findings.some((one) => one.severity === 'error' && one.column === column.id)
        const label = t('calls.fill.cell', { column: names[i] ?? '', n: nr })
        return (
          <td key={column.id} data-label={onCard(column, names[i] ?? '')} className={column.kind === 'text' || column.kind === 'choice' || column.kind === 'date' ? undefined : 'right'}>
            {column.kind === 'computed'
              ? <output>{shownNumber(computedCell(column, row), 'computed', column.decimals) || '—'}</output>
              : <CellInput column={column} value={row.cells[column.id] ?? null} id={cellId(table.id, row.id, column.id)} rowId={row.id} label={label} isWrong={isWrong} set={(cell) => setCell(row.id, column.id, cell)} leave={leave} />}
          </td>
        )
      })}
      <td className="row-tools">
        {nr > 1 && <button type="button" className="link" onClick={() => move(row.id, -1)}><span aria-hidden="true">↑</span><span className="sr">{t('calls.fill.row.up', { n: nr })}</span></button>}
        {!isLast && <button type="button" className="link" onClick={() => move(row.id, 1)}><span aria-hidden="true">↓</span><span className="sr">{t('calls.fill.row.down', { n: nr })}</span></button>}
        <button type="button" className="link" onClick={() => remove(row.id)}>{t('calls.fill.row.remove')}<span className="sr"> {t('calls.fill.row.nr', { n: nr })}</span></button>
      </td>
    </tr>
  )
}

function CellInput({ column, value, id, rowId, label, isWrong, set, leave }: {
  column: Exclude<Column, { kind: 'computed' }>
  value: Cell
  id: string
  rowId: string
  label: string
  isWrong: boolean
  set: (cell: Cell) => void
  leave: () => void
}) {
  const t = useWords()
  const said = useSaid()
  const [typing, setTyping] = useState<string | null>(null)
  const chosen = column.kind === 'choice' ? column.options.find((one) => one.value === value) : undefined
  const shared = {
    id, 'aria-label': label, 'aria-invalid': isWrong || undefined, 'aria-describedby': isWrong ? `${id}e` : undefined, 'aria-required': column.required || undefined,
    'data-row': rowId, 'data-column': column.id, onBlur: leave,
  }
  switch (column.kind) {
    // Grows with its text where the browser knows how (form.css); elsewhere the title says what is cut.
    case 'text': return <textarea {...shared} rows={1} autoComplete="off" title={typeof value === 'string' ? value : undefined} value={value ?? ''} onChange={(e) => set(e.target.value || null)} />
    case 'date': return <input {...shared} type="date" min={column.from} max={column.to} value={value ?? ''} onChange={(e) => set(e.target.value || null)} />
    case 'choice': return (
      <select {...shared} value={value ?? ''} title={chosen && said(chosen.label)} onChange={(e) => set(e.target.value || null)}>
        <option value="">—</option>
        {column.options.map((one) => <option key={one.value} value={one.value}>{said(one.label)}</option>)}
      </select>
    )
    default: {
      const noNumber = typing !== null && typedNumber(typing) === undefined
      return (
        <>
        <input
          {...shared} type="text" inputMode="decimal" autoComplete="off" maxLength={24} className="right" aria-invalid={isWrong || noNumber || undefined}
          value={typing ?? shownNumber(typeof value === 'number' ? value : null, column.kind, column.kind === 'number' ? column.decimals : 2)}
          onChange={(e) => {
            setTyping(e.target.value)
            const read = typedNumber(e.target.value)
            if (read !== undefined) set(read)
          }}
          onBlur={() => {
            // What stood here before is not what is on the screen: it must not be handed in unseen.
            if (noNumber) set(null)
            else setTyping(null)
            leave()
          }}
        />
        {noNumber && <span className="error" role="alert">{t('calls.fill.no_number')}</span>}
        </>
      )
    }
  }
}
