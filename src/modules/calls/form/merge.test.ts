import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldValue, TableRow } from './definition.ts'
import { mergeField } from './merge.ts'
import { fieldOf, named, options } from './testing/forms.ts'

const table = fieldOf({ kind: 'table', id: 'plan', columns: [{ kind: 'text', id: 'a', label: named('甲') }, { kind: 'text', id: 'b', label: named('乙') }] })
const text = fieldOf({ kind: 'text', id: 'title' })
const ticks = fieldOf({ kind: 'choices', id: 'topics', options: options('x', 'y', 'z') })
const period = fieldOf({ kind: 'period', id: 'period' })
const row = (id: string, a: string, b = ''): TableRow => ({ id, cells: { a, b } })
const ids = (value: FieldValue) => (Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one : one.id)) : [])

describe('by hand', () => {
  test('one window changed it: it stands', () => {
    expect(mergeField(text, 'a', 'b', 'a')).toEqual({ value: 'b', conflicts: [] })
    expect(mergeField(text, 'a', 'a', 'c')).toEqual({ value: 'c', conflicts: [] })
    expect(mergeField(text, 'a', 'd', 'd')).toEqual({ value: 'd', conflicts: [] })
  })

  test('both changed it: mine stands, and the field is named', () => expect(mergeField(text, 'a', 'b', 'c')).toEqual({ value: 'b', conflicts: ['title'] }))

  test('two cells of one row come together', () => {
    expect(mergeField(table, [row('1', 'a', 'b')], [row('1', 'A', 'b')], [row('1', 'a', 'B')])).toEqual({ value: [row('1', 'A', 'B')], conflicts: [] })
  })

  test('one cell in both: mine, and its place', () => {
    expect(mergeField(table, [row('1', 'a')], [row('1', 'b')], [row('1', 'c')])).toEqual({ value: [row('1', 'b')], conflicts: ['1.a'] })
  })

  test('rows added in both windows are all there, behind the rows they were written behind', () => {
    const { value, conflicts } = mergeField(table, [row('1', 'x'), row('2', 'y')], [row('1', 'x'), row('m', 'mine'), row('2', 'y')], [row('1', 'x'), row('2', 'y'), row('t', 'theirs')])
    expect([ids(value), conflicts]).toEqual([['1', 'm', '2', 't'], []])
  })

  test('a deleted row is gone, unless the other window went on writing in it', () => {
    const base = [row('1', 'x'), row('2', 'y')]
    expect(mergeField(table, base, [row('2', 'y')], [row('1', 'x'), row('2', 'z')])).toEqual({ value: [row('2', 'z')], conflicts: [] })
    expect(mergeField(table, base, [row('2', 'y')], [row('1', 'changed'), row('2', 'y')])).toEqual({ value: [row('1', 'changed'), row('2', 'y')], conflicts: ['1'] })
  })

  test('a new order is kept beside new cells', () => {
    const base = [row('1', 'x'), row('2', 'y'), row('3', 'z')]
    const merged = mergeField(table, base, [base[2], base[0], base[1]].flatMap((one) => one ?? []), [row('1', 'X'), row('2', 'y'), row('3', 'z')])
    expect(merged).toEqual({ value: [row('3', 'z'), row('1', 'X'), row('2', 'y')], conflicts: [] })
  })

  test('ticks one by one, in the order of the options', () => expect(mergeField(ticks, ['y'], ['y', 'z'], ['x'])).toEqual({ value: ['x', 'z'], conflicts: [] }))

  test('a period by its ends', () => {
    expect(mergeField(period, { from: '2026-01-01', to: '' }, { from: '2026-02-01', to: '' }, { from: '2026-01-01', to: '2026-12-31' })).toEqual({ value: { from: '2026-02-01', to: '2026-12-31' }, conflicts: [] })
    expect(mergeField(period, null, { from: '2026-02-01', to: '' }, { from: '2026-03-01', to: '' })).toEqual({ value: { from: '2026-02-01', to: '' }, conflicts: ['period'] })
  })
})

describe('whatever two windows write', () => {
  const cells = fc.record({ a: fc.constantFrom('', 'p', 'q', 'r'), b: fc.constantFrom('', 's', 't') })
  const rows = (names: string[]) => fc.uniqueArray(fc.tuple(fc.constantFrom(...names), cells), { selector: ([id]) => id, maxLength: 6 }).map((all) => all.map(([id, one]): TableRow => ({ id, cells: one })))
  // Ids are made in each window, so that new rows of two windows never share one.
  const three = fc.tuple(rows(['1', '2', '3', '4']), rows(['1', '2', '3', '4', 'm1', 'm2']), rows(['1', '2', '3', '4', 't1', 't2']))
    .map(([base, mine, theirs]) => {
      const old = new Set(base.map(({ id }) => id))
      const own = (side: TableRow[], letter: string) => side.filter(({ id }) => old.has(id) || id.startsWith(letter))
      return { base, mine: own(mine, 'm'), theirs: own(theirs, 't') }
    })
  const find = (list: TableRow[], id: string) => list.find((one) => one.id === id)
  const asRows = (value: FieldValue) => (Array.isArray(value) ? value.flatMap((one) => (typeof one === 'string' ? [] : [one])) : [])

  test('no row that somebody typed is lost', () => {
    fc.assert(fc.property(three, ({ base, mine, theirs }) => {
      const merged = asRows(mergeField(table, base, mine, theirs).value)
      const typed = [...mine, ...theirs].filter((one) => JSON.stringify(find(base, one.id)) !== JSON.stringify(one))
      expect(typed.filter(({ id }) => !find(merged, id))).toEqual([])
    }), { numRuns: 400 })
  })

  test('no cell that only one of them changed is lost, and every other difference is named', () => {
    fc.assert(fc.property(three, ({ base, mine, theirs }) => {
      const { value, conflicts } = mergeField(table, base, mine, theirs)
      for (const one of asRows(value)) {
        for (const column of ['a', 'b']) {
          const [was, my, their] = [base, mine, theirs].map((side) => find(side, one.id)?.cells[column])
          if (my === undefined || their === undefined || was === undefined) continue
          const expected = my === their || was === their ? my : was === my ? their : null
          if (expected === null) expect(conflicts).toContain(`${one.id}.${column}`)
          else expect(one.cells[column]).toBe(expected)
        }
      }
    }), { numRuns: 400 })
  })

  test('without a conflict it does not matter whose window it is', () => {
    fc.assert(fc.property(three, ({ base, mine, theirs }) => {
      const one = mergeField(table, base, mine, theirs)
      const other = mergeField(table, base, theirs, mine)
      expect(other.conflicts.length > 0).toBe(one.conflicts.length > 0)
      if (one.conflicts.length === 0) expect(other.value).toEqual(one.value)
    }), { numRuns: 400 })
  })

  test('every row is there once', () => {
    fc.assert(fc.property(three, ({ base, mine, theirs }) => {
      const there = ids(mergeField(table, base, mine, theirs).value)
      expect(new Set(there).size).toBe(there.length)
    }))
  })
})
