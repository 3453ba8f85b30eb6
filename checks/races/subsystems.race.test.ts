import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as client from 'openid-client'
import type { Newcomer } from '../people-of-units.ts'
import { codeFor, redeemed, register, relyingParty, stage, type Registered, type Stage } from '../subsystem-entry.ts'
import { newId } from '../../src/kernel/ids.ts'
import { peopleContract } from '../../src/modules/people/contract.ts'
import { subsystemsContract as verbs } from '../../src/modules/subsystems/contract.ts'
import { endGrants, lockPeople } from '../../src/modules/subsystems/grant-store.ts'
import { renewSigningKeys, signingKeys } from '../../src/modules/subsystems/provider/key-store.ts'
import { closeRequests, insertRequest } from '../../src/modules/subsystems/request-store.ts'
import { endAllVisitsOf } from '../../src/modules/subsystems/visit-store.ts'
import { openTestServer } from '../server.ts'
import { somebodyWaits } from './eight.ts'

let s: Stage
let one: Registered
let two: Registered
let config: client.Configuration

beforeAll(async () => {
  s = await stage()
  ;[one, two] = [await register(s.admin), await register(s.admin)]
  config = await relyingParty(s.origin, one)
})
afterAll(() => s.server.close())

const times = <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: n }, (_, i) => work(i)))
const presentOf = async (personId: string) =>
  (await s.server.tools.db.selectFrom('subsystem_grant').select(['subsystem_id', 'during']).where('person_id', '=', personId).execute()).filter(({ during }) => /,\s*\)?$/.test(during))
const versionOf = async ({ id }: Newcomer) => (await s.a.browser.ask(verbs.modules, { personId: id })).person.version

/** Asks, and gives the status, whatever it is. */
const statusOf = (asked: Promise<unknown>): Promise<number> => asked.then(() => 200, (error: unknown) => (error as { problem?: { status: number } }).problem?.status ?? 500)

