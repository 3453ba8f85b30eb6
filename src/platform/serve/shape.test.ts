import { expect, test } from 'vitest'
import { isWithinShape } from './shape.ts'

const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as unknown
const list = (keys: number) => Array.from({ length: keys }, (_, n) => n)

test('a body is neither deeper nor larger than forms are', () => {
  expect([isWithinShape(nested(32)), isWithinShape(nested(33))]).toEqual([true, false])
  expect([isWithinShape(list(2_000)), isWithinShape(list(2_001))]).toEqual([true, false])
  expect([isWithinShape(undefined), isWithinShape(null), isWithinShape('x')]).toEqual([true, true, true])
})

test('a verb that takes documents says how large, and they may be deeper', () => {
  expect([isWithinShape(list(40_000), 40_000), isWithinShape(list(40_001), 40_000)]).toEqual([true, false])
  expect([isWithinShape(nested(64), 40_000), isWithinShape(nested(65), 40_000)]).toEqual([true, false])
})

test('text that no column can hold is none, wherever it stands', () => {
  for (const text of ['a\0b', '\ud800']) expect([isWithinShape({ a: [text] }), isWithinShape({ [text]: 1 }, 40_000)]).toEqual([false, false])
})
