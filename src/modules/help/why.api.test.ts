import { beforeAll, describe, expect, test } from 'vitest'
import { authorisedBy } from '../../../checks/authorised.ts'
import { twoUnits } from '../../../checks/people-of-units.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { peopleContract } from '../people/contract.ts'
import { subsystemsContract } from '../subsystems/contract.ts'
import { helpContract as verbs } from './contract.ts'

let server: TestServer
let units: Awaited<ReturnType<typeof twoUnits>>

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  units = await twoUnits(server)
})

describe('why can’t I (N11)', () => {
  test('a deed on a record is answered by the very refusal that its verb gives, with who can change it', async () => {
    const { a, comes } = units
    const lin = await comes()
    expect(await a.browser.ask(verbs.why, { deed: 'people.enable', subject: lin.id })).toMatchObject({ open: true, code: null, sentence: null, canAsk: false })
    await a.browser.ask(peopleContract.enable, { id: lin.id, version: 1 })
    const why = await a.browser.ask(verbs.why, { deed: 'people.enable', subject: lin.id })
    const refused = await a.browser.refused(peopleContract.enable, { id: lin.id, version: 2 })
    expect(why).toMatchObject({ open: false, code: refused.code, helper: null, whom: null, canAsk: false })
    expect(why.sentence).toBe(refused.detail)
    expect(why.sentence).toMatch(/已启用（\d{4}-\d\d-\d\d \d\d:\d\d）/)
  })

  test('without the record it depends, and nothing is told of a record that one may not see', async () => {
    const { a, b, comes } = units
    const { id } = await comes()
    expect(await a.browser.ask(verbs.why, { deed: 'people.enable' })).toMatchObject({ open: null, code: null })
    expect((await b.browser.refused(verbs.why, { deed: 'people.enable', subject: id })).status).toBe(404)
  })

  test('a deed that is none of one’s post is not there, nor is one that nobody has', async () => {
    const { a, comes } = units
    const { browser } = await comes()
    expect((await browser.refused(verbs.why, { deed: 'people.enable', subject: a.id })).status).toBe(404)
    expect((await a.browser.refused(verbs.why, { deed: 'people.choose' })).status).toBe(404)
    expect((await a.browser.refused(verbs.why, { deed: 'made.up' })).status).toBe(404)
  })

  test('whoever waits for his unit reads which rule holds him back, and by whom; the contact is masked', async () => {
    const { a, comes } = units
    const { browser } = await comes()
    const { deeds } = await browser.ask(verbs.deeds, {})
    expect(deeds.find(({ deed }) => deed === 'people.choose')).toMatchObject({ open: true, path: '/me/profile', of: null })
    expect(deeds.find(({ deed }) => deed === 'subsystems.enter')).toMatchObject({ open: null, of: 'subject' })
    const submit = await browser.ask(verbs.why, { deed: 'projects.submit' })
    expect(submit).toMatchObject({ open: false, code: 'projects.profile_incomplete', helper: null })
    const [{ id: subsystem } = { id: '' }] = (await browser.ask(subsystemsContract.mine, {})).subsystems
    if (subsystem) {
      const enter = await browser.ask(verbs.why, { deed: 'subsystems.enter', subject: subsystem })
      expect(enter).toMatchObject({ open: false, code: 'subsystems.access.waiting', helper: 'unit', canAsk: true })
      expect(enter.whom?.name).toBe(a.name)
    }
    const whom = await browser.ask(verbs.whom, { refusal: 'subsystems.access.waiting' })
    expect(whom).toMatchObject({ helper: 'unit', canAsk: true })
    expect(whom.whom?.name).toBe(a.name)
    expect(whom.whom?.contact).toMatch(/\*\*/)
    expect(whom.whom?.contact).not.toContain(a.mail)
  })

  test('what one mends oneself leads to nobody, and a made-up code tells nothing', async () => {
    const { browser } = await units.comes()
    expect(await browser.ask(verbs.whom, { refusal: 'people.remind.wait' })).toEqual({ helper: null, whom: null, canAsk: false })
    expect(await browser.ask(verbs.whom, { refusal: 'made.up' })).toEqual({ helper: null, whom: null, canAsk: false })
  })
})

describe('D16 the authorised person', () => {
  test('reads and answers what people ask the unit, and is told of it; nobody answers himself', async () => {
    const { a, comes } = units
    const [wei, lin] = [await comes(), await comes()]
    const authorised = await authorisedBy(server, a.id, wei)
    const question = { helper: 'unit' as const, code: 'subsystems.access.disabled', path: '/app/me', note: '需要进入科技报告系统' }
    const { id } = await lin.browser.ask(verbs.ask, question)
    for (const mail of [a.mail, wei.who.mail]) expect((await lettersTo(server.tools, mail))[0]?.template, mail).toBe('help.asked')
    expect((await authorised.ask(verbs.questions, {})).rows).toMatchObject([{ id, askerName: lin.who.name }])
    const own = await authorised.ask(verbs.ask, { ...question, code: 'people.own_record' })
    expect((await authorised.ask(verbs.questions, {})).rows.map((row) => row.id)).toEqual([id])
    expect(new Set((await a.browser.ask(verbs.questions, {})).rows.map((row) => row.id))).toEqual(new Set([id, own.id]))
    expect((await authorised.refused(verbs.answer, { id: own.id, version: 1, answer: '自己答复' })).status).toBe(404)
    await authorised.ask(verbs.answer, { id, version: 1, answer: '已开通。' })
    expect((await lin.browser.ask(verbs.mine, {})).questions).toMatchObject([{ id, state: 'answered', answer: '已开通。', toPost: 'unit_account' }])
  })

  test('I11 decides nothing on his own record: neither 启用 nor 模块配置, alone or among many', async () => {
    const { a, comes } = units
    const wei = await comes()
    const authorised = await authorisedBy(server, a.id, wei)
    const own = { status: 403, code: 'people.own_record', helper: 'unit' }
    expect(await authorised.refused(peopleContract.enable, { id: wei.id, version: 1 })).toMatchObject(own)
    expect(await authorised.refused(peopleContract.resetPassword, { id: wei.id, version: 1 })).toMatchObject(own)
    expect(await authorised.refused(subsystemsContract.configure, { personId: wei.id, version: 1, granted: [], seen: [], enable: true })).toMatchObject(own)
    const { outcomes } = await authorised.ask(subsystemsContract.configureMany, { people: [{ id: wei.id, version: 1 }], add: [], enable: true })
    expect(outcomes).toEqual([{ id: wei.id, outcome: 'own_record' }])
    const shown = await authorised.ask(peopleContract.person, { id: wei.id })
    expect(shown.can).toEqual([])
    expect(new Set(shown.closed.map(({ code }) => code))).toEqual(new Set(['people.own_record']))
    expect((await a.browser.ask(peopleContract.person, { id: wei.id })).can).toContain('enable')
  })

  test('S1-52 appears by his own name, and the unit’s timeline names him', async () => {
    const { a, comes } = units
    const [wei, lin] = [await comes(), await comes()]
    const authorised = await authorisedBy(server, a.id, wei)
    await authorised.ask(peopleContract.enable, { id: lin.id, version: 1 })
    expect((await a.browser.ask(peopleContract.person, { id: lin.id })).timeline.at(-1)).toMatchObject({ event: 'enabled', by: wei.who.name })
    expect((await lin.browser.ask(peopleContract.me, {})).timeline.at(-1)).toMatchObject({ event: 'enabled', by: a.name })
  })
})
