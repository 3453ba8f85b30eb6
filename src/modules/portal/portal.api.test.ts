import { beforeAll, describe, expect, it } from 'vitest'
import { person, signedIn, within } from '../../../checks/people.ts'
import { testServer, Visitor } from '../../../checks/server.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import type { PageCall } from '../../platform/page/page.ts'
import { settingsContract } from '../settings/contract.ts'
import { siteOf } from '../settings/index.ts'
import { portalContract as verbs } from './contract.ts'
import { acceptanceFor, demoPage, linkAcceptance } from './index.ts'

const server = await testServer()
let admin: Visitor
let someone: string

beforeAll(async () => {
  admin = await signedIn(server, await person(server, { post: 'platform_admin', displayName: '周平台' }))
  someone = (await person(server)).accountId
})

const page = async (path: string, lang?: 'zh' | 'en') => {
  const visitor = new Visitor()
  if (lang) visitor.cookies.set('lang', lang)
  return server.visit(path, visitor)
}
const agreementId = async () => /name="version" value="([0-9a-f-]{36})"/.exec((await page('/register/unit/agreement')).text)?.[1] ?? ''
const accept = async (visitor = new Visitor('203.0.113.9')) =>
  server.visit('/register/unit/agreement', visitor, { choice: 'agree', version: await agreementId() })
const acceptanceIn = (location: unknown) => /agreement=([0-9a-f-]{36})$/.exec(String(location))?.[1] ?? ''
const outcome = async (id: string) => {
  const found = await within(server, (tx) => acceptanceFor(tx, id))
  return isRefusal(found) ? found.code : found.agreementId
}

describe('the landing page', () => {
  it('S1-01 bears both names, in either language', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const { text } = await page('/', lang)
      expect(text).toContain('<span class="name-zh" lang="zh-CN">天津市科技管理信息平台</span>')
      expect(text).toContain('<span class="name-en" lang="en">Tianjin Science and Technology Management Information Platform</span>')
    }
  })

  it('S1-02 has one address with the button 立即注册, and the application is not loaded for it', async () => {
    const { status, text } = await page('/')
    expect(status).toBe(200)
    expect(text).toContain('<a class="button" href="/register">立即注册</a>')
    expect(text).not.toContain('/app/assets/')
  })

  it('S1-03 carries the form to sign in', async () => {
    const { text } = await page('/')
    expect(text).toMatch(/<form method="post" action="\/sign-in"/)
    expect(text).toContain('name="userName"')
    expect(text).toContain('name="password"')
    const signed = (await server.visit('/', admin)).text
    expect(signed).not.toContain('name="password"')
    expect(signed).toContain('href="/app/"')
  })

  it('S1-04 shows four numbered steps, the fourth of them 管理员为填报用户授权', async () => {
    const { text } = await page('/')
    const steps = [...text.matchAll(/<b><span class="sr">(.) <\/span>([^<]+)<\/b>/g)].map(([, n, name]) => `${n}${name}`)
    expect(steps).toEqual(['①单位管理用户注册', '②局级主管部门审核', '③填报用户注册', '④管理员为填报用户授权'])
  })

  it('S1-07 says that the unit registers first', async () => {
    expect((await page('/')).text).toContain('先由单位管理用户注册并通过审核，填报用户才能选择该单位进行注册')
    expect((await page('/register')).text).toContain('先由单位管理用户注册并通过审核')
  })

  it('S1-20 names browsers that work and says that IE does not', async () => {
    expect((await page('/')).text).toContain('href="/old-browser"')
    const { text } = await page('/old-browser')
    expect(text).toMatch(/Chrome、Edge/)
    expect(text).toContain('IE 11')
    expect((await page('/old-browser', 'en')).text).toContain('Internet Explorer')
  })
})

