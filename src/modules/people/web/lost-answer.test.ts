import { expect, test } from 'vitest'
import { ownProblem } from '../../../web/problem.ts'
import { mayBeRegistered } from './lost-answer.ts'

test('S1-29 after an answer that never came the account may exist, whatever the next try is told', () => {
  const lost = mayBeRegistered(false, ownProblem('web.no_answer', ''))
  expect(lost).toBe(true)
  expect(mayBeRegistered(lost, ownProblem('input.invalid', '', 422))).toBe(true)
  expect(mayBeRegistered(false, ownProblem('input.invalid', '', 422))).toBe(false)
})
