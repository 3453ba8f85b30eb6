import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { twoUnitsAndSupport, type ChosenUnit, type Newcomer } from '../../../checks/people-of-units.ts'
import { testServer, Visitor, type TestServer } from '../../../checks/server.ts'
import type { Browser } from '../../../world/browser.ts'
import { townPassword } from '../../../world/cast.ts'
import { codeSentTo, lettersTo } from '../../../world/mailbox.ts'
import { maskDocument } from '../../codes/mask.ts'
import { accountsContract } from '../accounts/contract.ts'
import { helpContract } from '../help/contract.ts'
import { peopleContract as people } from '../people/contract.ts'
import { recoveryContract } from '../recovery/contract.ts'
import { myDataContract as verbs } from './contract.ts'

let server: TestServer
let a: ChosenUnit
let support: Browser
let officer: Browser
let comes: Awaited<ReturnType<typeof twoUnitsAndSupport>>['comes']
let lin: Newcomer
let su: Newcomer

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  ;({ a, comes, support } = await twoUnitsAndSupport(server))
  officer = a.officer
  lin = await comes({ name: '林晓' })
  su = await comes({ name: '苏映雪' })
})

const mine = (browser: Browser) => browser.ask(verbs.mine, {})
const sectionOf = async (browser: Browser, name: string) => (await mine(browser)).sections.find(({ title }) => title === `myData.section.${name}`)
const factsIn = (section: Awaited<ReturnType<typeof sectionOf>>, n = 0) =>
  Object.fromEntries((section?.items[n]?.facts ?? []).map(({ label, value }) => [label.split('.').at(-1), value.text]))
const looks = async (browser: Browser) => (await browser.ask(verbs.lookers, {})).rows

/** At a browser of his own, for what is not JSON. */
async function visitorOf({ who }: Newcomer): Promise<Visitor> {
  const visitor = new Visitor('198.51.100.77')
  const answer = await server.ask(accountsContract.signIn, { userName: who.userName, password: townPassword }, visitor)
  expect(answer.status).toBe(200)
  return visitor
}

async function fileFor(visitor: Visitor, input: object, lang = 'zh') {
  const cookie = [...visitor.cookies, ['lang', lang]].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await server.app.inject({
    method: 'POST', url: verbs.file.path, remoteAddress: visitor.address, payload: input,
    headers: { host: 'kehui.example.org', 'user-agent': visitor.userAgent, cookie },
  })
  const parts = answer.statusCode === 200 ? unzipSync(answer.rawPayload) : {}
  return {
    status: answer.statusCode, headers: answer.headers, problem: answer.statusCode === 200 ? null : answer.json<{ fields: Record<string, { code: string }> }>(),
    page: strFromU8(parts['my-data.html'] ?? new Uint8Array()), data: strFromU8(parts['my-data.json'] ?? new Uint8Array()),
  }
}

