import { beforeAll, describe, expect, it } from 'vitest'
import { twoUnits, type ChosenUnit } from '../../../checks/people-of-units.ts'
import { shapeOf, testServer, Visitor, type TestServer } from '../../../checks/server.ts'
import { browserOf, type Browser } from '../../../world/browser.ts'
import { townPassword } from '../../../world/cast.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { comer, personInput } from '../../../checks/newcomer.ts'
import type { Town } from '../../../world/town.ts'
import { demoMail } from '../../codes/demo-numbers.ts'
import { accountsContract } from '../accounts/contract.ts'
import { inboxContract } from '../inbox/contract.ts'
import { settingsContract } from '../settings/contract.ts'
import { unitsContract } from '../units/contract.ts'
import { compareDocuments } from './compare.ts'
import { peopleContract as verbs } from './contract.ts'
import { replayPerson } from './person-journal.ts'
import { personOfAccount } from './person-store.ts'

let server: TestServer
let town: Town
let a: ChosenUnit
let b: ChosenUnit
let comes: Awaited<ReturnType<typeof twoUnits>>['comes']
let visitors = 0

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  // Days pass below, and nobody is to sign in anew for that.
  Object.assign(server.tools.config.signIn, { idleMinutes: 100_000, absoluteHours: 100_000 })
  ;({ town, a, b, comes } = await twoUnits(server))
})

