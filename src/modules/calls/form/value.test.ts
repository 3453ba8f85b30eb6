import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Field } from './definition.ts'
import { fieldOf, named, options } from './testing/forms.ts'
import { hardLimits, readValue } from './value.ts'

const f = (kind: string, more: object = {}) => fieldOf({ kind, id: 'f', ...more })
const table = f('table', { columns: [{ kind: 'text', id: 'a', label: named('甲') }, { kind: 'money', id: 'b', label: named('乙') }, { kind: 'computed', id: 'c', label: named('丙'), value: { field: 'b' } }] })

describe('what is kept', () => {
  const cases: [string, Field, unknown, unknown][] = [
    ['text too long for the form is kept for the checker', f('text', { max: 3 }), '四个汉字', '四个汉字'],
    ['lines of a long text', f('text', { lines: 4 }), '一\r\n二', '一\n二'],
    ['characters in one form', f('text'), 'e\u0301', 'é'],
    ['spaces while somebody writes', f('text'), 'a ', 'a '],
    ['nothing', f('text'), '', null],
    ['a number out of bounds', f('number', { max: 1 }), 5.25, 5.25],
    ['an amount', f('money'), 0.1, 0.1],
    ['minus zero', f('number'), -0, 0],
    ['a day', f('date'), '2028-02-29', '2028-02-29'],
    ['half a period', f('period'), { from: '2026-01-01', to: null }, { from: '2026-01-01', to: '' }],
    ['no period', f('period'), { from: '', to: '' }, null],
    ['ticks in the order of the options', f('choices', { options: options('a', 'b', 'c') }), ['c', 'a'], ['a', 'c']],
    ['no ticks', f('choices', { options: options('a', 'b') }), [], null],
    ['a code', f('code', { list: 'discipline' }), '560', '560'],
    ['no', f('yesno'), false, false],
    ['a commitment taken back', f('commitment', { text: named('承诺') }), false, null],
    ['rows, without what is computed and without empty cells', table, [{ id: 'r1', cells: { a: '甲', b: null, c: 900 } }, { id: 'r2', cells: {} }], [{ id: 'r1', cells: { a: '甲' } }, { id: 'r2', cells: {} }]],
    ['no rows', table, [], null],
  ]
  test.each(cases)('%s', (_name, field, raw, value) => expect(readValue(field, raw)).toEqual({ ok: true, value }))
})

describe('what cannot be kept', () => {
  const cases: [string, Field, unknown, string][] = [
    ['a number as text', f('number'), '5', 'number'],
    ['no number', f('number'), NaN, 'number'],
    ['a number without end', f('money'), 1e300, 'huge'],
    ['a day that does not exist', f('date'), '2026-02-30', 'date'],
    ['a day with a time', f('date'), '2026-02-03T00:00', 'date'],
    ['a period with something else', f('period'), { from: '2026-01-01', until: 'x' }, 'shape'],
    ['an option that does not exist', f('choice', { options: options('a', 'b') }), 'c', 'option'],
    ['one tick that does not exist', f('choices', { options: options('a', 'b') }), ['a', 'c'], 'option'],
    ['a control character', f('text'), 'a\u0000', 'text'],
    ['two lines in one', f('text'), 'a\nb', 'text'],
    ['half a character', f('text'), '\uD800', 'text'],
    ['a turned reading order', f('text', { lines: 3 }), 'a\u202Eb', 'text'],
    ['a text without end', f('text'), 'a'.repeat(hardLimits.text + 1), 'too_long'],
    ['HTML', f('rich'), '<p>', 'rich_shape'],
    ['a column that does not exist', table, [{ id: 'r', cells: { z: 1 } }], 'column'],
    ['a cell of another kind', table, [{ id: 'r', cells: { b: 'x' } }], 'number'],
    ['a row twice', table, [{ id: 'r', cells: {} }, { id: 'r', cells: {} }], 'row_twice'],
    ['a row without id', table, [{ cells: {} }], 'shape'],
    ['an id that is none', table, [{ id: '../x', cells: {} }], 'shape'],
    ['rows without end', table, Array.from({ length: hardLimits.rows + 1 }, (_, n) => ({ id: `r${n}`, cells: {} })), 'rows'],
    ['members', f('members'), ['x'], 'not_kept_here'],
    ['files', f('files', { types: ['pdf'] }), null, 'not_kept_here'],
    ['a fact', f('fact', { of: 'unit.name' }), 'x', 'not_kept_here'],
  ]
  test.each(cases)('%s', (_name, field, raw, code) => expect(readValue(field, raw)).toMatchObject({ ok: false, code: `calls.value.${code}` }))

  test('E06 a code that may not be chosen, where the lists are at hand', () => {
    const field = f('code', { list: 'discipline' })
    expect(readValue(field, '560', (list, code) => list === 'discipline' && code === '560')).toEqual({ ok: true, value: '560' })
    expect(readValue(field, '561', () => false)).toMatchObject({ ok: false, code: 'calls.value.option' })
    expect(readValue(field, null, () => false)).toEqual({ ok: true, value: null })
  })

  test('says the row and the column', () => {
    expect(readValue(table, [{ id: 'r', cells: {} }, { id: 's', cells: { b: 'x' } }])).toEqual({ ok: false, code: 'calls.value.number', params: { row: 2, column: 'b' } })
  })
})

test('whatever comes is taken or refused, never broken, and what is kept is kept again as it is', () => {
  const fields = [f('text'), f('text', { lines: 3 }), f('rich'), f('number'), f('money'), f('date'), f('period'), f('choice', { options: options('a', 'b') }), f('choices', { options: options('a', 'b') }), f('code', { list: 'district' }), f('yesno'), f('commitment', { text: named('承诺') }), table]
  fc.assert(fc.property(fc.constantFrom(...fields), fc.oneof(fc.jsonValue(), fc.anything()), (field, raw) => {
    const read = readValue(field, raw)
    expect(read.ok ? readValue(field, JSON.parse(JSON.stringify(read.value))) : read).toEqual(read)
  }), { numRuns: 1000 })
})
