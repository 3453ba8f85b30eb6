import { expect, test } from 'vitest'
import { besideFields, besideNoField, refusalIn } from './blocked.ts'

const t = (key: string, params?: Record<string, string | number>) => `${key} ${JSON.stringify(params ?? {})}`
const block = (code: string, params = {}) => ({ verb: 'add', code, params })

test('S2-32 who holds the other post is told beside the number, a taken name beside the name', () => {
  const both = refusalIn({ blocked: [block('structure.name.taken'), block('structure.exclusive.authorised', { since: '2026-03-02' })] }, t, 'manager.')
  expect(Object.keys(both.fields)).toEqual(['name', 'manager.document'])
  expect(both.fields['manager.document']?.sentence).toContain('2026-03-02')
})

test('N11 what concerns no field stands on top, and is never swallowed', () => {
  const refusal = refusalIn({ blocked: [block('structure.most', { most: 500 }), block('structure.name.taken')] }, t)
  expect(refusal.detail).toContain('structure.most')
  expect(refusal.fields).toEqual({})
})

test('S2-32 while the form is filled in, each obstacle stands once: beside its field, or else with the plan', () => {
  const both = { blocked: [block('structure.most', { most: 500 }), block('structure.name.taken'), block('structure.own_unit_account')] }
  expect(Object.keys(besideFields(both, t, 'manager.'))).toEqual(['name', 'manager.document'])
  expect(besideNoField(both).map(({ code }) => code)).toEqual(['structure.most'])
})