const visitor = () => browserOf(server.app, `203.0.113.${++visitors}`)
/** A suspension ends the sessions of the unit. */
const returns = async ({ browser, userName }: { browser: Browser; userName: string }) => void (await browser.ask(accountsContract.signIn, { userName, password: townPassword }))
const templatesTo = async (address: string) => (await lettersTo(server.tools, address)).map(({ template }) => template)
const enable = async (unit: ChosenUnit, id: string) => unit.browser.ask(verbs.enable, { id, version: (await unit.browser.ask(verbs.person, { id })).version })
const choose = async (browser: Browser, unitId: string) => browser.ask(verbs.choose, { version: (await browser.ask(verbs.me, {})).version, unitId })
const countOf = async (table: 'account' | 'person') => (await server.tools.db.selectFrom(table).select((q) => q.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
async function expectReplay(browser: Browser) {
  const { accountId } = await server.tools.db.selectFrom('person').select('account_id as accountId').where('id', '=', (await browser.ask(verbs.me, {})).id).executeTakeFirstOrThrow()
  const row = await personOfAccount(server.tools.db, server.tools.keyring, accountId)
  expect(row && (await replayPerson(server.tools, row.id))).toEqual(row)
}

describe('registration of a person', () => {
  it('S1-24 S1-25 S1-29 S1-30 D10 registers, is signed in, waits, and both sides are told', async () => {
    const { who, browser, id } = await comes()
    const mine = await browser.ask(verbs.me, {})
    expect(mine).toMatchObject({
      id, state: 'new', name: who.name, unit: { id: a.id, name: a.name, status: 'active' }, waiting: { usualDays: null, remindedAt: null },
      document: `${who.document[0]}${'*'.repeat(15)}${who.document.slice(-2)}`, can: ['choose', 'remind'], decidedBy: null,
    })
    expect(mine.waiting?.contactName).toMatch(/^.\*\*$/)
    expect(mine.waiting?.contactPhone).toMatch(/^\d{3}\*{4}\d{4}$/)
    expect(mine.timeline.map((e) => [e.event, e.by, e.unit])).toEqual([['registered', who.name, a.name]])
    // D12: a post without a scope.
    expect((await browser.ask(accountsContract.me, {})).mandate).toMatchObject({ post: 'person' })
    expect((await templatesTo(who.mail))[0]).toBe('people.notice.registered')
    expect((await templatesTo(a.mail))[0]).toBe('people.notice.waiting')
    await server.outbox.drain()
    expect((await a.browser.ask(inboxContract.list, {})).rows[0]?.title).toContain(who.name)
    expect(await a.browser.ask(verbs.waiting, {})).toEqual({ n: 1 })
    // S1-30: signs in later as everybody does.
    const later = visitor()
    await later.ask(accountsContract.signIn, { userName: who.userName, password: townPassword })
    expect((await later.ask(verbs.me, {})).state).toBe('new')
  })

  it('the unit gets each newcomer in its inbox and one mail an hour', async () => {
    const mails = async () => (await templatesTo(a.mail)).filter((t) => t === 'people.notice.waiting').length
    const inbox = async () => (await server.tools.db.selectFrom('outbox').select('id').where('template', '=', 'people.notice.waiting').where('channel', '=', 'inbox').execute()).length
    server.clock.advance({ minutes: 61 })
    const before = [await mails(), await inbox()] as const
    await comes()
    await comes()
    expect([await mails(), await inbox()]).toEqual([before[0] + 1, before[1] + 2])
    server.clock.advance({ minutes: 61 })
    await comes()
    expect(await mails()).toBe(before[0] + 2)
  })

  it('S1-25 what is wrong stands beside its field, and nothing is made or spent', async () => {
    const browser = visitor()
    const input = await personInput(server.tools, browser, comer(900, a.id))
    const before = [await countOf('account'), await countOf('person')]
    const refused = async (more: Partial<typeof input>) => (await browser.refused(verbs.register, { ...input, ...more })).fields
    expect(await refused({ passwordAgain: 'Anders-als-7x' })).toMatchObject({ passwordAgain: { code: 'password.again' } })
    expect(await refused({ document: input.document.slice(0, 17) + (input.document.endsWith('1') ? '2' : '1') })).toMatchObject({ document: { code: 'document.check_digit' } })
    expect(await refused({ documentType: 'PASSPORT', document: 'X1234567' })).toMatchObject({ name: { code: 'person_name.latin' } })
    expect(await refused({ password: 'Lin-tianbao_900', passwordAgain: 'Lin-tianbao_900' })).toHaveProperty('password')
    expect(await refused({ mailProofId: input.phoneProofId })).toMatchObject({ mailProofId: { code: 'proof.not_proven' } })
    expect((await browser.refused(verbs.register, { ...input, acceptanceId: '01900000-0000-7000-8000-000000000000' })).code).toBe('agreement.not_accepted')
    expect([await countOf('account'), await countOf('person')]).toEqual(before)
    await browser.ask(verbs.register, input)
  })

  it('S1-31 S1-07 only an active unit can be chosen: not one that does not exist, is suspended or dissolved', async () => {
    const browser = visitor()
    const input = await personInput(server.tools, browser, comer(901, b.id))
    const unit = (await b.officer.ask(unitsContract.unit, { id: b.id }))
    const { version } = await b.officer.ask(unitsContract.suspend, { id: b.id, version: unit.version, reason: '核查期间停用' })
    expect((await browser.refused(verbs.register, input)).fields).toMatchObject({ unitId: { code: 'people.unit.choose' } })
    expect((await browser.refused(verbs.register, { ...input, unitId: '01900000-0000-7000-8000-000000000000' })).fields).toMatchObject({ unitId: { code: 'people.unit.choose' } })
    await b.officer.ask(unitsContract.resume, { id: b.id, version, reason: '核查完毕' })
    await browser.ask(verbs.register, input)
    // Its account's sessions ended with the suspension.
    await returns(b)
  })

  it('D14 a document that is known is answered like one that is not; only its owner hears of it, without names', async () => {
    const owner = await comes()
    await enable(a, owner.id)
    const known = visitor()
    const answers = []
    for (const who of [comer(902, b.id, { document: owner.who.document }), comer(903, b.id)]) {
      answers.push(await server.ask(verbs.register, await personInput(server.tools, visitor(), who), new Visitor(`203.0.113.${++visitors}`)))
    }
    // The token of the new session is another each time, of one length.
    const [ofKnown, ofFresh] = answers.map((answer) => ({ ...shapeOf(answer), headers: JSON.stringify(shapeOf(answer).headers).replaceAll(/(__Host-kehui=)[\w-]+/g, '$1') }))
    expect(ofKnown?.status).toBe(200)
    expect(ofKnown?.headers).toContain('__Host-kehui=')
    expect(ofKnown).toEqual(ofFresh)
    await known.ask(accountsContract.signIn, { userName: 'tianbao_902', password: townPassword })
    const { timeline, can, state } = await known.ask(verbs.me, {})
    expect([timeline.length, can, state]).toEqual([1, ['choose', 'remind'], 'new'])
    expect(await templatesTo(demoMail('tianbao902'))).not.toContain('people.notice.document_used')
    await compareDocuments(server.tools)
    await expect.poll(() => templatesTo(owner.who.mail)).toContain('people.notice.document_used')
    const letters = (await lettersTo(server.tools, owner.who.mail)).filter(({ template }) => template === 'people.notice.document_used')
    expect(letters.map(({ params }) => Object.keys(params))).toEqual([['link']])
  })

  it('what is taken is told once both codes came back, beside its field', async () => {
    const first = await comes()
    server.clock.advance({ minutes: 2 })
    const browser = visitor()
    const input = await personInput(server.tools, browser, comer(904, a.id, { userName: first.who.userName, mail: first.who.mail, phone: first.who.phone }))
    const { fields } = await browser.refused(verbs.register, input)
    expect(fields).toMatchObject({
      userName: { code: 'account.user_name_taken' }, mailProofId: { code: 'account.mail_bound' }, phoneProofId: { code: 'account.phone_bound' },
    })
    expect(Object.keys(fields)).toHaveLength(3)
  })

  it('a closed registration says so and takes nobody', async () => {
    const admin = town.staff.pingtai_zhou
    if (!admin) throw new Error('no administrator')
    const browser = visitor()
    const input = await personInput(server.tools, browser, comer(905, a.id))
    await admin.ask(settingsContract.change, { changes: [{ key: 'registration.people_open', version: 0, value: false }] })
    expect((await browser.refused(verbs.register, input)).code).toBe('people.registration_closed')
    await admin.ask(settingsContract.change, { changes: [{ key: 'registration.people_open', version: 1, value: true }] })
    await browser.ask(verbs.register, input)
  })
})

describe('a person and the unit', () => {
  it('S1-09 S1-48 D10 is enabled, disabled for a reason and enabled again; each time the person is told', async () => {
    const { who, browser, id } = await comes()
    expect(await enable(a, id)).toEqual({ id, state: 'enabled', version: 2 })
    expect(await browser.ask(verbs.me, {})).toMatchObject({ state: 'enabled', waiting: null, decidedBy: a.name, can: ['choose'] })
    expect((await templatesTo(who.phone))[0]).toBe('people.notice.enabled')
    expect((await a.browser.refused(verbs.disable, { id, version: 2, reason: ' ' })).fields).toHaveProperty('reason')
    expect((await a.browser.ask(verbs.disable, { id, version: 2, reason: '课题已结题' })).state).toBe('disabled')
    expect(await browser.ask(verbs.me, {})).toMatchObject({ state: 'disabled', reason: '课题已结题', decidedBy: a.name })
    expect((await a.browser.ask(verbs.enable, { id, version: 3 })).state).toBe('enabled')
    expect((await a.browser.refused(verbs.enable, { id, version: 4 })).code).toBe('people.why.enabled')
    expect((await templatesTo(who.mail)).slice(0, 3)).toEqual(['people.notice.enabled', 'people.notice.disabled', 'people.notice.enabled'])
    await expectReplay(browser)
  })

  it('E09 is refused as not one of ours, chooses the right unit, and is nothing to the first one any more', async () => {
    const { who, browser, id } = await comes()
    expect(await a.browser.ask(verbs.refuse, { id, version: 1, reason: '查无此人' })).toEqual({ id, state: 'refused', version: 2 })
    expect(await browser.ask(verbs.me, {})).toMatchObject({ state: 'refused', unit: null, waiting: null, reason: '查无此人', decidedBy: a.name, can: ['choose'] })
    expect((await templatesTo(who.mail))[0]).toBe('people.notice.refused')
    expect((await a.browser.refused(verbs.person, { id })).status).toBe(404)
    expect((await a.browser.refused(verbs.enable, { id, version: 2 })).status).toBe(404)
    expect(await choose(browser, b.id)).toMatchObject({ state: 'new', version: 3 })
    expect(await b.browser.ask(verbs.person, { id })).toMatchObject({ name: who.name, timeline: [{ event: 'chosen', by: who.name }] })
    expect((await browser.ask(verbs.me, {})).timeline.map((e) => [e.event, e.reason])).toEqual([['registered', null], ['refused', '查无此人'], ['chosen', null]])
    await expectReplay(browser)
  })

  it('E09 after a refusal the same unit may be chosen again, since a refusal may have been a mistake', async () => {
    const { browser, id } = await comes()
    expect((await browser.refused(verbs.choose, { version: 1, unitId: a.id })).fields).toMatchObject({ unitId: { code: 'people.unit.same' } })
    await a.browser.ask(verbs.refuse, { id, version: 1, reason: '查无此人' })
    expect(await choose(browser, a.id)).toMatchObject({ state: 'new' })
    expect((await enable(a, id)).state).toBe('enabled')
  })

  it('E40 D12 an enabled person goes to another employer with the same account: the one before is told and keeps no hold, the new one looks anew', async () => {
    const { who, browser, id } = await comes()
    await enable(a, id)
    server.clock.advance({ minutes: 61 })
    await choose(browser, b.id)
    const letter = (await lettersTo(server.tools, a.mail))[0]
    expect(letter).toMatchObject({ template: 'people.notice.left', params: { name: who.name, unit: a.name } })
    expect((await a.browser.refused(verbs.release, { id, version: 3, reason: '已调离' })).status).toBe(404)
    expect((await b.browser.ask(verbs.person, { id })).state).toBe('new')
    expect((await enable(b, id)).state).toBe('enabled')
    expect((await b.browser.ask(verbs.release, { id, version: 4, reason: '合同到期' })).state).toBe('released')
    expect(await browser.ask(verbs.me, {})).toMatchObject({ state: 'released', unit: null, decidedBy: b.name })
    await expectReplay(browser)
  })

  it('who was never confirmed leaves without a mail to the unit; who was confirmed, with one an hour at most', async () => {
    const left = async () => (await lettersTo(server.tools, a.mail)).filter(({ template }) => template === 'people.notice.left').length
    const inbox = async () => (await server.tools.db.selectFrom('outbox').select('id').where('template', '=', 'people.notice.left').where('channel', '=', 'inbox').execute()).length
    const [stray, one, two] = [await comes(), await comes(), await comes()]
    for (const { id } of [one, two]) await enable(a, id)
    server.clock.advance({ minutes: 61 })
    const before = [await left(), await inbox()] as const
    await choose(stray.browser, b.id)
    expect([await left(), await inbox()]).toEqual([before[0], before[1] + 1])
    await choose(one.browser, b.id)
    await choose(two.browser, b.id)
    expect([await left(), await inbox()]).toEqual([before[0] + 1, before[1] + 3])
  })

  it('E09 chooses three times in 24 hours and is told when again; the day of the reminder is not won back by choosing', async () => {
    const { browser } = await comes()
    const { remindAgainAt } = await browser.ask(verbs.remind, { version: 1 })
    server.clock.advance({ minutes: 1 })
    for (const unit of [b, a, b]) await choose(browser, unit.id)
    const refused = await browser.refused(verbs.choose, { version: 4, unitId: a.id })
    expect(refused).toMatchObject({ code: 'people.choose.wait', status: 409 })
    expect(refused.detail).toContain('3次')
    // Nobody was reminded in this unit, and nobody can be before the day is over.
    expect(await browser.ask(verbs.me, {})).toMatchObject({ can: ['choose'], waiting: { remindedAt: null, remindAgainAt } })
    expect((await browser.refused(verbs.remind, { version: 4 })).code).toBe('people.remind.wait')
    server.clock.advance({ hours: 24 })
    await browser.ask(verbs.remind, { version: 4 })
    expect(await choose(browser, a.id)).toMatchObject({ state: 'new', version: 5 })
  })

  it('the unit that is suspended is shown as such, and nobody can be reminded there', async () => {
    const { browser } = await comes({ unitId: b.id })
    const { version } = await b.officer.ask(unitsContract.suspend, { id: b.id, version: (await b.officer.ask(unitsContract.unit, { id: b.id })).version, reason: '核查期间停用' })
    expect(await browser.ask(verbs.me, {})).toMatchObject({ state: 'new', unit: { status: 'suspended' }, can: ['choose'] })
    expect((await browser.refused(verbs.remind, { version: 1 })).code).toBe('people.remind.nobody')
    await b.officer.ask(unitsContract.resume, { id: b.id, version, reason: '核查完毕' })
    await returns(b)
  })

  it('S1-30 who waits reminds the unit once a day; the version stays, so that the decision is not overtaken', async () => {
    const { who, browser, id } = await comes()
    const { remindAgainAt } = await browser.ask(verbs.remind, { version: 1, note: '下周一截止申报' })
    expect((await lettersTo(server.tools, a.mail))[0]).toMatchObject({ template: 'people.notice.reminder', params: { name: who.name, note: '下周一截止申报' } })
    expect(await browser.ask(verbs.me, {})).toMatchObject({ version: 1, can: ['choose'], waiting: { remindAgainAt } })
    expect((await browser.refused(verbs.remind, { version: 1 })).code).toBe('people.remind.wait')
    expect((await a.browser.ask(verbs.person, { id })).remindedAt).not.toBeNull()
    server.clock.advance({ hours: 23, minutes: 59 })
    expect((await browser.refused(verbs.remind, { version: 1 })).code).toBe('people.remind.wait')
    server.clock.advance({ minutes: 1 })
    await browser.ask(verbs.remind, { version: 1 })
    expect((await a.browser.ask(verbs.enable, { id, version: 1 })).state).toBe('enabled')
    expect((await browser.refused(verbs.remind, { version: 2 })).code).toBe('people.remind.not_waiting')
  })

  it('S1-30 says how long the unit usually takes, once it has decided often enough', async () => {
    const waiting = await comes({ unitId: b.id })
    const others = [await comes({ unitId: b.id }), await comes({ unitId: b.id }), await comes({ unitId: b.id })]
    server.clock.advance({ hours: 70 })
    for (const { id } of others) await enable(b, id)
    expect((await waiting.browser.ask(verbs.me, {})).waiting?.usualDays).toBe(3)
  })

  it('somebody without the post of a person has no such page', async () => {
    expect((await a.browser.refused(verbs.me, {})).status).toBe(403)
    expect((await visitor().refused(verbs.me, {})).status).toBe(401)
    const { browser } = await comes()
    expect((await browser.refused(verbs.people, {})).status).toBe(403)
  })

  it('I9 the same deed with the same key has one effect', async () => {
    const { browser, id } = await comes()
    const key = '01900000-0000-7000-8000-00000000abcd'
    const first = await a.browser.ask(verbs.enable, { id, version: 1 }, { key })
    expect(await a.browser.ask(verbs.enable, { id, version: 1 }, { key })).toEqual(first)
    expect((await browser.ask(verbs.me, {})).version).toBe(2)
  })

  it('a document of another kind and of a renewed travel permit is the same human (E16)', async () => {
    const [first, second] = [await comes({ documentType: 'HKM_TP', document: 'H1234567801' }), await comes({ documentType: 'HKM_TP', document: 'H1234567802', unitId: b.id })]
    await enable(a, first.id)
    expect((await b.browser.refused(verbs.enable, { id: second.id, version: 1 })).code).toBe('people.document_vouched')
  })
})