describe('registration begins', () => {
  it('S1-22 with the choice of the user type', async () => {
    const { text } = await page('/register')
    expect(text).toContain('选择用户类型')
    expect(text).toContain('单位管理用户注册')
    expect(text).toContain('填报用户注册')
    expect([...text.matchAll(/href="\/register[^"]*"/g)].map(([href]) => href)).toEqual(['href="/register/unit/agreement"', 'href="/register/person/agreement"'])
  })

  it('S1-16 S1-23 for fillers, too: 同意 leads to their form, 不同意 back to their agreement', async () => {
    const version = /name="version" value="([0-9a-f-]{36})"/.exec((await page('/register/person/agreement')).text)?.[1] ?? ''
    expect(version).toBe(await agreementId())
    const agreed = await server.visit('/register/person/agreement', new Visitor(), { choice: 'agree', version })
    expect([agreed.status, agreed.headers.location]).toEqual([303, expect.stringMatching(/^\/app\/registration\/person\?agreement=[0-9a-f-]{36}$/)])
    const refused = await server.visit('/register/person/agreement', new Visitor(), { choice: 'disagree', version })
    expect([refused.status, refused.headers.location]).toEqual([303, '/register/ended?kind=person'])
    expect((await page('/register/ended?kind=person')).text).toContain('href="/register/person/agreement"')
    expect((await page('/register/ended?kind=javascript:')).text).toContain('href="/register/unit/agreement"')
  })

  it('S1-16 S1-23 with the agreement in force, its number and its day', async () => {
    const { text } = await page('/register/unit/agreement')
    expect(text).toMatch(/第 1 版，\d{4}-\d{2}-\d{2} 生效/)
    expect(text).toContain('天津市科学技术局主办')
    expect(text).not.toMatch(/\{(site|owner|support)\}/)
    expect((await page('/register/unit/agreement', 'en')).text).toContain('Notice on personal information')
  })

  it('S1-23 不同意 ends it: nothing is kept', async () => {
    const before = await server.tools.db.selectFrom('agreement_acceptance').select('id').execute()
    const answer = await server.visit('/register/unit/agreement', new Visitor(), { choice: 'disagree', version: await agreementId() })
    expect([answer.status, answer.headers.location]).toEqual([303, '/register/ended?kind=unit'])
    expect((await page('/register/ended')).text).toContain('注册过程已结束')
    expect(await server.tools.db.selectFrom('agreement_acceptance').select('id').execute()).toEqual(before)
  })

  it('S1-16 同意 keeps version, time, address and language, and leads to the wizard', async () => {
    const visitor = new Visitor('203.0.113.40')
    visitor.cookies.set('lang', 'en')
    const answer = await accept(visitor)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toMatch(/^\/app\/registration\/begin\?agreement=[0-9a-f-]{36}$/)
    const kept = await server.tools.db.selectFrom('agreement_acceptance').selectAll().where('id', '=', acceptanceIn(answer.headers.location)).executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ agreement_id: await agreementId(), account_id: null, address: '203.0.113.40', lang: 'en' })
  })

  it('S1-16 an acceptance serves one account, within a day', async () => {
    const id = acceptanceIn((await accept()).headers.location)
    expect(await outcome(id)).toBe(await agreementId())
    await within(server, async (tx) => linkAcceptance(tx, id, someone))
    expect(await outcome(id)).toBe('agreement.not_accepted')
    const old = acceptanceIn((await accept()).headers.location)
    await server.tools.db.updateTable('agreement_acceptance').set({ accepted_at: new Date(Date.now() - 25 * 3_600_000).toISOString() }).where('id', '=', old).execute()
    expect(await outcome(old)).toBe('agreement.not_accepted')
    expect(await outcome('0190a000-0000-7000-8000-000000000000')).toBe('agreement.not_accepted')
  })

  it('a closed registration says so and sends those who began to the sign-in', async () => {
    await server.ask(settingsContract.change, { changes: [{ key: 'registration.open', version: 0, value: false }] }, admin)
    expect((await page('/register')).text).toContain('目前未开放单位注册')
    expect((await page('/register/unit/agreement')).status).toBe(503)
    expect((await server.visit('/register/unit/agreement', new Visitor(), { choice: 'agree', version: 'x' })).status).toBe(503)
    await server.ask(settingsContract.change, { changes: [{ key: 'registration.open', version: 1, value: true }] }, admin)
    expect((await page('/register/unit/agreement')).status).toBe(200)
  })

  it('each kind of user can be closed alone', async () => {
    await server.ask(settingsContract.change, { changes: [{ key: 'registration.people_open', version: 0, value: false }] }, admin)
    const { text } = await page('/register')
    expect(text).toContain('目前未开放填报用户注册')
    expect(text).not.toContain('href="/register/person/agreement"')
    expect(text).toContain('href="/register/unit/agreement"')
    expect([(await page('/register/person/agreement')).status, (await page('/register/unit/agreement')).status]).toEqual([503, 200])
    await server.ask(settingsContract.change, { changes: [{ key: 'registration.people_open', version: 1, value: true }] }, admin)
  })
})

