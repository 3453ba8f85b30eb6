import { decimalOf, negated, numberFrom, plus, rounded, times, zero, type Decimal } from './decimal.ts'
import type { Column, Expression, FieldOf, FieldValue, TableRow, Values } from './definition.ts'

export type ComputedColumn = Extract<Column, { kind: 'computed' }>
type Read = (id: string) => FieldValue | undefined
type Where = { column: string; is: string } | undefined

export const isRow = (value: unknown): value is TableRow => typeof value === 'object' && value !== null && 'cells' in value
/** The rows of a table; none where the value is something else. */
export const rowsOf = (value: FieldValue | undefined): TableRow[] => (Array.isArray(value) ? value.filter(isRow) : [])

const amount = (value: unknown): Decimal => (typeof value === 'number' ? decimalOf(value) : zero)
const chosen = (value: FieldValue | undefined, where: Where) => rowsOf(value).filter((row) => !where || row.cells[where.column] === where.is)

/** What an expression comes to, exactly. Whatever is empty or no number counts as zero. */
export function exact(e: Expression, read: Read): Decimal {
  if ('number' in e) return decimalOf(e.number)
  if ('field' in e) return amount(read(e.field))
  if ('sum' in e) return chosen(read(e.sum.table), e.sum.where).reduce((sum, row) => plus(sum, amount(row.cells[e.sum.column])), zero)
  if ('count' in e) return decimalOf(chosen(read(e.count.table), e.count.where).length)
  if ('add' in e) return e.add.reduce((sum, part) => plus(sum, exact(part, read)), zero)
  if ('subtract' in e) return plus(exact(e.subtract[0], read), negated(exact(e.subtract[1], read)))
  return times(exact(e.multiply[0], read), exact(e.multiply[1], read))
}

/** Columns or fields that an expression reads directly. */
export function readsOf(e: Expression): string[] {
  if ('number' in e) return []
  if ('field' in e) return [e.field]
  if ('sum' in e) return [e.sum.table]
  if ('count' in e) return [e.count.table]
  return ('add' in e ? e.add : 'subtract' in e ? e.subtract : e.multiply).flatMap(readsOf)
}

/** A computed cell; null while none of the cells that it is made of is filled in. */
export function computedCell(column: ComputedColumn, row: TableRow): number | null {
  if (!readsOf(column.value).some((id) => typeof row.cells[id] === 'number')) return null
  return numberFrom(rounded(exact(column.value, (id) => row.cells[id] ?? null), column.decimals))
}

/** The rows with what is computed in them; whatever stood there before is not believed. */
export function computedRows(table: FieldOf<'table'>, rows: readonly TableRow[]): TableRow[] {
  const computed = table.columns.filter((column) => column.kind === 'computed')
  if (computed.length === 0) return [...rows]
  return rows.map((row) => ({ ...row, cells: { ...row.cells, ...Object.fromEntries(computed.map((column) => [column.id, computedCell(column, row)])) } }))
}

/** The sum below a column (`sums`), computed ones too. */
export function sumOf(table: FieldOf<'table'>, column: string, rows: readonly TableRow[]): number {
  return numberFrom(computedRows(table, rows).reduce((sum, row) => plus(sum, amount(row.cells[column])), zero))
}

/** What an expression comes to over values that `effectiveValues` made (conditions.ts). */
export const numberOf = (e: Expression, values: Values): number => numberFrom(exact(e, (id) => values[id]))