describe('PI-6 S2-61 what the platform holds on me', () => {
  test('account, person, devices, agreement, messages: in clear to oneself, the document masked', async () => {
    const account = factsIn(await sectionOf(lin.browser, 'account'))
    expect(account).toMatchObject({ userName: lin.who.userName, name: lin.who.name, mail: lin.who.mail, phone: lin.who.phone, state: '正常' })
    const person = factsIn(await sectionOf(lin.browser, 'person'))
    expect(person).toMatchObject({ documentType: '中华人民共和国居民身份证', document: maskDocument(lin.who.document), unit: a.name, state: '待确认' })
    expect(factsIn(await sectionOf(lin.browser, 'mandates'))).toMatchObject({ post: '填报用户' })
    expect(factsIn(await sectionOf(lin.browser, 'sessions'))).toMatchObject({ browser: 'Mozilla/5.0 (demo)' })
    expect(factsIn(await sectionOf(lin.browser, 'agreements')).address).toMatch(/^198\.51\./)
    expect((await sectionOf(lin.browser, 'messages'))?.items.map(({ facts }) => facts.find(({ label }) => label.endsWith('.to'))?.value.text)).toContain(lin.who.mail)
    expect(factsIn(await sectionOf(lin.browser, 'history'))).toMatchObject({ what: '注册', unit: a.name })
  })

  test('nothing of anybody else, and no secret', async () => {
    const text = JSON.stringify(await mine(lin.browser))
    for (const other of [su.who.userName, su.who.name, su.who.document, su.who.mail, su.who.phone, lin.who.document, townPassword, 'argon2']) expect(text).not.toContain(other)
  })

  test('every kind and every field has its word, in both languages', async () => {
    await lin.browser.ask(helpContract.ask, { helper: 'unit', code: 'not_your_post', path: '/app/home', note: '请协助办理' }).catch(() => null)
    for (const browser of [lin.browser, a.browser, officer, support]) {
      for (const { title, items } of (await mine(browser)).sections) {
        for (const key of [title, ...items.flatMap(({ facts }) => facts.map(({ label }) => label))]) {
          for (const lang of ['zh', 'en'] as const) expect(server.tools.translate[lang](key), key).not.toBe(key)
        }
        for (const { facts } of items) for (const { value } of facts) expect(value.text).not.toMatch(/^(myData|people|accounts|units)\.[a-z]/)
      }
    }
  })

  test('units and staff see what is held on their own account', async () => {
    expect(factsIn(await sectionOf(a.browser, 'account'))).toMatchObject({ userName: a.userName, mail: a.mail })
    expect(factsIn(await sectionOf(a.browser, 'registrations'))).toMatchObject({ unit: a.name, state: '已生效' })
    expect((await mine(a.browser)).isPerson).toBe(false)
    expect((await sectionOf(officer, 'mandates'))?.items).toHaveLength(1)
    expect((await sectionOf(officer, 'deeds'))?.items.length).toBeGreaterThan(0)
  })

  test('an own number is shown when asked for, and that is recorded; what is not masked is not there', async () => {
    const section = await sectionOf(lin.browser, 'person')
    const at = { section: section?.title ?? '', item: section?.items[0]?.id ?? '' }
    expect(await lin.browser.ask(verbs.reveal, { ...at, fact: 'myData.field.document' })).toEqual({ value: lin.who.document })
    const [kept] = await server.tools.db.selectFrom('journal').select(['body', 'actor_name']).where('event', '=', 'own_number_shown').execute()
    expect(kept).toEqual({ body: { section: 'myData.section.person', fact: 'myData.field.document' }, actor_name: lin.who.name })
    expect((await lin.browser.refused(verbs.reveal, { ...at, fact: 'myData.field.mail' })).status).toBe(404)
    expect((await su.browser.refused(verbs.reveal, { ...at, fact: 'myData.field.document' })).status).toBe(404)
  })
})

describe('PI-6 S1-54 who looked at me', () => {
  test('the unit and the support, by name and mandate, with the reason; nobody else’s, and not myself', async () => {
    expect(await looks(lin.browser)).toEqual([])
    await a.browser.ask(people.revealDocument, { id: lin.id, reason: '核对劳动合同' })
    await a.browser.ask(people.reveal, { id: lin.id })
    await support.ask(people.lookUp, { by: 'userName', documentType: '', document: '', last4: '', name: '', userName: lin.who.userName, reason: '本人来电' })
    await support.ask(recoveryContract.lookUp, { text: lin.who.userName })
    await a.browser.ask(people.revealDocument, { id: su.id, reason: '通知苏映雪' })
    const seen = await looks(lin.browser)
    expect(seen.map(({ what, reason }) => [what, reason])).toEqual([
      ['查询到账号', null], ['查询到人员信息', '本人来电'], ['查看了联系方式', null], ['查看了证件号码', '核对劳动合同'],
    ])
    expect(seen[3]).toMatchObject({ mandate: `${a.name}（单位管理用户）` })
    expect(seen[1]?.mandate).toBe('技术支持人员')
    expect(seen.every(({ by }) => by !== null && by !== '')).toBe(true)
    expect(await looks(su.browser)).toHaveLength(1)
    expect(JSON.stringify(await looks(su.browser))).not.toContain('核对劳动合同')
  })

  test('a long list is turned by key', async () => {
    for (let n = 0; n < 22; n++) await a.browser.ask(people.revealDocument, { id: su.id, reason: `第${n}次` })
    const first = await su.browser.ask(verbs.lookers, {})
    expect([first.rows.length, first.total.n, first.pages]).toEqual([20, 23, 2])
    const second = await su.browser.ask(verbs.lookers, { after: first.next ?? '' })
    expect(second.rows.map(({ reason }) => reason)).toEqual(['第1次', '第0次', '通知苏映雪'])
    expect((await su.browser.ask(verbs.lookers, { page: 2 })).rows).toEqual(second.rows)
  })
})

