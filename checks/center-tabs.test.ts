import { expect, test } from 'vitest'
import type { Actor, Post } from '../src/kernel/actor.ts'
import { webRooms } from '../src/modules.web.ts'
import { centerTabs } from '../src/web/menu.ts'
import { zh } from '../src/words.zh.ts'

/** The tabs of 用户中心 as the rooms of today give them to this post, in the words on the screen. */
function tabsOf(post: Post): string[] {
  const scopeId = post === 'person' ? null : 'scope'
  const actor: Actor = { accountId: 'a', userName: 'lin', displayName: '林知远', sessionId: 's', mandate: { post, scopeId, unitId: scopeId && 'unit', scopeName: '渝江示范大学' } }
  const words: Readonly<Record<string, unknown>> = zh
  return centerTabs(webRooms.flatMap((room) => room.menu(actor))).map(({ label }) => String(words[label]))
}

// Typed from the manual (S2-08 to S2-11), never read from the code.
test('S2-08 the legal unit', () => expect(tabsOf('unit_account')).toEqual(['单位信息', '账号授权', '二级单位', '个人信息审核']))
test('S2-09 the authorised person, without 账号授权', () => expect(tabsOf('authorised_person')).toEqual(['个人信息', '单位信息', '二级单位', '个人信息审核']))
test('S2-10 the manager of a secondary unit', () => expect(tabsOf('secondary_unit_manager')).toEqual(['个人信息', '个人信息审核']))
test('S2-07 S2-11 a plain person, whose own manual this is not', () => expect(tabsOf('person')).toEqual(['个人信息']))
test('staff have no user center', () => {
  for (const post of ['authority_officer', 'platform_admin', 'support_officer'] as const) expect(tabsOf(post)).toEqual([])
})