describe('S1-16 versions of the agreement', () => {
  it('a new version replaces the one in force in one deed; what was accepted before counts no more', async () => {
    const before = acceptanceIn((await accept()).headers.location)
    const shown = await agreementId()
    const draft = (await server.ask(verbs.draftAgreement, {}, admin)).body
    expect((await server.ask(verbs.draftAgreement, {}, admin)).problem.code).toBe('portal.draft_exists')
    const found = (await server.ask(verbs.agreement, { id: draft.id }, admin)).body
    const text = { title: found.title, titleEn: found.titleEn, body: `${found.body}\n\n新增一段。`, bodyEn: found.bodyEn }
    const put = (version: number) => server.ask(verbs.putAgreementInForce, { id: draft.id, version }, admin)
    expect((await put(1)).problem.fields.changeNote?.code).toBe('portal.change_note_required')
    await server.ask(verbs.editAgreement, { id: draft.id, version: 1, ...text, body: found.body, changeNote: '什么都没有改' }, admin)
    expect((await put(2)).problem.code).toBe('portal.unchanged')
    await server.ask(verbs.editAgreement, { id: draft.id, version: 2, ...text, changeNote: '新增一段' }, admin)
    expect((await put(2)).problem.code).toBe('overtaken')
    expect((await put(3)).status).toBe(200)
    const { agreements } = (await server.ask(verbs.agreements, {}, admin)).body
    expect(agreements.map((one) => [one.number, one.state])).toEqual([[2, 'in_force'], [1, 'replaced']])
    expect((await page('/register/unit/agreement')).text).toContain('新增一段。')
    expect(await outcome(before)).toBe('agreement.not_accepted')
    // Whoever still had the old text on the screen reads the new one first.
    const late = await server.visit('/register/unit/agreement', new Visitor(), { choice: 'agree', version: shown })
    expect([late.status, late.text.includes('协议刚刚更新为新的版本')]).toEqual([409, true])
    expect((await server.ask(verbs.editAgreement, { id: draft.id, version: 4, ...text, changeNote: '改已生效的' }, admin)).problem.code).toBe('overtaken')
  })
})

