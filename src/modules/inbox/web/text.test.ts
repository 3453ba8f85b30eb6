import { expect, test } from 'vitest'
import { textOf } from './text.ts'

test('S1-56 a notice is read without the address that a mail needs', () => {
  expect(textOf('某所的注册已提交。\n\n查看办理进度：/app/registration', '/app/registration')).toBe('某所的注册已提交。\n\n查看办理进度')
  expect(textOf('Follow it here: /app/registration', '/app/registration')).toBe('Follow it here')
})

test('what has no link stays as it is', () => {
  expect(textOf('原因：\n\n证照不清晰', null)).toBe('原因：\n\n证照不清晰')
})
