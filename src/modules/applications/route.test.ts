import { describe, expect, test } from 'vitest'
import { destinationOf } from './next.ts'
import { levelAfter, levelsBefore, routeOf, type Places } from './route.ts'

const places: Places = { unitId: 'u', department: { id: 'd', isActive: true, isManagedByLeader: false }, authorityId: 'h', bureauId: 'b' }
const chain = (department: boolean, authority: boolean) => ({ chain: { department, authority } })
const whole = { department: 'd', unit: 'u', authority: 'h', bureau: 'b' }

describe('1.4.5 D17 the way of an application', () => {
  test('department, unit, authority, bureau, where the call has them', () => expect(routeOf(chain(true, true), places)).toEqual(whole))
  test('a call without departments or authority', () => expect(routeOf(chain(false, false), places)).toEqual({ ...whole, department: null, authority: null }))
  test('who belongs to no department goes to the unit (D2)', () => expect(routeOf(chain(true, true), { ...places, department: null }).department).toBeNull())
  test('E34 not to a department that was closed', () => expect(routeOf(chain(true, true), { ...places, department: { id: 'd', isActive: false, isManagedByLeader: false } }).department).toBeNull())
  test('E56 not to the department that the leader manages', () => expect(routeOf(chain(true, true), { ...places, department: { id: 'd', isActive: true, isManagedByLeader: true } }).department).toBeNull())
  test('D17 the authority is skipped where it is the bureau itself', () => expect(routeOf(chain(true, true), { ...places, authorityId: 'b' }).authority).toBeNull())
  test('S2-82 S2-88 each level passes to the next', () => {
    expect([levelAfter(whole, 'department'), levelAfter(whole, 'unit'), levelAfter(whole, 'authority'), levelAfter(whole, 'bureau')]).toEqual(['unit', 'authority', 'bureau', null])
    expect(levelAfter({ authority: null }, 'unit')).toBe('bureau')
    expect(levelsBefore(whole, 'authority')).toEqual(['department', 'unit'])
  })
})

describe('D5 D18 S2-91 where a submission goes', () => {
  const to = (more: Partial<Parameters<typeof destinationOf>[1]>, route = whole) => destinationOf(route, { fastReturn: true, returned: null, changed: [], ...more })
  const returned = { level: 'unit', deskId: 'u', passed: ['d'], marks: ['title', 'aims'] } as const
  test('the first time to the first desk', () => expect(to({})).toEqual({ level: 'department', deskId: 'd', isFast: false }))
  test('without department to the unit', () => expect(to({}, { ...whole, department: null as unknown as string })).toEqual({ level: 'unit', deskId: 'u', isFast: false }))
  test('E52 changed in marked fields alone: straight to whoever returned it', () => {
    expect(to({ returned, changed: ['title'] })).toEqual({ level: 'unit', deskId: 'u', isFast: true })
    expect(to({ returned, changed: [] })).toEqual({ level: 'unit', deskId: 'u', isFast: true })
    expect(to({ returned: { ...returned, level: 'authority', deskId: 'h', passed: ['d', 'u'] }, changed: ['aims'] })).toEqual({ level: 'authority', deskId: 'h', isFast: true })
  })
  test.each([
    ['something else was changed', { returned, changed: ['title', 'funds'] }],
    ['nothing was marked', { returned: { ...returned, marks: [] }, changed: [] }],
    ['the call does not allow it', { returned, changed: ['title'], fastReturn: false }],
    ['the bureau returned it (E53)', { returned: { ...returned, level: 'bureau', deskId: 'b', passed: ['d', 'u', 'h'] }, changed: ['title'] }],
    ['the department returned it: it is the first anyway', { returned: { ...returned, level: 'department', deskId: 'd', passed: [] }, changed: ['title'] }],
    ['another department has never read it: the leader has moved', { returned: { ...returned, passed: ['d2'] }, changed: ['title'] }],
    ['another authority returned it', { returned: { ...returned, level: 'authority', deskId: 'h2', passed: ['d', 'u'] }, changed: ['title'] }],
  ] as const)('the whole chain where %s', (_, more) => expect(to(more)).toEqual({ level: 'department', deskId: 'd', isFast: false }))
  test('the whole chain where the desk is no longer on the way', () =>
    expect(destinationOf({ ...whole, authority: null }, { fastReturn: true, returned: { ...returned, level: 'authority', deskId: 'h', passed: ['d', 'u'] }, changed: ['title'] }).level).toBe('department'))
})