describe('PI-6 the same as a file', () => {
  test('after the password, with whole numbers, for people and for programs; the owner is told, and the journal knows', async () => {
    const visitor = await visitorOf(lin)
    const file = await fileFor(visitor, { password: townPassword })
    expect(file.status).toBe(200)
    expect(file.headers).toMatchObject({ 'content-type': 'application/zip', 'cache-control': 'no-store' })
    expect(String(file.headers['content-disposition'])).toContain(encodeURIComponent('我的数据'))
    const data = JSON.parse(file.data) as { userName: string; sections: { key: string; isComplete: boolean; items: { key: string; value: string }[][] }[]; looks: { items: { reason: string | null }[] } }
    const facts = (key: string) => Object.fromEntries((data.sections.find((one) => one.key === key)?.items[0] ?? []).map((one) => [one.key, one.value]))
    expect(facts('person').document).toBe(lin.who.document)
    expect(facts('account')).toMatchObject({ mail: lin.who.mail, phone: lin.who.phone })
    expect(data.sections.every(({ isComplete }) => isComplete)).toBe(true)
    expect(data.looks.items.map(({ reason }) => reason)).toContain('核对劳动合同')
    for (const there of [lin.who.document, lin.who.mail, '谁查看过我的信息', '核对劳动合同']) expect(file.page).toContain(there)
    expect(`${file.page}${file.data}`).not.toContain(su.who.document)
    const [letter] = await lettersTo(server.tools, lin.who.mail)
    expect(letter?.template).toBe('myData.notice.file')
    expect(await server.tools.db.selectFrom('journal').select('body').where('event', '=', 'file_made').execute()).toHaveLength(1)
  })

  test('in the reader’s language; what people typed is text and nothing else', async () => {
    await lin.browser.ask(people.remind, { version: (await lin.browser.ask(people.me, {})).version, note: '<script>alert(1)</script>' })
    await a.browser.ask(people.refuse, { id: lin.id, version: (await lin.browser.ask(people.me, {})).version, reason: '<img src=x onerror=alert(1)>不在本单位' })
    const { page } = await fileFor(await visitorOf(lin), { password: townPassword }, 'en')
    expect(page).toContain('<h1>My data</h1>')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;不在本单位')
    expect(page).not.toMatch(/<(script|img|link|iframe)\b/)
  })

  test('or after a code to the own phone, which serves once', async () => {
    const visitor = await visitorOf(su)
    server.clock.advance({ minutes: 2 })
    const asked = await server.ask(verbs.sendOwnCode, { channel: 'phone' }, visitor)
    const code = await codeSentTo(server.tools, su.who.phone)
    expect((await fileFor(visitor, { proofId: asked.body.id })).problem?.fields).toMatchObject({ proofId: { code: 'proof.not_proven' } })
    await server.ask(accountsContract.proveCode, { id: asked.body.id, code }, visitor)
    expect((await fileFor(visitor, { proofId: asked.body.id })).status).toBe(200)
    expect((await fileFor(visitor, { proofId: asked.body.id })).status).toBe(422)
  })

  test('not with a wrong password, nothing, or the code of somebody else', async () => {
    const visitor = await visitorOf(su)
    expect((await fileFor(visitor, { password: 'wrong-Pass1word' })).problem?.fields).toMatchObject({ password: { code: 'password.wrong' } })
    expect((await fileFor(visitor, {})).problem?.fields).toMatchObject({ password: { code: 'field.required' } })
    const hers = await visitorOf(lin)
    server.clock.advance({ minutes: 2 })
    const asked = await server.ask(verbs.sendOwnCode, { channel: 'mail' }, hers)
    await server.ask(accountsContract.proveCode, { id: asked.body.id, code: await codeSentTo(server.tools, lin.who.mail) }, hers)
    expect((await fileFor(visitor, { proofId: asked.body.id })).status).toBe(422)
    expect((await fileFor(new Visitor(), { password: townPassword })).status).toBe(401)
  })
})
