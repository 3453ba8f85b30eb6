import { expect, test } from 'vitest'
import { helperForCode, helperOf } from './recourse.ts'

const refusal = (status: number, code = 'x.y', fields: object = {}) => ({ code, status, fields })

test('who stands behind a post is asked where a right is missing', () => {
  expect(helperOf(refusal(403), 'person', {})).toBe('unit')
  expect(helperOf(refusal(403), 'unit_account', {})).toBe('authority')
  expect(helperOf(refusal(403), 'authority_officer', {})).toBe('platform')
  expect(helperOf(refusal(403), 'platform_admin', {})).toBe('support')
  expect(helperOf(refusal(403), null, {})).toBe('support')
})

test('a room names the helper of its own refusals', () => {
  expect(helperOf(refusal(409, 'units.credit_code_active'), null, { 'units.credit_code_active': 'support' })).toBe('support')
})

test('who keeps the unit is not sent to himself', () => {
  const named = { 'applications.at_department': 'unit' } as const
  expect(helperOf(refusal(409, 'applications.at_department'), 'authorised_person', named)).toBe('unit')
  expect(helperOf(refusal(409, 'applications.at_department'), 'unit_account', named)).toBe(null)
})

test('what one can mend oneself needs nobody', () => {
  expect(helperOf(refusal(422, 'input.invalid', { name: {} }), 'person', {})).toBe(null)
  expect(helperOf(refusal(409, 'overtaken'), 'person', {})).toBe(null)
  expect(helperOf(refusal(401, 'sign_in_first'), null, {})).toBe(null)
  expect(helperOf(refusal(503, 'busy'), 'person', {})).toBe('support')
})

test('a code that somebody names is judged as the refusal was: made-up ones have no helper', () => {
  const named = { 'units.registration_closed': 'support' } as const
  expect(helperForCode('not_your_post', 'person', named)).toBe('unit')
  expect(helperForCode('not_your_post', 'unit_account', named)).toBe('authority')
  expect(helperForCode('units.registration_closed', null, named)).toBe('support')
  expect(helperForCode('broken', 'person', named)).toBe('support')
  expect(helperForCode('overtaken', 'person', named)).toBe(null)
  expect(helperForCode('made.up', 'person', named)).toBe(null)
})
