import { describe, expect, it } from 'vitest'
import { replayed, unitsComing } from '../../../checks/units-coming.ts'
import { townPassword } from '../../../world/cast.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { accountsContract } from '../accounts/contract.ts'
import { unitsContract as verbs } from './contract.ts'
import { nameAt } from './unit-history-store.ts'

const { server, aUnit, comes, officer, mineOf, active } = await unitsComing()

describe('a unit after its approval', () => {
  it('S1-08 a suspended unit is out at the next request and back when resumed', async () => {
    const unit = aUnit()
    const browser = await comes(unit)
    const mine = await mineOf(browser)
    await officer().ask(verbs.approve, { id: mine.id, version: mine.version })
    const { id } = await browser.ask(verbs.home, {})
    const suspended = await officer().ask(verbs.suspend, { id, version: 1, reason: '证照已吊销' })
    expect((await browser.refused(verbs.home, {})).status).toBe(401)
    await browser.ask(accountsContract.signIn, { userName: unit.userName, password: townPassword })
    expect((await browser.refused(verbs.home, {})).status).toBe(403)
    expect((await mineOf(browser)).unit).toMatchObject({ status: 'suspended', reason: '证照已吊销' })
    await officer().ask(verbs.resume, { id, version: suspended.version, reason: '证照已恢复' })
    expect(await browser.ask(verbs.home, {})).toMatchObject({ status: 'active' })
  })

  it('E03 a unit changes its name and keeps its code; each time knows the name that was right then', async () => {
    const { id, browser, unit, creditCode } = await active()
    const before = server.clock.now()
    server.clock.advance({ minutes: 5 })
    expect((await officer().refused(verbs.rename, { id, version: 1, name: unit.name, reason: '证照已变更' })).fields).toMatchObject({ name: { code: 'units.same_name' } })
    await officer().ask(verbs.rename, { id, version: 1, name: '示例更名后有限公司（演示）', reason: '证照已变更' })
    const shown = await officer().ask(verbs.unit, { id })
    expect(shown).toMatchObject({ name: '示例更名后有限公司（演示）', creditCode })
    expect(shown.names.map((n) => [n.name, n.to === null])).toEqual([['示例更名后有限公司（演示）', true], [unit.name, false]])
    expect(await nameAt(server.tools.db, id, before)).toBe(unit.name)
    expect(await nameAt(server.tools.db, id, server.clock.now())).toBe('示例更名后有限公司（演示）')
    expect((await lettersTo(server.tools, unit.mail))[0]?.template).toBe('units.notice.renamed')
    await browser.ask(accountsContract.signIn, { userName: unit.userName, password: townPassword })
    expect((await browser.ask(accountsContract.me, {})).mandate?.scopeName).toBe('示例更名后有限公司（演示）')
  })

  it('E04 a merger links to its successor, ends the sessions, frees the code and keeps the history', async () => {
    const [old, next] = [await active(), await active()]
    expect((await officer().refused(verbs.dissolve, { id: old.id, version: 1, ending: 'merged', successors: [], reason: '已合并' })).fields).toMatchObject({ successors: { code: 'units.successors.one' } })
    expect((await officer().refused(verbs.dissolve, { id: old.id, version: 1, ending: 'merged', successors: [old.id], reason: '已合并' })).fields).toHaveProperty('successors')
    const found = await officer().ask(verbs.pick, { text: next.name })
    expect(found.units).toEqual([{ id: next.id, name: next.name, creditCode: next.creditCode }])
    await officer().ask(verbs.dissolve, { id: old.id, version: 1, ending: 'merged', successors: [next.id], reason: '已合并' })
    expect((await old.browser.refused(verbs.home, {})).status).toBe(401)
    const [gone, follows] = [await officer().ask(verbs.unit, { id: old.id }), await officer().ask(verbs.unit, { id: next.id })]
    expect(gone).toMatchObject({ status: 'dissolved', can: [], successors: [{ id: next.id }] })
    expect(follows.predecessors).toMatchObject([{ id: old.id, status: 'dissolved' }])
    expect(gone.timeline.map((e) => e.event)).toEqual(['activated', 'dissolved'])
    expect((await officer().ask(verbs.pick, { text: old.creditCode })).units).toEqual([])
    // The code is free again for whoever rightfully bears it.
    const again = await active(aUnit({ creditCode: old.creditCode }))
    expect(again.status).toBe('active')
    await old.browser.ask(accountsContract.signIn, { userName: old.unit.userName, password: townPassword })
    const rested = await mineOf(old.browser)
    expect(rested).toMatchObject({ unit: { status: 'dissolved', reason: '已合并' }, can: ['restart'] })
    server.clock.advance({ seconds: 1 })
    await old.browser.ask(verbs.restart, { id: rested.id })
    expect((await mineOf(old.browser)).state).toBe('draft')
    expect((await old.browser.refused(verbs.restart, { id: rested.id })).code).toBe('units.already_registering')
  })

  it('E04 nobody is succeeded by a unit that is not active, and another authority keeps its hands off', async () => {
    const [one, two] = [await active(), await active()]
    await officer().ask(verbs.suspend, { id: two.id, version: 1, reason: '测试停用' })
    expect((await officer().refused(verbs.dissolve, { id: one.id, version: 1, ending: 'merged', successors: [two.id], reason: '已合并' })).fields).toMatchObject({ successors: { code: 'units.successors.active' } })
    expect((await officer('liangjiang_he').refused(verbs.unit, { id: one.id })).status).toBe(404)
    expect((await officer('liangjiang_he').refused(verbs.rename, { id: one.id, version: 1, name: '示例他人改名有限公司', reason: '越权测试' })).status).toBe(404)
    expect((await officer('kejiju_sun').ask(verbs.unit, { id: one.id })).can).toContain('rename')
  })

  it('D14 the picker confirms a full name or a whole code, nothing less', async () => {
    const { name, creditCode } = await active()
    expect((await officer().ask(verbs.pick, { text: name.slice(0, -1) })).units).toEqual([])
    expect((await officer().ask(verbs.pick, { text: creditCode.slice(0, 17) })).units).toEqual([])
    expect((await officer().ask(verbs.pick, { text: ` ${creditCode.toLowerCase()} ` })).units).toMatchObject([{ name }])
  })
})

describe('the journal', () => {
  it('replaying it gives every row', async () => {
    const { registrations, units } = await replayed(server)
    expect(registrations).toBeGreaterThan(5)
    expect(units).toBeGreaterThan(5)
  })
})
