import { describe, expect, test } from 'vitest'
import { ownPath } from '../../kernel/own-path.ts'
import { checkAddress, newUserName, oneTimeCode, typedUserName } from './fields.ts'

describe('S1-35 a user name', () => {
  test.each([['BDyanfa01', 'bdyanfa01'], ['ｂｄｙａｎｆａ', 'bdyanfa']])('%s becomes %s', (typed, kept) => expect(newUserName.parse(typed)).toBe(kept))
  test.each(['admin', 'ａｄｍｉｎ123', 'ab', '1abcdef', '张三李四王五', 'bd yanfa', '\u0430bcdefg'])('%s is refused', (typed) => {
    expect(newUserName.safeParse(typed).success).toBe(false)
  })
})

describe('S1-17, S1-N3 where a code may be sent', () => {
  test('an impossible mobile number is refused', () => expect(checkAddress('phone')('12345678900')).toMatchObject({ ok: false, code: 'mobile.format' }))
  test('a number with blanks and +86 is the same number', () => expect(checkAddress('phone')('+86 164 1234 5678')).toMatchObject({ ok: true, value: '16412345678' }))
  test('half an address is none', () => expect(checkAddress('mail')('li.fang@')).toMatchObject({ ok: false, code: 'mail.format' }))
})

test.each([[' 123 456', '123456'], ['１２３４５６', '123456']])('the code %s is %s', (typed, code) => expect(oneTimeCode.parse(typed)).toBe(code))
test.each(['12345', '1234567', 'abcdef', ''])('%s is no code', (typed) => expect(oneTimeCode.safeParse(typed).success).toBe(false))

test('at sign-in any name may be typed', () => {
  for (const typed of ['admin', 'A B', '张三', "' or 1=1 --"]) expect(typedUserName.safeParse(typed).success).toBe(true)
})

describe('S1-03 the way back leads to our own pages only', () => {
  test.each(['/app/', '/app/units?state=submitted', '/'])('%s', (path) => expect(ownPath(path)).toBe(path))
  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', '/a\nb', '/\t/evil.example', null, undefined])(
    '%j is dropped', (path) => expect(ownPath(path)).toBeNull(),
  )
})
