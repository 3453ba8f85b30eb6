import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareCode, grouped } from './code.ts'

test('S1-18 a code is typed with blanks, full width or small letters', () => {
  expect(bareCode(' ９１12 0000-0000 0000 0a ')).toBe('91120000000000000A')
})

test('grouping only adds blanks', () => {
  fc.assert(fc.property(fc.stringMatching(/^[0-9A-Z]{0,30}$/), (code) => {
    expect(bareCode(grouped(code, [2, 6, 9, 1]))).toBe(code)
  }))
})

test('groups are those of the standard, the rest stays at the end', () => {
  expect(grouped('91120000000000000A', [2, 6, 9, 1])).toBe('91 120000 000000000 A')
  expect(grouped('911', [2, 6, 9, 1])).toBe('91 1')
  expect(grouped('1990000000099', [3, 4, 4])).toBe('199 0000 000099')
  expect(grouped('', [2, 6])).toBe('')
})
