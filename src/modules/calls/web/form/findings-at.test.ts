import { describe, expect, it } from 'vitest'
import type { Finding } from '../../form/check.ts'
import { field } from '../../form/definition.ts'
import { callWith, contentOf, fieldOf, formOf } from '../../form/testing/forms.ts'
import { byField, shownAt, withTold } from './findings-at.ts'

const label = { zh: '甲', en: '' }
const found = (id: string, code: string, params = {}): Finding => ({ severity: 'error', tab: 't', field: id, code, params })

it('a field whose findings are as before keeps its array, so that it is not drawn again', () => {
  const first = byField([found('a', 'calls.check.required'), found('b', 'calls.check.too_long', { n: 5 })], new Map())
  const next = byField([found('a', 'calls.check.required'), found('b', 'calls.check.too_long', { n: 6 })], first)
  expect([next.get('a') === first.get('a'), next.get('b') === first.get('b'), next.get('b')?.[0]?.params]).toEqual([true, false, { n: 6 }])
})

it('nothing is said of a field before it was left, and everything once the check was asked for', () => {
  const text = field.parse({ kind: 'text', id: 'a', label })
  const all = [found('a', 'calls.check.required')]
  expect([shownAt(text, all, false, false).length, shownAt(text, all, false, true).length, shownAt(text, all, true, false).length, shownAt(text, undefined, true, true).length]).toEqual([0, 1, 1, 0])
})

it('between two cells of a table only what is wrong is said, not what is still to come', () => {
  const table = field.parse({ kind: 'table', id: 'a', label, columns: [{ kind: 'money', id: 'm', label }] })
  const all = [found('a', 'calls.check.required_cell'), found('a', 'calls.check.too_small'), found('a', 'calls.check.rule')]
  expect(shownAt(table, all, false, true).map(({ code }) => code)).toEqual(['calls.check.too_small'])
  expect(shownAt(table, all, true, true)).toHaveLength(3)
})

describe('E06 what the server alone knows stands beside what is found here', () => {
  const form = formOf([
    fieldOf({ kind: 'code', id: 'a', list: 'district' }),
    fieldOf({ kind: 'code', id: 'b', list: 'district', when: { field: 'c', is: true } }),
    fieldOf({ kind: 'yesno', id: 'c' }),
  ])
  const document = callWith(form)
  const values = { a: '120101', b: '120101', c: true }
  const content = contentOf(values)
  const ended = [found('a', 'calls.check.option'), found('b', 'calls.check.option')]
  const told = { document, content, findings: [...ended, found('c', 'calls.check.required')] }
  const fieldsAt = (now: typeof content, own = [] as Finding[], of = document) => withTold(own, told, of, now).map(({ field: at }) => at)

  it('all of it while the content is the same, nothing twice, and what is found here first', () => {
    expect(fieldsAt(content)).toEqual(['a', 'b', 'c'])
    expect(fieldsAt(content, [found('c', 'calls.check.required'), found('x', 'calls.check.required')])).toEqual(['c', 'x', 'a', 'b'])
    const own = [found('x', 'calls.check.required')]
    expect(withTold(own, null, document, content)).toBe(own)
  })

  it('a code that has ended is told until it is replaced, whatever else is written', () => {
    expect(fieldsAt(contentOf({ ...values }))).toEqual(['a', 'b'])
    expect(fieldsAt(contentOf({ ...values, a: '120103' }))).toEqual(['b'])
    expect(fieldsAt(contentOf({ ...values, a: '120103', b: null }))).toEqual([])
  })

  it('nothing is said of a field that is no longer asked for, nor of another version of the call', () => {
    expect(fieldsAt(contentOf({ ...values, c: false }))).toEqual(['a'])
    expect(fieldsAt(content, [], callWith(form))).toEqual([])
  })
})
