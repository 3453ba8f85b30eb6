import { expect, test } from 'vitest'
import { deedKey } from './deed-key.ts'
import { ownProblem } from './problem.ts'

const counting = () => {
  let n = 0
  return deedKey(() => `key-${++n}`)
}
const refused = (status: number) => ({ ok: false as const, refusal: ownProblem('x', 'x', status) })

test('I9: the same deed keeps its key while no answer came', () => {
  const key = counting()
  expect(key.keyFor({ a: 1 })).toBe('key-1')
  key.settle(refused(0))
  expect(key.keyFor({ a: 1 })).toBe('key-1')
  key.settle(refused(502))
  expect(key.keyFor({ a: 1 })).toBe('key-1')
})

test('an answered deed is over: the next one has a key of its own', () => {
  const key = counting()
  key.keyFor({ a: 1 })
  key.settle({ ok: true, value: {} })
  expect(key.keyFor({ a: 1 })).toBe('key-2')
  key.settle(refused(422))
  expect(key.keyFor({ a: 1 })).toBe('key-3')
})

test('another input is another deed', () => {
  const key = counting()
  key.keyFor({ a: 1 })
  key.settle(refused(0))
  expect(key.keyFor({ a: 2 })).toBe('key-2')
})
