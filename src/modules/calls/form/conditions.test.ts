import { describe, expect, test } from 'vitest'
import type { Condition, Values } from './definition.ts'
import { askedFields, askedTabs, effectiveValues, holds, isFilled, numberOf, tabOf } from './conditions.ts'
import { fieldOf, formOf, options } from './testing/forms.ts'

const row = (id: string, cells: Record<string, string | number | null>) => ({ id, cells })
const values: Values = {
  kind: 'survey', topics: ['a', 'b'], yes: true, no: false, grant: 10, own: 0.3, empty: '  ',
  budget: [row('1', { subject: 'equipment', amount: 0.1 }), row('2', { subject: 'equipment', amount: 0.2 }), row('3', { subject: 'labour', amount: 5 })],
}

describe('conditions', () => {
  const cases: [string, Condition, boolean][] = [
    ['a choice is this one', { field: 'kind', is: 'survey' }, true],
    ['a choice is another', { field: 'kind', is: 'theory' }, false],
    ['one of several ticks', { field: 'topics', is: 'b' }, true],
    ['one of a set', { field: 'kind', in: ['theory', 'survey'] }, true],
    ['none of a set', { field: 'kind', in: ['theory'] }, false],
    ['yes', { field: 'yes', is: true }, true],
    ['no is not yes', { field: 'no', is: true }, false],
    ['no is an answer', { field: 'no', isFilled: true }, true],
    ['spaces are none', { field: 'empty', isFilled: true }, false],
    ['what is not there is empty', { field: 'nowhere', isFilled: false }, true],
    ['all', { all: [{ field: 'yes', is: true }, { field: 'kind', is: 'theory' }] }, false],
    ['any', { any: [{ field: 'yes', is: true }, { field: 'kind', is: 'theory' }] }, true],
    ['not', { not: { field: 'yes', is: true } }, false],
    ['0.1 + 0.2 = 0.3', { compare: { left: { sum: { table: 'budget', column: 'amount', where: { column: 'subject', is: 'equipment' } } }, op: '=', right: { field: 'own' } } }, true],
    ['rows are counted', { compare: { left: { count: { table: 'budget' } }, op: '>=', right: { number: 3 } } }, true],
    ['rows of one kind are counted', { compare: { left: { count: { table: 'budget', where: { column: 'subject', is: 'labour' } } }, op: '>', right: { number: 1 } } }, false],
    ['an empty number is zero', { compare: { left: { field: 'nowhere' }, op: '<', right: { number: 1 } } }, true],
  ]
  test.each(cases)('%s', (_name, condition, expected) => expect(holds(condition, values)).toBe(expected))

  test('arithmetic by hand: (10 - 0.3) × 2 + 5.3 = 24.7', () => {
    expect(numberOf({ add: [{ multiply: [{ subtract: [{ field: 'grant' }, { field: 'own' }] }, { number: 2 }] }, { sum: { table: 'budget', column: 'amount' } }] }, values)).toBe(24.7)
  })
})

test('what counts as filled in', () => {
  expect([null, undefined, '', ' ', [], [row('1', { a: null, b: '' })], { from: '', to: '' }, { type: 'doc' as const, content: [{ type: 'paragraph' }] }].map((one) => isFilled(one))).toEqual(Array(8).fill(false))
  expect([0, false, 'x', ['a'], [row('1', { a: 0 })], { from: '2026-01-01', to: '' }, { type: 'doc' as const, content: [{ type: 'image', attrs: { fileId: 'f' } }] }].map((one) => isFilled(one))).toEqual(Array(7).fill(true))
})

describe('what is asked', () => {
  const form = formOf([
    { id: 'a', fields: [fieldOf({ kind: 'yesno', id: 'partner' }), fieldOf({ kind: 'text', id: 'name', when: { field: 'partner', is: true } }), fieldOf({ kind: 'text', id: 'task', when: { field: 'name', isFilled: true } })] },
    { id: 'b', when: { field: 'later', is: 'yes' }, fields: [fieldOf({ kind: 'text', id: 'only_then' })] },
    { id: 'c', fields: [fieldOf({ kind: 'choice', id: 'later', options: options('yes', 'no') })] },
  ])
  const ids = (given: Values) => askedFields(form, given).map(({ id }) => id)

  test('what hangs on something hidden is hidden too, though its value is still there', () => {
    expect(ids({ partner: true, name: '甲' })).toEqual(['partner', 'name', 'task', 'later'])
    expect(ids({ partner: false, name: '甲', task: '乙' })).toEqual(['partner', 'later'])
    expect(effectiveValues(form, { partner: false, name: '甲', task: '乙' })).toEqual({ partner: false, later: null })
  })

  test('a tab may hang on a field that stands behind it', () => {
    expect(askedTabs(form, {}).map(({ tab }) => tab.id)).toEqual(['a', 'c'])
    expect(askedTabs(form, { later: 'yes' }).map(({ tab }) => tab.id)).toEqual(['a', 'b', 'c'])
  })

  test('a circle hides its fields instead of running for ever', () => {
    const circle = formOf([fieldOf({ kind: 'yesno', id: 'x', when: { field: 'y', isFilled: true } }), fieldOf({ kind: 'yesno', id: 'y', when: { field: 'x', isFilled: true } })])
    expect(askedFields(circle, { x: true, y: true })).toEqual([])
  })

  test('a field knows its tab', () => expect([tabOf(form, 'later')?.id, tabOf(form, 'nowhere')]).toEqual(['c', undefined]))
})
