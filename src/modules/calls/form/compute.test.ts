import { expect, test } from 'vitest'
import { computedCell, computedRows, sumOf } from './compute.ts'
import type { FieldOf, TableRow } from './definition.ts'
import { fieldOf, named } from './testing/forms.ts'

const table = fieldOf({
  kind: 'table', id: 'budget', sums: ['granted', 'total'],
  columns: [
    { kind: 'money', id: 'granted', label: named('财政') }, { kind: 'money', id: 'own', label: named('自筹') },
    { kind: 'computed', id: 'total', label: named('合计'), value: { add: [{ field: 'granted' }, { field: 'own' }] } },
    { kind: 'computed', id: 'third', label: named('三成'), decimals: 1, value: { multiply: [{ field: 'granted' }, { number: 0.333 }] } },
  ],
}) as FieldOf<'table'>
const rows: TableRow[] = [{ id: '1', cells: { granted: 0.1, own: 0.2 } }, { id: '2', cells: { granted: 0.7, own: null } }, { id: '3', cells: {} }]

test('cells are computed exactly, to the decimals of their column, and stay empty with an empty row', () => {
  expect(computedRows(table, rows).map(({ cells }) => [cells['total'], cells['third']])).toEqual([[0.3, 0], [0.7, 0.2], [null, null]])
})

test('what was typed into a computed cell is not believed', () => {
  expect(sumOf(table, 'total', [{ id: '1', cells: { granted: 1, own: 1, total: 900 } }])).toBe(2)
})

test('sums stand to the hundredth', () => {
  expect(sumOf(table, 'granted', rows)).toBe(0.8)
  expect(sumOf(table, 'total', rows)).toBe(1)
  expect(sumOf(table, 'granted', Array.from({ length: 200 }, (_, n) => ({ id: String(n), cells: { granted: 0.01 } })))).toBe(2)
  expect(sumOf(table, 'granted', [])).toBe(0)
})

test('a single cell', () => {
  const total = table.columns.find((column) => column.kind === 'computed')
  expect(total && computedCell(total, { id: '1', cells: { own: 19.99, granted: 0.01 } })).toBe(20)
})