test('I16 twenty redemptions of one code at once: one token, and it is worth nothing, as after a later replay', async () => {
  const lin = await s.comesWith(one)
  for (let round = 0; round < 3; round++) {
    const { way, left } = await codeFor(s, lin, config, one)
    const form = { grant_type: 'authorization_code', code: left.searchParams.get('code') ?? '', redirect_uri: one.redirectUri, code_verifier: way.verifier }
    const headers = { authorization: `Basic ${Buffer.from(`${one.code}:${one.secret}`).toString('base64')}` }
    const answers = await times(20, async () => {
      const answer = await fetch(`${s.origin}/oidc/token`, { method: 'POST', headers, body: new URLSearchParams(form) })
      return { status: answer.status, token: ((await answer.json()) as { access_token?: string }).access_token }
    })
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(19).fill(400)])
    const token = answers.find(({ status }) => status === 200)?.token ?? ''
    expect((await fetch(`${s.origin}/oidc/userinfo`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
  }
})

test('S1-50 a subsystem is given and taken by eight tabs at once: one grant at a time, and history without gaps or overlaps', async () => {
  const lin = await s.comesWith()
  const version = await versionOf(lin)
  for (let round = 0; round < 3; round++) {
    const answers = await times(8, (i) => statusOf(s.a.browser.ask(verbs.configure, { personId: lin.id, version, granted: i % 2 ? [one.id] : [one.id, two.id] })))
    expect(answers).toEqual(Array(8).fill(200))
    const present = await presentOf(lin.id)
    expect(new Set(present.map((grant) => grant.subsystem_id)).size).toBe(present.length)
    expect(present.map((grant) => grant.subsystem_id)).toContain(one.id)
  }
})

test('E48 eight tabs that saw the same ticks: one saves, the others are overtaken', async () => {
  const lin = await s.comesWith()
  const version = await versionOf(lin)
  const answers = await times(8, (i) => statusOf(s.a.browser.ask(verbs.configure, { personId: lin.id, version, granted: i % 2 ? [one.id] : [two.id], seen: [] })))
  expect(answers.toSorted()).toEqual([200, ...Array<number>(7).fill(409)])
})

test('S1-50 eight questions for one subsystem at once: one is open', async () => {
  const lin = await s.comesWith()
  const answers = await times(8, () => statusOf(lin.browser.ask(verbs.ask, { id: one.id })))
  expect(answers.toSorted()).toEqual([200, ...Array<number>(7).fill(409)])
  expect((await s.a.browser.ask(verbs.requests, {})).rows.filter(({ person }) => person.id === lin.id)).toHaveLength(1)
})

test('S1-50 granted, declined, ticked and taken back at once: the question has one answer', async () => {
  const lin = await s.comesWith()
  const { id } = await lin.browser.ask(verbs.ask, { id: one.id })
  const version = await versionOf(lin)
  await Promise.all([
    statusOf(s.a.browser.ask(verbs.answer, { id, version: 1, grant: true, answer: '' })), statusOf(s.a.browser.ask(verbs.answer, { id, version: 1, grant: false, answer: '不予开通' })),
    statusOf(s.a.browser.ask(verbs.configure, { personId: lin.id, version, granted: [one.id] })), statusOf(lin.browser.ask(verbs.withdraw, { id: one.id })),
  ])
  const events = await s.server.tools.db.selectFrom('journal').select('event').where('room', '=', 'subsystems.request').where('subject', '=', id).execute()
  expect(events).toHaveLength(2)
})

test('S1-50 a code that is redeemed while the grant ends leaves no visit behind that nobody is told of', async () => {
  const told = await register(s.admin, { backchannelLogoutUri: 'http://127.0.0.1:9/told' })
  const lin = await s.comesWith(told)
  const known = await relyingParty(s.origin, told)
  const { way, left } = await codeFor(s, lin, known, told)
  const { db, clock } = s.server.tools
  const redeeming = await db.transaction().execute(async (tx) => {
    await lockPeople(tx, s.a.id, [lin.id])
    await endGrants(tx, lin.id, null, { by: null, at: clock.now() })
    await endAllVisitsOf(tx, lin.id, clock.now())
    const begun = redeemed(known, left, way)
    await somebodyWaits(s.server.tools.db)
    return [begun]
  })
  expect(await redeeming[0]).toBe('invalid_grant')
  expect(await db.selectFrom('subsystem_visit').select('sid').where('person_id', '=', lin.id).execute()).toEqual([])
})

test('S1-50 an answer to a question that was taken back meanwhile does not close the one that was put in its place', async () => {
  const lin = await s.comesWith()
  const { id } = await lin.browser.ask(verbs.ask, { id: one.id })
  const { db, clock } = s.server.tools
  const next = newId()
  const answering = await db.transaction().execute(async (tx) => {
    await lockPeople(tx, s.a.id, [lin.id])
    const begun = statusOf(s.a.browser.ask(verbs.answer, { id, version: 1, grant: false, answer: '不予开通' }))
    await somebodyWaits(s.server.tools.db)
    await closeRequests(tx, [{ personId: lin.id, subsystemId: one.id }], 'withdrawn', clock.now())
    await insertRequest(tx, { id: next, personId: lin.id, subsystemId: one.id, unitId: s.a.id, note: '', at: clock.now(), toldByMail: false })
    return [begun]
  })
  expect(await answering[0]).toBe(409)
  expect(await db.selectFrom('subsystem_request').select('state').where('id', '=', next).execute()).toEqual([{ state: 'open' }])
})

test('E09 a grant that is given while the person leaves does not outlive the leaving, whichever came first', async () => {
  // 200: the grant was given first, and ended with the leaving; 404: the person had left. Both must have been seen.
  const seen = { 200: 0, 404: 0 }
  for (let round = 0; round < 40 && (round < 6 || seen[200] === 0 || seen[404] === 0); round++) {
    const lin = await s.comesWith()
    const version = await versionOf(lin)
    const gives = () => statusOf(s.a.browser.ask(verbs.configure, { personId: lin.id, version, granted: [one.id] }))
    const leaves = () => statusOf(s.a.browser.ask(peopleContract.release, { id: lin.id, version, reason: '已离职' }))
    const inOrder = async (first: () => Promise<number>, then: () => Promise<number>) => [first(), (await sleep(round % 8), then())] as const
    const [given, left] = round % 2 ? await inOrder(gives, leaves) : (await inOrder(leaves, gives)).toReversed()
    expect([await left, (await lin.browser.ask(peopleContract.me, {})).state]).toEqual([200, 'released'])
    const status = await given
    expect([200, 404]).toContain(status)
    seen[status as 200 | 404]++
    expect(await presentOf(lin.id)).toEqual([])
    const grants = await s.server.tools.db.selectFrom('subsystem_grant').select(['id', 'ended_by']).where('person_id', '=', lin.id).execute()
    expect(grants.map(({ ended_by: by }) => by)).toEqual(status === 200 ? [null] : [])
  }
  expect([seen[200] > 0, seen[404] > 0]).toEqual([true, true])
})

test('two batches of the same people in opposite order do not wait for each other crosswise (I10)', async () => {
  const people = []
  for (let n = 0; n < 10; n++) people.push({ id: (await s.comes()).id, version: 1 })
  const answers = await Promise.all([people, people.toReversed()].map((some) => statusOf(s.a.browser.ask(verbs.configureMany, { people: some, add: [one.id], enable: true }))))
  expect(answers).toEqual([200, 200])
})

test('eight servers that need the first signing key at once make one; a renewed one signs after ten minutes, one that leaked is gone at once', async () => {
  const empty = await openTestServer()
  try {
    const all = await times(8, () => signingKeys(empty.tools))
    expect(new Set(all.flat().map(({ kid }) => kid)).size).toBe(1)
    const [first] = all[0] ?? []
    // By the clock, which stands still, the two would be of one age.
    empty.clock.advance({ seconds: 1 })
    const { kid } = await renewSigningKeys(empty.tools, false)
    expect((await signingKeys(empty.tools)).map((key) => key.kid)).toEqual([first?.kid, kid])
    empty.clock.advance({ minutes: 11 })
    expect((await signingKeys(empty.tools)).map((key) => key.kid)).toEqual([kid, first?.kid])
    empty.clock.advance({ days: 1 })
    expect((await signingKeys(empty.tools)).map((key) => key.kid)).toEqual([kid])
    const clean = await renewSigningKeys(empty.tools, true)
    expect((await signingKeys(empty.tools)).map((key) => key.kid)).toEqual([clean.kid])
  } finally {
    await empty.close()
  }
})
