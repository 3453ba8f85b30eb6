import { expect, it } from 'vitest'
import { column, type Column } from '../../form/definition.ts'
import { cellsIn, withPasted } from './pasted.ts'

const label = { zh: '甲', en: '' }
const columns: Column[] = [
  column.parse({ kind: 'text', id: 'item', label, max: 5 }), column.parse({ kind: 'money', id: 'amount', label }),
  column.parse({ kind: 'computed', id: 'sum', label, value: { field: 'amount' } }), column.parse({ kind: 'date', id: 'day', label }),
  column.parse({ kind: 'choice', id: 'kind', label, options: [{ value: 'a', label: { zh: '设备费' } }, { value: 'b', label: { zh: '劳务费' } }] }),
]
let n = 0
const id = () => `n${++n}`

it('a block out of Excel is read cell by cell, quoted ones with their line breaks', () => {
  expect(cellsIn('材料费\t1,200.5\r\n"两行\n""文字"""\t3\r\n')).toEqual([['材料费', '1,200.5'], ['两行\n"文字"', '3']])
  expect([cellsIn('一句话'), cellsIn('一行\n')]).toEqual([null, null])
})

it('goes into the table from the cell where the cursor stands; computed columns are passed over, rows are added', () => {
  const rows = [{ id: 'r1', cells: { item: '旧', amount: 1 } }]
  const { rows: next, left } = withPasted(columns, rows, { row: 0, column: 'amount' }, [['１２．５', '2027/3/1', '劳务费'], ['3', '2027年12月31日', '设备费']], 10, id)
  expect(next).toEqual([
    { id: 'r1', cells: { item: '旧', amount: 12.5, day: '2027-03-01', kind: 'b' } }, { id: 'n1', cells: { amount: 3, day: '2027-12-31', kind: 'a' } },
  ])
  expect([left, rows[0]?.cells]).toEqual([0, { item: '旧', amount: 1 }])
})

it('what does not fit is counted and left out, and nothing goes beyond the most rows', () => {
  const { rows, left } = withPasted(columns, [], { row: 0, column: 'item' }, [['六个字的事项', '不是数', '没有这天', '别的', '多出'], ['甲', '1'], ['乙', '2']], 2, id)
  expect(rows.map(({ cells }) => cells)).toEqual([{ item: '六个字的事' }, { item: '甲', amount: 1 }])
  expect(left).toBe(4 + 2)
})
