import { expect, it } from 'vitest'
import { canOf, notYourself, scopeOf } from './staff.ts'

it('nobody acts on the own account', () => {
  expect(canOf({ yourself: true, state: 'active', secondFactor: true, mandates: 1 })).toEqual([])
  expect(notYourself('a', 'a')).toMatchObject({ code: 'staff.yourself', status: 403 })
  expect(notYourself('a', 'b')).toBe(null)
})

it.each([
  [{ state: 'active', secondFactor: true, mandates: 1 }, ['grant', 'end', 'disable', 'resetSecondFactor', 'resendLink']],
  [{ state: 'active', secondFactor: false, mandates: 0 }, ['grant', 'disable', 'resendLink']],
  [{ state: 'disabled', secondFactor: true, mandates: 2 }, ['enable']],
] as const)('%o can %o', (facts, can) => {
  expect(canOf({ yourself: false, ...facts })).toEqual(can)
})

it('S1-58 an officer acts for an authority, an administrator and the technical support for none', () => {
  expect(scopeOf('authority_officer', null)).toMatchObject({ fields: { authorityId: { code: 'staff.choose_authority' } } })
  expect(scopeOf('authority_officer', 'haihe')).toEqual({ scopeId: 'haihe' })
  expect(scopeOf('platform_admin', 'haihe')).toEqual({ scopeId: null })
  expect(scopeOf('support_officer', 'haihe')).toEqual({ scopeId: null })
})
