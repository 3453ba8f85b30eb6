import { expect, it } from 'vitest'
import { pageOf, type Entry } from './entries.ts'

const entry = (n: number): Entry => ({
  code: String(n), name: `第${n}项`, nameEn: `Item ${n}`, parent: null, from: null, to: null, successor: [], origin: 'shipped', version: 0,
  subject: '0190a000-0000-8000-8000-000000000000', state: n % 10 === 0 ? 'ended' : 'current', can: [],
})
const entries = Array.from({ length: 120 }, (_, i) => entry(i + 1))

it('turns there and back through all entries, each once', () => {
  const first = pageOf(entries, {}, {})
  const second = pageOf(entries, {}, { after: first.next ?? '' })
  const third = pageOf(entries, {}, { after: second.next ?? '' })
  expect([...first.rows, ...second.rows, ...third.rows]).toEqual(entries)
  expect([first.previous, third.next, first.total]).toEqual([null, null, { n: 120, exact: true }])
  expect(pageOf(entries, {}, { before: third.previous ?? '' }).rows).toEqual(second.rows)
  expect(pageOf(entries, {}, { page: 3 })).toEqual(third)
})

it('finds by code, name or English name, in full width as well', () => {
  expect(pageOf(entries, { text: ' ITEM １２0' }, {}).rows.map((row) => row.code)).toEqual(['120'])
  expect(pageOf(entries, { text: '第7项' }, {}).rows.map((row) => row.code)).toEqual(['7'])
  expect(pageOf(entries, { state: 'ended' }, {}).total.n).toBe(12)
})

it('a place that somebody made up is the beginning', () => {
  for (const after of ['-3', 'x', '0', '0.5']) expect(pageOf(entries, {}, { after }).rows[0]?.code).toBe('1')
})
