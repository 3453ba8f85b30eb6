import { beforeAll, describe, expect, it } from 'vitest'
import { person, signedIn } from '../../../checks/people.ts'
import { testServer, type Visitor } from '../../../checks/server.ts'
import { settingsContract } from '../settings/contract.ts'
import { listsContract as verbs } from './contract.ts'
import { currentRegion, isCurrent, nameOf } from './index.ts'

const server = await testServer({ start: new Date('2026-11-22T02:00:00Z') })
const { db, config } = server.tools
let admin: Visitor

beforeAll(async () => {
  admin = await signedIn(server, await person(server, { post: 'platform_admin', displayName: '周平台' }))
})

const choices = async (id: string, on?: string) => (await server.ask(verbs.choices, { id, ...(on && { on }) })).body.items.map((item) => item.code)
const entry = async (list: string, code: string) => (await server.ask(verbs.entries, { id: list }, admin)).body.entries.findLast((one) => one.code === code)

describe('E06 code lists carry days', () => {
  it('a form offers what is current on a day, and old records keep the name of their time', async () => {
    expect(await choices('district')).not.toContain('120107')
    expect(await choices('district', '2008-01-01')).toContain('120107')
    expect(await nameOf(db, config, 'district', '120110', 'zh', '1990-01-01')).toBe('东郊区')
    expect(await nameOf(db, config, 'district', '120110', 'zh')).toBe('东丽区')
    expect(await nameOf(db, config, 'district', '120110', 'en')).toBe('Dongli District')
    expect(await nameOf(db, config, 'district', '999999', 'zh')).toBe('999999')
  })

  it('an abolished district is refused with the year and what took its place', async () => {
    expect(await currentRegion(db, config, '120107', '2026-11-22')).toEqual({
      code: 'region.abolished', params: { year: '2009', successor: '滨海新区', successorEn: expect.stringContaining('Binhai') },
    })
    expect(await currentRegion(db, config, '120101', '2026-11-22')).toBe(null)
    expect(await currentRegion(db, config, '500101', '2026-11-22')).toMatchObject({ code: 'region.choose' })
    expect(await currentRegion(db, config, '500101', '2026-11-22', '500000')).toBe(null)
  })

  it('the desk ends a district and names its successor: the form and the check know it at once', async () => {
    const ended = await server.ask(verbs.end, { list: 'district', code: '120101', version: 0, to: '2026-11-21', successor: '120102' }, admin)
    expect(ended.body).toEqual({ code: '120101', version: 1 })
    expect(await choices('district')).not.toContain('120101')
    expect(await isCurrent(db, config, 'district', '120101', '2026-11-21')).toBe(true)
    expect(await isCurrent(db, config, 'district', '120101', '2026-11-22')).toBe(false)
    expect(await currentRegion(db, config, '120101', '2026-11-22')).toMatchObject({ code: 'region.abolished', params: { year: '2026', successor: '河东区' } })
    expect(await entry('district', '120101')).toMatchObject({ origin: 'amended', state: 'ended', can: ['rename', 'succeed', 'revive'] })
    await server.ask(verbs.revive, { list: 'district', code: '120101', version: 1 }, admin)
    expect(await choices('district')).toContain('120101')
  })

  it('a renamed entry keeps its code; a new one is offered from its first day on', async () => {
    await server.ask(verbs.rename, { list: 'legal_nature', code: '1', version: 0, name: '营利法人（更名）', nameEn: 'For-profit' }, admin)
    expect(await nameOf(db, config, 'legal_nature', '1', 'zh')).toBe('营利法人（更名）')
    const added = await server.ask(verbs.add, { list: 'district', code: '120198', name: '示范区', nameEn: null, parent: '120000', from: '2026-12-01' }, admin)
    expect(added.status).toBe(200)
    expect(await choices('district')).not.toContain('120198')
    expect(await choices('district', '2026-12-01')).toContain('120198')
    const { rows } = (await server.ask(settingsContract.changes, { room: 'lists' }, admin)).body
    expect(rows.map((row) => row.sentence)).toContain('在代码表“district”中新增“示范区”（120198）')
  })

  it.each([
    [{ list: 'district', code: '120102', name: '河东区' }, 'code', 'lists.code_taken'],
    [{ list: 'district', code: '１２ 0', name: '某区' }, 'code', 'lists.code'],
    [{ list: 'district', code: '120197', name: '某区', parent: '999999' }, 'parent', 'lists.parent_unknown'],
    [{ list: 'district', code: '120197', name: '' }, 'name', 'text.length'],
  ])('%o is refused beside %s', async (input, field, code) => {
    const answer = await server.ask(verbs.add, { nameEn: null, ...input }, admin)
    expect([answer.status, answer.problem.fields[field]?.code]).toEqual([422, code])
  })

  it('an entry ends after it began, and of two who read it one is overtaken', async () => {
    const early = await server.ask(verbs.end, { list: 'district', code: '120114', version: 0, to: '1999-01-01' }, admin)
    expect(early.problem.fields.to).toMatchObject({ code: 'lists.ends_before_it_begins', sentence: '终止日期不能早于生效日期（2000-01-01）' })
    const rename = (name: string) => server.ask(verbs.rename, { list: 'district', code: '120103', version: 0, name, nameEn: null }, admin)
    expect([(await rename('甲区')).status, (await rename('乙区')).problem.code]).toEqual([200, 'overtaken'])
  })

  it('the demo has districts where no real unit can lie, and only the demo', async () => {
    expect(await isCurrent(db, { ...config, demo: true }, 'district', '120199', '2026-11-22')).toBe(true)
    expect(await isCurrent(db, config, 'district', '120199', '2026-11-22')).toBe(false)
  })
})

it('lists are public, their desk is not; an unknown list is not found', async () => {
  expect((await server.ask(verbs.choices, { id: 'nothing' })).status).toBe(404)
  expect((await server.ask(verbs.lists, {})).status).toBe(401)
  const { lists } = (await server.ask(verbs.lists, {}, admin)).body
  expect(lists.find((list) => list.id === 'district')).toMatchObject({ amended: 3 })
})
