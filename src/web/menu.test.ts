import { describe, expect, test } from 'vitest'
import type { Actor, Post } from '../kernel/actor.ts'
import { centerTabs, landingOf, mainMenu } from './menu.ts'
import type { MenuItem } from './room.ts'

const acting = (post: Post | null): Actor => ({
  accountId: 'a', userName: 'lin', displayName: '林知远', sessionId: 's', mandate: post && { post, scopeId: null, unitId: null, scopeName: '' },
})
const item = (path: string, order: number, more: Partial<MenuItem> = {}): MenuItem => ({ path, label: path, order, ...more })
const ofUnit = [
  item('/people', 90), item('/home', 100), item('/center/reviews', 50), item('/center/unit', 20), item('/center/secondary-units', 40), item('/center/authorisation', 30),
  item('/projects', 30, { icon: 'projects' }),
]
const paths = (items: readonly MenuItem[]) => items.map(({ path }) => path)

describe('the menu', () => {
  test('S2-08 the tabs of 用户中心 stand in the order of the manual, whatever the order of the rooms', () => {
    expect(paths(centerTabs(ofUnit))).toEqual(['/center/unit', '/center/authorisation', '/center/secondary-units', '/center/reviews'])
  })

  test('S2-05 the portal page, 用户中心 as one entry, 项目管理, then the rest', () => {
    expect(paths(mainMenu(acting('unit_account'), ofUnit))).toEqual(['/portal', '/center', '/projects', '/people', '/home'])
  })

  test.each(['unit_account', 'authorised_person', 'secondary_unit_manager', 'person'] as const)('S2-05 %s begins at the portal page', (post) => {
    expect(landingOf(mainMenu(acting(post), ofUnit), 'chongqing')).toBe('/portal')
    expect(landingOf(mainMenu(acting(post), ofUnit), 'both')).toBe('/portal')
  })

  test('S1-44 in the profile of the older manual the unit lands at the list of its people', () => {
    const menu = mainMenu(acting('unit_account'), ofUnit)
    expect(landingOf(menu, 'tianjin')).toBe('/people')
    expect(paths(menu)[0]).toBe('/portal')
  })

  test('whoever has nothing but the center lands there all the same', () => {
    expect(landingOf(mainMenu(acting('secondary_unit_manager'), [item('/center/profile', 10)]), 'tianjin')).toBe('/portal')
  })

  test('staff begin at their desks, whoever has no post yet at his registration', () => {
    expect(paths(mainMenu(acting('authority_officer'), [item('/units', 110), item('/units/reviews', 100)]))).toEqual(['/units/reviews', '/units'])
    expect(landingOf(mainMenu(acting(null), [item('/registration', 100)]), 'chongqing')).toBe('/registration')
    expect(landingOf([], 'both')).toBeNull()
  })
})
