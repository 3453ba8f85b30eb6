import { describe, expect, test } from 'vitest'
import { planOf, type Holder } from './hand-over-course.ts'

const own: Holder = { accountId: 'p', has: ['mail', 'phone'], isActive: true, isStaff: false, keepsThisUnit: false, keepsAnotherUnit: false }
const keeper: Holder = { ...own, accountId: 'k', has: ['phone'], keepsThisUnit: true }

describe('S1-10 whose the proven mailbox and phone are decides how the unit gets its account', () => {
  test('nobody’s: a new account', () => expect(planOf('left', [])).toEqual({ course: 'new', freed: [] }))
  test('the keeper forgot and proves his mobile: his own account is restored', () => {
    expect(planOf('forgotten', [keeper])).toEqual({ course: 'restored', accountId: 'k' })
    expect(planOf('forgotten', [{ ...keeper, has: ['mail', 'phone'] }])).toEqual({ course: 'restored', accountId: 'k' })
  })
  test('the mobile of the unit passed to the next keeper: it leaves the account of the one who goes', () => {
    expect(planOf('left', [keeper])).toEqual({ course: 'new', freed: ['phone'] })
    expect(planOf('forgotten', [{ ...keeper, isActive: false }])).toEqual({ course: 'new', freed: ['phone'] })
  })
  test('S2-61 both are of one account: it keeps the unit beside what it is', () => expect(planOf('left', [own])).toEqual({ course: 'granted', accountId: 'p' }))
  test.each([
    ['only one of them', [{ ...own, has: ['mail'] as const }], ['mail']],
    ['two people', [{ ...own, has: ['mail'] as const }, { ...own, accountId: 'q', has: ['phone'] as const }], ['mail', 'phone']],
    ['the keeper and somebody else', [keeper, { ...own, has: ['mail'] as const }], ['mail']],
    ['staff', [{ ...own, isStaff: true }], ['mail', 'phone']],
    ['who keeps another unit', [{ ...own, keepsAnotherUnit: true }], ['mail', 'phone']],
    ['a disabled account', [{ ...own, isActive: false }], ['mail', 'phone']],
  ])('taken where they are of %s', (_, holders, taken) => {
    for (const cause of ['forgotten', 'left', 'other'] as const) expect(planOf(cause, holders)).toEqual({ course: null, taken })
  })
})
