import { beforeAll, describe, expect, it } from 'vitest'
import { platformCall, well, within } from '../../../checks/people.ts'
import { twoUnitsAndSupport, type ChosenUnit } from '../../../checks/people-of-units.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import type { Browser } from '../../../world/browser.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { demoResidentId } from '../../codes/demo-numbers.ts'
import { accountsContract } from '../accounts/contract.ts'
import { disableAccount, grantMandate } from '../accounts/index.ts'
import { unitsContract } from '../units/contract.ts'
import { compareDocuments } from './compare.ts'
import { peopleContract as verbs } from './contract.ts'
import { personOfAccount } from './person-store.ts'
import { replayPerson } from './person-journal.ts'

let server: TestServer
let a: ChosenUnit
let b: ChosenUnit
let support: Browser
let comes: Awaited<ReturnType<typeof twoUnitsAndSupport>>['comes']

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  ;({ a, b, comes, support } = await twoUnitsAndSupport(server))
})

const sound = demoResidentId('tianjin', '1988-03-05', 1)
/** The check digit is another one. */
const misspelt = `${sound.slice(0, 17)}${sound.endsWith('1') ? '2' : '1'}`
const reason = '本人持证件到窗口申请'
const asked = { documentType: '', document: '', last4: '', name: '', userName: '', reason }
const seek = async (more: Partial<typeof asked> & { by: 'document' | 'last4' | 'userName' }) => (await support.ask(verbs.lookUp, { ...asked, ...more })).people
const accountOf = async (id: string) => (await server.tools.db.selectFrom('person').select('account_id').where('id', '=', id).executeTakeFirstOrThrow()).account_id
const rowOf = async (id: string) => personOfAccount(server.tools.db, server.tools.keyring, await accountOf(id))
const looks = () => server.tools.db.selectFrom('journal').select(['body', 'subject', 'private_digest']).where('event', '=', 'person_looked_for').orderBy('at').execute()
const firstTemplate = async (address: string) => (await lettersTo(server.tools, address))[0]?.template
const expectReplay = async (id: string) => expect(await replayPerson(server.tools, id)).toEqual(await rowOf(id))

