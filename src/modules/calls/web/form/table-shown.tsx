import { ScrollRegion } from '../../../../web/ui/scroll-region.tsx'
import { useWords } from '../../../../web/words.ts'
import { computedCell, rowsOf, sumOf } from '../../form/compute.ts'
import type { Column, Content, FieldOf, TableRow } from '../../form/definition.ts'
import { shownNumber } from './amount.ts'
import { rowsAgainst } from './differing.ts'
import { useSaid } from './said.ts'

/** A table to be read, with its computed columns and sums; against `before` with rows that are new, gone and changed. */
export function TableShown({ field, content, before }: { field: FieldOf<'table'>; content: Content; before?: Content | undefined }) {
  const t = useWords()
  const said = useSaid()
  const shown = rowsAgainst(field, before, content)
  if (shown.length === 0) return <span className="quiet">—</span>
  const cell = (column: Column, row: TableRow): string => {
    const value = row.cells[column.id] ?? null
    switch (column.kind) {
      case 'computed': return shownNumber(computedCell(column, row), 'computed', column.decimals)
      case 'number': return shownNumber(typeof value === 'number' ? value : null, 'number', column.decimals)
      case 'money': return shownNumber(typeof value === 'number' ? value : null, 'money')
      case 'choice': {
        const option = column.options.find((one) => one.value === value)
        return option ? said(option.label) : ''
      }
      default: return value === null ? '' : String(value)
    }
  }
  const isRight = (column: Column) => column.kind === 'number' || column.kind === 'money' || column.kind === 'computed'
  const [rows, old] = [rowsOf(content.values[field.id]), before ? rowsOf(before.values[field.id]) : null]
  const sumShown = (column: Column, of: readonly TableRow[]) => shownNumber(sumOf(field, column.id, of), column.kind === 'money' ? 'money' : column.kind === 'computed' ? 'computed' : 'number', 'decimals' in column ? column.decimals : 2)
  let nr = 0
  return (
    <ScrollRegion className="table-scroll" label={t('web.pair', { label: said(field.label), value: t('calls.kind.table') })}>
      <table className="cells shown">
        <thead><tr>
          <th scope="col" className="nr">{t('calls.fill.nr')}</th>
          {field.columns.map((column) => <th key={column.id} scope="col" className={isRight(column) ? 'right' : undefined}>{said(column.label)}{column.kind === 'money' && !said(column.label).includes(t('calls.fill.wan')) && <small>{t('calls.fill.wan')}</small>}</th>)}
        </tr></thead>
        <tbody>
          {shown.map(({ row, how, was }) => (
            <tr key={row.id} className={how}>
              <th scope="row" className="nr">{how === 'removed' ? '' : ++nr}{how === 'added' && <small>{t('calls.shown.row.added')}</small>}{how === 'removed' && <small>{t('calls.shown.row.removed')}</small>}</th>
              {field.columns.map((column) => {
                const [now, then] = [cell(column, row), was ? cell(column, was) : '']
                const inner = how === 'removed' ? <del>{now}</del>
                  : how === 'added' ? <ins>{now || '—'}</ins>
                  : was && then !== now ? <><del>{then || '—'}</del> <span aria-hidden="true">→</span> <ins>{now || '—'}</ins></>
                  : now || '—'
                return <td key={column.id} data-label={said(column.label)} className={isRight(column) ? 'right' : undefined}>{inner}</td>
              })}
            </tr>
          ))}
        </tbody>
        {field.sums.length > 0 && (
          <tfoot><tr>
            <th scope="row" className="nr">{t('calls.fill.sum')}</th>
            {field.columns.map((column) => {
              if (!field.sums.includes(column.id)) return <td key={column.id}>{null}</td>
              const [now, then] = [sumShown(column, rows), old ? sumShown(column, old) : null]
              return <td key={column.id} data-label={said(column.label)} className="right">{then !== null && then !== now ? <><del>{then}</del> <span aria-hidden="true">→</span> <ins>{now}</ins></> : <b>{now}</b>}</td>
            })}
          </tr></tfoot>
        )}
      </table>
    </ScrollRegion>
  )
}
