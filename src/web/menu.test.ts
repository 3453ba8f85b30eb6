import { describe, expect, test } from 'vitest'
import type { Actor, Post } from '../kernel/actor.ts'
import { centerTabs, landingOf, mainMenu, projectMenu } from './menu.ts'
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

  test('S2-76 项目管理 is one entry, and its pages stand in its own left menu, its first page under another name', () => {
    const items = [...ofUnit.filter(({ path }) => path !== '/projects'), item('/projects', 30, { inside: 'calls' }), item('/projects/unit', 320)]
    expect(paths(mainMenu(acting('unit_account'), items))).toEqual(['/portal', '/center', '/projects', '/people', '/home'])
    expect(projectMenu(items).map(({ path, label }) => [path, label])).toEqual([['/projects', 'calls'], ['/projects/unit', '/projects/unit']])
  })

  test('whoever has only desks in 项目管理 enters at the first that is not behind a gate', () => {
    const items = [item('/projects/calls', 60, { Gate: () => null }), item('/projects/review', 320, { group: 'projects.title' }), item('/units', 110)]
    expect(mainMenu(acting('authority_officer'), items).map(({ path, label }) => [path, label])).toEqual([['/units', '/units'], ['/projects/review', 'projects.title']])
    expect(paths(mainMenu(acting('platform_admin'), items))).toEqual(['/projects/calls', '/units', '/projects/review'])
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

  test('what is no landing stands first in the menu and is landed at by nobody', () => {
    const todo = item('/todo', 15, { lands: false })
    const officer = mainMenu(acting('authority_officer'), [item('/units/reviews', 100), todo])
    expect([paths(officer)[0], landingOf(officer, 'both')]).toEqual(['/todo', '/units/reviews'])
    const unit = mainMenu(acting('unit_account'), [...ofUnit, todo])
    expect([paths(unit).slice(0, 2), landingOf(unit, 'tianjin'), landingOf(unit, 'chongqing')]).toEqual([['/portal', '/todo'], '/people', '/portal'])
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
