import { beforeAll, describe, expect, it } from 'vitest'
import { twoUnits, type ChosenUnit } from '../../../checks/people-of-units.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import { lettersTo } from '../../../world/mailbox.ts'
import { demoResidentId } from '../../codes/demo-numbers.ts'
import type { Actor } from '../../kernel/actor.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import { peopleContract as verbs } from './contract.ts'
import { comeProven, joinByApproval } from './index.ts'
import { duplicatesOf } from './duplicate-store.ts'
import { replayPerson } from './person-journal.ts'
import { personOfAccount } from './person-store.ts'
import type { Document } from './person.ts'

let server: TestServer
let a: ChosenUnit
let b: ChosenUnit
let comes: Awaited<ReturnType<typeof twoUnits>>['comes']
let last = 500

beforeAll(async () => {
  server = await testServer({ config: { demo: true } })
  ;({ a, b, comes } = await twoUnits(server))
})

const freshDocument = (): Document => ({ type: 'ID', number: demoResidentId('tianjin', '1979-04-02', ++last) })
const inDeed = <T>(work: (tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>) => Promise<T>) =>
  transact(server.tools.db, server.tools.constraintWords, (tx) => work(tx, { actor: null as Actor | null, request: { address: '203.0.113.9', id: 'test' } as Call['request'], tools: server.tools }))
const approve = (personId: string, unitId: string, document: Document) => inDeed((tx, call) => joinByApproval(tx, call, { personId, unitId, document }))
const rowOf = (id: string) => server.tools.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const person = async (id: string) => (await personOfAccount(server.tools.db, server.tools.keyring, (await rowOf(id)).account_id))!
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : answer)

/** Somebody who comes through the city, with the account of a person who is removed for it: accounts are made elsewhere. */
async function cameWith(document: Document): Promise<string> {
  const { browser, id } = await comes()
  const { account_id: accountId, user_name: userName, name } = await rowOf(id)
  await server.tools.db.deleteFrom('person').where('id', '=', id).execute()
  const made = await inDeed((tx, call) => comeProven(tx, call, { accountId, userName, name, document }))
  if (isRefusal(made)) throw new Error(made.code)
  expect((await browser.ask(verbs.me, {})).state).toBe('unbound')
  return made
}

describe('S2-02 somebody who came through the city', () => {
  it('has no unit, a proven document, and chooses one', async () => {
    const { browser, id } = await comes()
    const { account_id: accountId, user_name: userName, name } = await rowOf(id)
    await server.tools.db.deleteFrom('person').where('id', '=', id).execute()
    const document = freshDocument()
    const made = await inDeed((tx, call) => comeProven(tx, call, { accountId, userName, name, document }))
    const me = await browser.ask(verbs.me, {})
    expect(me).toMatchObject({ id: made, state: 'unbound', unit: null, waiting: null, decidedBy: null, can: ['choose'] })
    expect(me.timeline.map((e) => e.event)).toEqual(['came'])
    await browser.ask(verbs.choose, { version: me.version, unitId: b.id })
    const after = await person(me.id)
    expect(after).toMatchObject({ state: 'new', unitId: b.id, vouchedAt: null, document })
    expect(after.provenAt).not.toBeNull()
    expect(await replayPerson(server.tools, me.id)).toEqual(after)
  })

  it('I15 a document that the city or a unit answers for is nobody else’s', async () => {
    const document = freshDocument()
    const proven = await person(await cameWith(document))
    // By the city.
    const { id } = await comes({ document: document.number })
    const version = (await a.browser.ask(verbs.person, { id })).version
    expect((await a.browser.refused(verbs.enable, { id, version })).code).toBe('people.document_vouched')
    expect(await a.browser.ask(verbs.person, { id })).toMatchObject({ duplicates: [{ by: 'document', of: 'none', vouched: true, userName: null }] })
    expect((await duplicatesOf(server.tools.db, server.tools.keyring, await person(id))).map((d) => d.id)).toContain(proven.id)
    const other = await person(id)
    expect(codeOf(await inDeed((tx, call) => comeProven(tx, call, { ...other, document })))).toBe('people.document_vouched')
    // By a unit.
    const vouched = await comes()
    const enabled = await a.browser.ask(verbs.enable, { id: vouched.id, version: (await a.browser.ask(verbs.person, { id: vouched.id })).version })
    expect(enabled.state).toBe('enabled')
    expect(codeOf(await inDeed((tx, call) => comeProven(tx, call, { ...other, document: { type: 'ID', number: vouched.who.document } })))).toBe('people.document_vouched')
  })
})

