import { beforeAll, describe, expect, it } from 'vitest'
import { person, signedIn } from '../../../checks/people.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { settingsContract as verbs } from './contract.ts'
import { settingOf, siteOf } from './index.ts'

const server = await testServer()
let admin: Visitor
let stranger: Visitor

beforeAll(async () => {
  admin = await signedIn(server, await person(server, { post: 'platform_admin', displayName: '周平台' }))
  stranger = await signedIn(server, await person(server))
})

const change = (changes: Parameters<typeof server.ask<typeof verbs.change>>[1]['changes'], visitor = admin) => server.ask(verbs.change, { changes }, visitor)
const read = async (key: string) => (await server.ask(verbs.list, {}, admin)).body.settings.find((one) => one.key === key)

describe('S1-01 names and contacts are settings', () => {
  it('a change shows at once, in the page head in both languages, and stands in the change log', async () => {
    expect((await server.visit('/')).text).toContain('天津市科技管理信息平台')
    const answer = await change([
      { key: 'site.name_zh', version: 0, value: ' 津沽科技管理信息平台 ' },
      { key: 'site.name_en', version: 0, value: 'Jingu Science and Technology Platform' },
    ])
    expect(answer.body).toEqual({ versions: { 'site.name_zh': 1, 'site.name_en': 1 } })
    const page = (await server.visit('/')).text
    expect(page).toContain('津沽科技管理信息平台')
    expect(page).toContain('Jingu Science and Technology Platform')
    expect((await siteOf(server.tools.db, server.tools.config)).nameZh).toBe('津沽科技管理信息平台')
    const { rows } = (await server.ask(verbs.changes, { room: 'settings' }, admin)).body
    expect(rows.map((row) => [row.by, row.sentence])).toContainEqual(['周平台', '将设置“中文名称”由“天津市科技管理信息平台”改为“津沽科技管理信息平台”'])
  })

  it('S1-57 the support mailbox is published, and an empty one is not', async () => {
    expect((await server.visit('/help/support')).text).not.toContain('mailto:')
    await change([{ key: 'support.mail', version: 0, value: 'Support@Example.ORG' }])
    expect((await server.visit('/help/support')).text).toContain('mailto:Support@example.org')
  })
})

describe('changing', () => {
  it('of two who read the same version one is overtaken, and nothing of that save stays', async () => {
    expect((await change([{ key: 'record.icp', version: 0, value: '津ICP备00000000号' }])).status).toBe(200)
    const late = await change([{ key: 'owner.link', version: 0, value: 'https://example.org/' }, { key: 'record.icp', version: 0, value: '别的' }])
    expect([late.status, late.problem.code]).toEqual([409, 'overtaken'])
    expect([(await read('record.icp'))?.value, (await read('owner.link'))?.version]).toEqual(['津ICP备00000000号', 0])
  })

  it('a wrong value is told beside its field, with the range; nothing is kept', async () => {
    const { status, problem } = await change([
      { key: 'registration.draft_days', version: 0, value: 3 }, { key: 'owner.link', version: 0, value: 'javascript:alert(1)' }, { key: 'owner.name_en', version: 0, value: 'Kept?' },
    ])
    expect(status).toBe(422)
    expect(problem.fields).toEqual({
      'registration.draft_days': { code: 'settings.whole', sentence: '请填写7至365之间的整数' },
      'owner.link': { code: 'settings.link', sentence: '请填写以 http:// 或 https:// 开头的完整网址' },
    })
    expect((await read('owner.name_en'))?.version).toBe(0)
  })

  it('a number is a number again when it is read', async () => {
    await change([{ key: 'registration.draft_days', version: 0, value: 45 }])
    expect(await settingOf(server.tools.db, server.tools.config, 'registration.draft_days')).toBe(45)
  })

  it('the same setting twice in one save is refused', async () => {
    expect((await change([{ key: 'record.police', version: 0, value: '甲' }, { key: 'record.police', version: 0, value: '乙' }])).problem.code).toBe('settings.twice')
  })

  it('a value that an older release kept and no longer passes counts as not set', async () => {
    await server.tools.db.insertInto('setting').values({ key: 'support.hours_en', value: JSON.stringify(17) }).execute()
    expect(await settingOf(server.tools.db, { ...server.tools.config, demo: true }, 'support.hours_zh')).toBe('工作日 9:00-17:00')
    expect((await read('support.hours_en'))?.value).toBe('Working days, 9:00 to 17:00')
  })
})

describe('the change log', () => {
  it('turns page by page there and back, each entry once, whatever their milliseconds', async () => {
    for (let version = 0; version < 23; version++) await change([{ key: 'owner.name_zh', version, value: `第${version}次改名的科技局` }])
    const mark = (await read('owner.name_zh'))?.subject
    const page = (more: { after?: string; before?: string }) => server.ask(verbs.changes, { room: 'settings', subject: mark, size: 10, ...more }, admin).then(({ body }) => body)
    const first = await page({})
    const second = await page({ after: first.next ?? '' })
    const third = await page({ after: second.next ?? '' })
    const seen = [...first.rows, ...second.rows, ...third.rows].map((row) => row.key)
    expect([seen.length, new Set(seen).size, third.next, first.previous]).toEqual([23, 23, null, null])
    expect(first.total).toEqual({ n: 23, exact: true })
    const back = await page({ before: third.previous ?? '' })
    expect(back.rows).toEqual(second.rows)
    expect((await page({ before: back.previous ?? '' })).rows).toEqual(first.rows)
  })

  it('filters by days of Asia/Shanghai, both inclusive', async () => {
    const { rows } = (await server.ask(verbs.changes, { from: '2199-01-01' }, admin)).body
    expect(rows).toEqual([])
    const today = (await server.ask(verbs.changes, { from: '2020-01-01', to: '2199-12-31', size: 1 }, admin)).body
    expect(today.rows).toHaveLength(1)
  })

  it.each(['zzz', btoa('["2024-01-30T10:13:00.000000Z","settings","x","1"]'), btoa('["yesterday","a","0190a000-0000-8000-8000-000000000000","1"]')])(
    'a place that somebody made up is the beginning: %s', async (after) => {
      const answer = await server.ask(verbs.changes, { after, size: 1 }, admin)
      expect([answer.status, answer.body.rows.length]).toEqual([200, 1])
    })
})

it('nobody but the platform administrator reads or changes settings', async () => {
  for (const [visitor, status] of [[stranger, 403], [new Visitor(), 401]] as const) {
    expect((await server.ask(verbs.list, {}, visitor)).status).toBe(status)
    expect((await change([{ key: 'site.name_zh', version: 1, value: '别人的平台' }], visitor)).status).toBe(status)
    expect((await server.ask(verbs.changes, {}, visitor)).status).toBe(status)
  }
})
