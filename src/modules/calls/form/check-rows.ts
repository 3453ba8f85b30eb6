import { checkCell, type Found } from './check-cell.ts'
import type { FieldOf, TableRow } from './definition.ts'

const isEmpty = (cell: string | number | null | undefined) => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

/** What is wrong in the rows of a table, row by row in their order, column by column. A row without any content is told once. */
export function checkRows(table: FieldOf<'table'>, rows: readonly TableRow[]): Found[] {
  return rows.flatMap((row, index): Found[] => {
    const at = { row: row.id, params: { row: index + 1 } }
    const typed = table.columns.filter(({ kind }) => kind !== 'computed')
    if (typed.every(({ id }) => isEmpty(row.cells[id]))) return [{ ...at, code: 'calls.check.empty_row' }]
    return table.columns.flatMap((column): Found[] => {
      const cell = row.cells[column.id]
      const missing = column.required && column.kind !== 'computed'
      if (cell === null || cell === undefined || isEmpty(cell)) return missing ? [{ ...at, column: column.id, code: 'calls.check.required_cell' }] : []
      return checkCell(column, cell).map((found) => ({ ...found, row: row.id, column: column.id, params: { ...found.params, row: index + 1 } }))
    })
  })
}