describe('S2-71 the approval of the personal information by a unit', () => {
  it('binds whom it did not know: enabled, vouched for, told once; a second time nothing happens', async () => {
    const document = freshDocument()
    const id = await cameWith(document)
    expect(await approve(id, a.id, document)).toBeUndefined()
    const p = await person(id)
    expect(p).toMatchObject({ state: 'enabled', unitId: a.id, document })
    expect(p.vouchedAt).not.toBeNull()
    expect(p.provenAt).not.toBeNull()
    expect((await a.browser.ask(verbs.people, { name: p.name, userName: p.userName })).rows.map((row) => row.id)).toEqual([id])
    expect(await approve(id, a.id, document)).toBeUndefined()
    expect((await person(id)).version).toBe(p.version)
    expect(await replayPerson(server.tools, id)).toEqual(await person(id))
  })

  it('enables who waits, with the reviewed document in place of the typed one', async () => {
    const { id, who, browser } = await comes()
    const document = freshDocument()
    expect(await approve(id, a.id, document)).toBeUndefined()
    expect(await person(id)).toMatchObject({ state: 'enabled', unitId: a.id, document, version: 2 })
    expect((await lettersTo(server.tools, who.mail)).map(({ template }) => template)).toContain('people.notice.enabled')
    expect((await browser.ask(verbs.me, {})).timeline.map((e) => e.event)).toEqual(['registered', 'bound'])
    // The number he registered with is free again.
    const { id: second } = await comes({ document: who.document })
    expect(await approve(second, a.id, { type: 'ID', number: who.document })).toBeUndefined()
  })

  it('E40 from another unit he leaves, and that unit hears of it', async () => {
    const { id, who } = await comes()
    const document = { type: 'ID', number: who.document }
    await approve(id, a.id, document)
    expect(await approve(id, b.id, document)).toBeUndefined()
    expect(await person(id)).toMatchObject({ state: 'enabled', unitId: b.id })
    const told = await server.tools.db.selectFrom('outbox').select('channel').where('template', '=', 'people.notice.left').execute()
    expect(told.map(({ channel }) => channel)).toContain('inbox')
    expect((await a.browser.refused(verbs.person, { id })).code).toBe('not_found')
  })

  it('D10 whom the unit disabled stays disabled; the document is taken over', async () => {
    const { id, who } = await comes()
    await approve(id, a.id, { type: 'ID', number: who.document })
    const { version } = await a.browser.ask(verbs.person, { id })
    await a.browser.ask(verbs.disable, { id, version, reason: '暂停参与本单位项目' })
    const document = freshDocument()
    expect(await approve(id, a.id, document)).toBeUndefined()
    expect(await person(id)).toMatchObject({ state: 'disabled', document, reason: '暂停参与本单位项目' })
  })

  it('refuses with a document of another account, named where it is of the own unit, and where the unit rests', async () => {
    const [first, second] = [await comes(), await comes()]
    const document = { type: 'ID', number: first.who.document }
    await approve(first.id, a.id, document)
    expect(codeOf(await approve(second.id, a.id, document))).toBe('people.document_vouched.here')
    expect(codeOf(await approve(second.id, b.id, document))).toBe('people.document_vouched')
    expect(codeOf(await approve(second.id, '01900000-0000-7000-8000-000000000000', freshDocument()))).toBe('input.invalid')
    expect(codeOf(await approve('01900000-0000-7000-8000-000000000000', a.id, document))).toBe('not_found')
    expect(await person(second.id)).toMatchObject({ state: 'new', version: 1 })
  })
})