describe('S1-58 the support looks for a person', () => {
  it('by the whole number, by its last four and the name, by the user name; masked, and every look is kept with its reason', async () => {
    const { who, id } = await comes({ name: '诸葛寻人' })
    const before = (await looks()).length
    const [found] = await seek({ by: 'document', documentType: 'ID', document: who.document.toLowerCase() })
    expect(found).toMatchObject({
      id, version: 1, state: 'new', name: '诸葛寻人', unit: a.name, document: `1${'*'.repeat(15)}${who.document.slice(-2)}`, mail: 't***@example.com', vouchedAt: null, can: ['correct', 'replaceMail'],
    })
    expect((await seek({ by: 'last4', last4: who.document.slice(-4), name: '诸葛寻人' })).map((p) => p.id)).toEqual([id])
    expect(await seek({ by: 'last4', last4: who.document.slice(-4), name: '诸葛' })).toEqual([])
    expect((await seek({ by: 'userName', userName: who.userName.toUpperCase() })).map((p) => p.id)).toEqual([id])
    expect(await seek({ by: 'userName', userName: who.userName.slice(0, -1) })).toEqual([])
    const kept = (await looks()).slice(before)
    expect(kept.map(({ body }) => body)).toEqual([
      { by: 'document', found: [id] }, { by: 'last4', found: [id] }, { by: 'last4', found: [] }, { by: 'userName', found: [id] }, { by: 'userName', found: [] },
    ])
    for (const look of kept) expect(look.private_digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('says beside the field what is missing or wrong, and looks at nothing without a reason', async () => {
    const before = (await looks()).length
    const wrong = async (more: Record<string, string>) => Object.keys((await support.refused(verbs.lookUp, { ...asked, by: 'document', ...more } as never)).fields)
    expect(await wrong({ documentType: 'ID', document: misspelt })).toEqual(['document'])
    expect(await wrong({ document: misspelt })).toEqual(['documentType'])
    expect(await wrong({ documentType: 'ID' })).toEqual(['document'])
    expect(await wrong({ by: 'last4', last4: '123', name: '林知远' })).toEqual(['last4'])
    expect(await wrong({ by: 'last4', last4: '1234' })).toEqual(['name'])
    expect(await wrong({ by: 'userName' })).toEqual(['userName'])
    expect(await wrong({ by: 'userName', userName: 'tianbao_1', reason: ' ' })).toEqual(['reason'])
    expect(await looks()).toHaveLength(before)
  })

  it('nobody else may: not the unit, not the person, not an officer', async () => {
    const { browser, id } = await comes()
    for (const other of [a.browser, a.officer, browser]) {
      expect((await other.refused(verbs.lookUp, { ...asked, by: 'userName', userName: 'tianbao_1' })).status).toBe(403)
      expect((await other.refused(verbs.correct, { id, version: 1, newName: '林致远', note: reason })).status).toBe(403)
      expect((await other.refused(verbs.liftVouching, { id, version: 1, reason })).status).toBe(403)
    }
  })
})

describe('S1-58 the support corrects name and document', () => {
  it('the account follows, state and unit stay, and person and unit are told why', async () => {
    const { who, browser, id } = await comes({ name: '林志远' })
    await a.browser.ask(verbs.enable, { id, version: 1 })
    const document = demoResidentId('tianjin', '1971-05-06', 1)
    expect(await support.ask(verbs.correct, { id, version: 2, newName: '林致远', newDocumentType: 'ID', newDocument: document, note: reason })).toEqual({ id, state: 'enabled', version: 3 })
    expect(await rowOf(id)).toMatchObject({ name: '林致远', document: { type: 'ID', number: document }, state: 'enabled', unitId: a.id })
    expect((await browser.ask(accountsContract.me, {})).displayName).toBe('林致远')
    expect(await browser.ask(verbs.me, {})).toMatchObject({ name: '林致远', state: 'enabled', decidedBy: a.name, can: ['choose'] })
    expect((await browser.ask(verbs.me, {})).timeline.at(-1)).toMatchObject({ event: 'corrected', by: '技术支持', reason })
    expect((await a.browser.ask(verbs.person, { id })).timeline.at(-1)).toMatchObject({ event: 'corrected', by: '技术支持', reason })
    expect([await firstTemplate(who.mail), await firstTemplate(a.mail)]).toEqual(['people.notice.corrected', 'people.notice.corrected_unit'])
    expect(JSON.stringify(await lettersTo(server.tools, who.mail))).not.toContain(document)
    // Found by the new number, not by the old one.
    expect((await seek({ by: 'document', documentType: 'ID', document })).map((p) => p.id)).toEqual([id])
    expect((await seek({ by: 'document', documentType: 'ID', document: who.document })).map((p) => p.id)).toEqual([])
    await expectReplay(id)
    const clear = await server.tools.db.selectFrom('journal').select('body').where('subject', '=', id).execute()
    for (const secret of [reason, document, '林致远']) expect(JSON.stringify(clear)).not.toContain(secret)
  })

  it('a number that another unit vouches for takes the confirmation with it: this unit looks anew, and the owner hears of it', async () => {
    const [owner, other] = [await comes(), await comes({ unitId: b.id })]
    await a.browser.ask(verbs.enable, { id: owner.id, version: 1 })
    await b.browser.ask(verbs.enable, { id: other.id, version: 1 })
    expect(await support.ask(verbs.correct, { id: other.id, version: 2, newDocumentType: 'ID', newDocument: owner.who.document, note: reason })).toMatchObject({ state: 'new', version: 3 })
    expect(await rowOf(other.id)).toMatchObject({ state: 'new', unitId: b.id, vouchedAt: null })
    expect(await firstTemplate(b.mail)).toBe('people.notice.unvouched_unit')
    expect((await b.browser.refused(verbs.enable, { id: other.id, version: 3 })).code).toBe('people.document_vouched')
    await compareDocuments(server.tools)
    await expect.poll(() => firstTemplate(owner.who.mail)).toBe('people.notice.document_used')
    await expectReplay(other.id)
  })

  it('judges name and number as the registration does, changes something or nothing, and only what was seen', async () => {
    const { who, id } = await comes()
    const wrong = async (more: Record<string, unknown>) => support.refused(verbs.correct, { id, version: 1, note: reason, ...more })
    expect((await wrong({ newName: 'Lin Zhiyuan' })).fields).toHaveProperty('newName')
    expect((await wrong({ newDocumentType: 'ID', newDocument: misspelt })).fields).toHaveProperty('newDocument')
    expect((await wrong({})).code).toBe('people.correct.nothing')
    expect((await wrong({ newName: who.name, newDocumentType: 'ID', newDocument: who.document })).code).toBe('people.correct.nothing')
    expect((await wrong({ newName: '林致远', note: ' ' })).fields).toHaveProperty('note')
    expect((await wrong({ newName: '林致远', version: 2 })).code).toBe('overtaken')
    expect((await rowOf(id))?.version).toBe(1)
  })

  it('nobody corrects himself, whatever post he holds beside', async () => {
    const me = await support.ask(accountsContract.me, {})
    const { id } = await comes()
    const theirs = await accountOf(id)
    // The same human as person and as support: the row is moved under the account of the desk.
    await server.tools.db.updateTable('person').set({ account_id: me.accountId }).where('id', '=', id).execute()
    for (const [verb, more] of [[verbs.correct, { newName: '林致远', note: reason }], [verbs.replaceMail, { newMail: 'zhichi.ziji@example.com', note: reason }], [verbs.liftVouching, { reason }]] as const) {
      expect(await support.refused(verb, { id, version: 1, ...more })).toMatchObject({ status: 403, code: 'people.own' })
    }
    await server.tools.db.updateTable('person').set({ account_id: theirs }).where('id', '=', id).execute()
  })
})

describe('S1-N1 a number that the wrong account holds', () => {
  it('is set free by the support: the person is released, and its true owner can be enabled', async () => {
    const thief = await comes()
    const owner = await comes({ unitId: b.id, document: thief.who.document })
    await a.browser.ask(verbs.enable, { id: thief.id, version: 1 })
    expect((await b.browser.refused(verbs.enable, { id: owner.id, version: 1 })).helper).toBe('support')
    // What the comparison of documents says, says a timer of its own: it must have spoken before the order of letters counts.
    await compareDocuments(server.tools)
    await expect.poll(() => firstTemplate(thief.who.mail)).toBe('people.notice.document_used')
    const [found] = (await seek({ by: 'document', documentType: 'ID', document: thief.who.document })).filter((p) => p.vouchedAt !== null)
    expect(found).toMatchObject({ id: thief.id, can: ['correct', 'replaceMail', 'liftVouching'] })
    expect(await support.ask(verbs.liftVouching, { id: thief.id, version: 2, reason: '证件被冒用' })).toEqual({ id: thief.id, state: 'released', version: 3 })
    expect(await thief.browser.ask(verbs.me, {})).toMatchObject({ state: 'released', unit: null, reason: '证件被冒用', decidedBy: '技术支持', can: ['choose'] })
    expect([await firstTemplate(thief.who.mail), await firstTemplate(a.mail)]).toEqual(['people.notice.lifted', 'people.notice.lifted_unit'])
    expect((await b.browser.ask(verbs.enable, { id: owner.id, version: 1 })).state).toBe('enabled')
    expect((await support.refused(verbs.liftVouching, { id: thief.id, version: 3, reason: '证件被冒用' })).code).toBe('overtaken')
    await expectReplay(thief.id)
  })

  it('S1-53 an account that the platform disabled is no matter of the unit: the refusal names the support', async () => {
    const { id } = await comes()
    const accountId = await accountOf(id)
    const disabled = await within(server, async (tx) => (await disableAccount(tx, platformCall(server), accountId)) ?? true)
    expect(disabled).toBe(true)
    expect(await a.browser.refused(verbs.resetPassword, { id, version: 1 })).toMatchObject({ code: 'people.account_disabled', helper: 'support' })
    expect(well(await within(server, (tx) => grantMandate(tx, platformCall(server), { accountId, post: 'support_officer', scopeId: null })))).toHaveProperty('mandateId')
  })
})

describe('S1-54 looking at everybody has a brake', () => {
  it('fifty documents and two hundred contacts a day, then a sentence that says what to do', async () => {
    const { id } = await comes()
    const key = (await server.tools.db.selectFrom('journal').select('account_id').where('event', '=', 'enabled').limit(1).executeTakeFirst())?.account_id
    expect(key).toBeTruthy()
    for (let n = 0; n < 50; n++) await b.browser.refused(verbs.revealDocument, { id, reason: '核对身份' })
    for (let n = 0; n < 50; n++) await a.browser.ask(verbs.revealDocument, { id, reason: '核对身份' })
    const refused = await a.browser.refused(verbs.revealDocument, { id, reason: '核对身份' })
    expect(refused).toMatchObject({ status: 429, code: 'people.look.limit', helper: 'support' })
    expect(refused.detail).toContain('50次')
    for (let n = 0; n < 200; n++) await a.browser.ask(verbs.reveal, { id })
    expect((await a.browser.refused(verbs.reveal, { id })).detail).toContain('200次')
    // A refused look is none; the other account is not concerned.
    const { n } = await server.tools.db.selectFrom('journal').select((q) => q.fn.countAll<number>().as('n')).where('event', '=', 'document_revealed').executeTakeFirstOrThrow()
    expect(n).toBe(50)
    const own = await comes({ unitId: b.id })
    expect(await b.browser.ask(verbs.revealDocument, { id: own.id, reason: '核对身份' })).toEqual({ document: own.who.document })
  })
})

describe('E04 a unit is dissolved', () => {
  it('what it vouched for is void: all its people are released, told, and choose again', async () => {
    const [enabled, fresh, disabled] = [await comes({ unitId: b.id }), await comes({ unitId: b.id }), await comes({ unitId: b.id })]
    for (const { id } of [enabled, disabled]) await b.browser.ask(verbs.enable, { id, version: 1 })
    await b.browser.ask(verbs.disable, { id: disabled.id, version: 2, reason: '暂停使用' })
    const elsewhere = await comes({ document: enabled.who.document })
    expect((await a.browser.refused(verbs.enable, { id: elsewhere.id, version: 1 })).code).toBe('people.document_vouched')
    // That comes behind the registration, in its own time.
    await expect.poll(() => firstTemplate(enabled.who.mail)).toBe('people.notice.document_used')
    const { version } = await b.officer.ask(unitsContract.unit, { id: b.id })
    await b.officer.ask(unitsContract.dissolve, { id: b.id, version, ending: 'dissolved', successors: [], reason: '机构改革' })
    for (const { browser, id, who } of [enabled, fresh, disabled]) {
      expect(await browser.ask(verbs.me, {})).toMatchObject({ state: 'released', unit: null, reason: '单位已注销', can: ['choose'] })
      expect(await firstTemplate(who.mail)).toBe('people.notice.unit_dissolved')
      await expectReplay(id)
    }
    const left = await server.tools.db.selectFrom('person_total').select((q) => q.fn.sum<number>('n').as('n')).where('unit_id', '=', b.id).executeTakeFirst()
    expect(Number(left?.n)).toBe(0)
    expect((await a.browser.ask(verbs.enable, { id: elsewhere.id, version: 1 })).state).toBe('enabled')
    expect(await fresh.browser.ask(verbs.choose, { version: 2, unitId: a.id })).toMatchObject({ state: 'new' })
  })
})
