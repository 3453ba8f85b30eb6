import { expect, test } from 'vitest'
import { isUnanswered, ownProblem, problemIn } from './problem.ts'

test('problem details are read as they come', () => {
  const body = { type: 'about:blank', title: 't', status: 422, code: 'input.invalid', detail: '请更正', fields: { name: { code: 'a.b', sentence: '句' } }, requestId: 'r1', helper: 'nobody' }
  expect(problemIn(body)).toEqual({ status: 422, code: 'input.invalid', detail: '请更正', fields: { name: { code: 'a.b', sentence: '句' } }, requestId: 'r1', helper: null })
})

test('a page of a proxy is no problem of ours', () => {
  for (const body of [null, '', '<html>', 7, [], {}, { status: '422', code: 'x' }]) expect(problemIn(body)).toBeNull()
})

test('only silence and a broken server leave open whether it was done', () => {
  expect([0, 401, 409, 422, 500, 503].map((status) => isUnanswered(ownProblem('x', 'x', status)))).toEqual([true, false, false, false, true, true])
})
