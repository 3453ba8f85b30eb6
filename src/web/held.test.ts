import { expect, test } from 'vitest'
import { hold } from './held.ts'

test('I8: an answer that comes later does not bring its version into an open form', () => {
  const opened = hold(null, 'r1', { name: '津沽', version: 3 })
  expect(hold(opened, 'r1', { name: '他人所改', version: 4 })).toBe(opened)
})

test('another key is another form: values and version come together', () => {
  const opened = hold(null, 3, { name: '津沽', version: 3 })
  expect(hold(opened, 4, { name: '他人所改', version: 4 }).value).toEqual({ name: '他人所改', version: 4 })
})
