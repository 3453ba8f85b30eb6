import { expect, it } from 'vitest'
import type { Finding } from '../../form/check.ts'
import { field } from '../../form/definition.ts'
import { byField, shownAt } from './findings-at.ts'

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