describe('announcements', () => {
  const words = (title: string, body = '正文。') => ({ title, titleEn: null, body, bodyEn: null })
  const publish = async (title: string, body?: string) => {
    const drafted = (await server.ask(verbs.draftAnnouncement, words(title, body), admin)).body
    return (await server.ask(verbs.publishAnnouncement, drafted, admin)).body
  }

  it('a draft is seen by nobody else, a published one by everybody, a withdrawn one by nobody again', async () => {
    const draft = (await server.ask(verbs.draftAnnouncement, words('关于注册的通知'), admin)).body
    expect((await page(`/announcements/${draft.id}`)).status).toBe(404)
    const published = (await server.ask(verbs.publishAnnouncement, draft, admin)).body
    expect((await page(`/announcements/${draft.id}`)).text).toContain('<h1 lang="zh-CN">关于注册的通知</h1>')
    expect((await page('/')).text).toContain('关于注册的通知')
    expect((await page(`/announcements/${draft.id}`, 'en')).text).toContain('available in Chinese only')
    await server.ask(verbs.withdrawAnnouncement, published, admin)
    expect((await page(`/announcements/${draft.id}`)).status).toBe(404)
    expect((await page('/')).text).not.toContain('关于注册的通知')
  })

  it('what somebody types is text, never markup', async () => {
    const { id } = await publish('<script>alert(1)</script>标题', '# <img src=x>\n\n- <b>甲</b>\n- 乙')
    const { text } = await page(`/announcements/${id}`)
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('<img src=x>')
    expect(text).toContain('<li>&lt;b&gt;甲&lt;/b&gt;</li>')
  })

  it('pinned ones stand first; a long list turns by key, each once', async () => {
    for (let n = 1; n <= 22; n++) await publish(`第${n}号公告`)
    const pinned = await publish('置顶公告')
    await server.ask(verbs.pinAnnouncement, { ...pinned, pinned: true }, admin)
    const titles = (text: string) => [...text.matchAll(/<li><a href="\/announcements\/[^>]+>([^<]+)</g)].map(([, title]) => title)
    const first = (await page('/announcements')).text
    const next = /href="(\/announcements\?after=[^"]+)"/.exec(first)?.[1] ?? ''
    const second = (await page(next)).text
    const all = [...titles(first), ...titles(second)]
    expect(all[0]).toBe('置顶公告')
    expect(all.filter((title) => title?.startsWith('第'))).toEqual(Array.from({ length: 22 }, (_, i) => `第${22 - i}号公告`))
  })

  it('a step that the state does not allow, and a version that is no more, are refused', async () => {
    const published = await publish('重复操作')
    expect((await server.ask(verbs.publishAnnouncement, published, admin)).problem.code).toBe('overtaken')
    expect((await server.ask(verbs.withdrawAnnouncement, { ...published, version: 1 }, admin)).problem.code).toBe('overtaken')
    expect((await server.ask(verbs.editAnnouncement, { ...published, ...words('题') }, admin)).problem.fields.title?.code).toBe('text.length')
  })

  it('the change log tells of it', async () => {
    const { rows } = (await server.ask(settingsContract.changes, { room: 'portal', size: 100 }, admin)).body
    expect(rows.map((row) => row.sentence)).toEqual(expect.arrayContaining(['发布公告“关于注册的通知”', '撤回公告“关于注册的通知”', '用户协议第2版生效', '用户协议第1版被新的版本取代']))
  })
})

it('a page that is not there says so, with a way on; a made-up address leads to it', async () => {
  const answer = await page('/not-found')
  expect([answer.status, answer.text.includes('没有找到此页面')]).toEqual([404, true])
  expect((await page('/announcements/1%27%20or%201=1')).status).toBe(404)
  expect((await page('/announcements?after=made-up')).status).toBe(200)
})

it('D26 outside of the demo there is no demo page', async () => {
  expect([302, 303, 404]).toContain((await page('/demo')).status)
})

it('D26 in the demo its page shows people with their codes, and messages whose own links can be followed', async () => {
  const config = { ...server.tools.config, demo: true }
  await server.tools.db.insertInto('demo_message').values({
    id: newId(), channel: 'mail', address: 'wang@example.org', subject: '设置密码', body: `请打开 ${config.publicUrl}/set-password?token=a&b=1\n<b>勿</b>点击 https://elsewhere.example.org/x`,
  }).execute()
  const people = async () => [{ role: { zh: '审核人员', en: 'Officer' }, name: '王海河', userName: 'haihe_wang', oneTimeCode: { code: '123456', secondsLeft: 17 } }]
  const call = {
    tools: { ...server.tools, config }, t: server.tools.translate.zh, lang: 'zh', mode: 'standard', site: await siteOf(server.tools.db, config), path: '/demo', query: {}, actor: null,
  } as unknown as PageCall
  const answer = await demoPage({ people, password: 'Yanshi-Cheng-7' }).render(call)
  const text = 'html' in answer ? answer.html.toString() : ''
  expect(text).toContain('<code>123456</code>')
  expect(text).toContain('<code>Yanshi-Cheng-7</code>')
  expect(text).toContain('剩余17秒')
  expect(text).toContain('<a href="/set-password?token=a&amp;b=1">')
  expect(text).not.toContain('href="https://elsewhere')
  expect(text).toContain('&lt;b&gt;勿')
})

it('only the platform administrator has this desk', async () => {
  expect((await server.ask(verbs.announcements, {})).status).toBe(401)
  expect((await server.ask(verbs.draftAgreement, {})).status).toBe(401)
})
