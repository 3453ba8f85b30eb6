import { describe, expect, test } from 'vitest'
import { checkCounts } from './check-counts.ts'
import { checkContent } from './check.ts'
import type { Content, FormDefinition, Values } from './definition.ts'
import { callWith, contentOf, fieldOf, formOf, named } from './testing/forms.ts'

const counts = (form: FormDefinition, values: Values, more: Partial<Content> = {}) => {
  const content = contentOf(values, more)
  return checkCounts(form, content, checkContent(callWith(form), content))
}

describe('N15 42/42: one count for every desk and for the print', () => {
  const filled = (field: string) => ({ field, isFilled: true })
  const more = (number: number) => ({ compare: { left: { field: 'sum' }, op: '>', right: { number } } })
  const form = formOf([
    fieldOf({ kind: 'text', id: 'title', required: true }), fieldOf({ kind: 'yesno', id: 'partner' }),
    fieldOf({ kind: 'text', id: 'name', max: 2, when: { field: 'partner', is: true } }), fieldOf({ kind: 'money', id: 'sum' }),
  ], [
    { id: 'not_asked', severity: 'error', at: 'name', holds: { field: 'name', is: '甲' }, sentence: named('须为甲') },
    { id: 'hidden_reads', severity: 'error', at: 'sum', when: filled('name'), holds: more(1), sentence: named('须大于 1') },
    { id: 'little', severity: 'warning', at: 'sum', holds: more(5), sentence: named('偏少') },
  ])

  test('each field that is asked and each rule that applies', () => {
    expect(counts(form, { title: '甲', partner: true, name: '甲', sum: 9 })).toEqual({ all: 7, passed: 7, warned: 0, wrong: 0 })
  })
  test('a rule at a field that is not asked is none, nor one that reads what is hidden by now', () => {
    expect(counts(form, { title: '甲', partner: false, name: '很长的名字', sum: 9 })).toEqual({ all: 4, passed: 4, warned: 0, wrong: 0 })
  })
  test('a field and a rule at it that are wrong are two; what is warned of has passed', () => {
    expect(counts(form, { title: '甲', partner: true, name: '很长的名字', sum: 3 })).toEqual({ all: 7, passed: 5, warned: 1, wrong: 2 })
  })
  test('many wrong cells of one table are one', () => {
    const table = formOf([fieldOf({ kind: 'table', id: 't', columns: [{ kind: 'text', id: 'a', label: named('甲'), required: true }, { kind: 'text', id: 'b', label: named('乙'), required: true }] })])
    expect(counts(table, { t: [{ id: '1', cells: { a: '', b: '有' } }, { id: '2', cells: { a: '有', b: '' } }] })).toEqual({ all: 1, passed: 0, warned: 0, wrong: 1 })
  })
  test('a note is not checked; of what the platform says, whether it is there where it must be', () => {
    const said = formOf([fieldOf({ kind: 'note', id: 'n', text: named('说明') }), fieldOf({ kind: 'fact', id: 'u', of: 'unit.name', required: true }), fieldOf({ kind: 'fact', id: 't', of: 'leader.title' })])
    expect(counts(said, {}, { facts: { 'unit.name': '渝江示范大学' } })).toEqual({ all: 1, passed: 1, warned: 0, wrong: 0 })
    expect(counts(said, {})).toEqual({ all: 1, passed: 0, warned: 0, wrong: 1 })
  })
})
