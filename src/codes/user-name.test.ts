import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read } from './testing/checked.ts'
import { userName } from './user-name.ts'

test('S1-35 6 to 20 of a-z, 0-9 and _, a letter first; capitals and full width are converted', () => {
  expect(read(userName(' Jingu_2026 '))).toBe('jingu_2026')
  expect(read(userName('ｊｉｎｇｕ１'))).toBe('jingu1')
  for (const raw of ['', 'jingu', '1jingu', '_jingu', 'jin gu', 'jin-gu', 'jingu@x', 'а_jingu', 'jin\u200Bgu',
    'a'.repeat(21)]) {
    expect(read(userName(raw)), raw).toBe('user_name.format')
  }
  expect(read(userName('jingu\u202Eab'))).toBe('text.control')
})

test('reserved words are refused, digits behind them or not', () => {
  for (const raw of ['system', 'Operator', 'admin123', 'kjj2026', 'root_1', 'ＡＤＭＩＮ１']) {
    expect(read(userName(raw)), raw).toBe('user_name.reserved')
  }
  expect(read(userName('admin_of_jingu'))).toBe('admin_of_jingu')
})

test('a name carries no mobile and no identity number', () => {
  expect(read(userName('z16400000001'))).toBe('user_name.number')
  expect(read(userName('z120199199001010'))).toBe('user_name.number')
})

test('nothing but ASCII comes out (I14)', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 6, maxLength: 20 }), (raw) => {
    expect(read(userName(raw))).toMatch(/^([a-z][a-z0-9_]{5,19}|user_name\.\w+|text\.\w+)$/)
  }))
})
