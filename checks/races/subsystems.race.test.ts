import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as client from 'openid-client'
import type { Newcomer } from '../people-of-units.ts'
import { codeFor, register, relyingParty, stage, type Registered, type Stage } from '../subsystem-entry.ts'
import { peopleContract } from '../../src/modules/people/contract.ts'
import { subsystemsContract as verbs } from '../../src/modules/subsystems/contract.ts'
import { renewSigningKeys, signingKeys } from '../../src/modules/subsystems/provider/key-store.ts'
import { openTestServer } from '../server.ts'

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
  (await s.server.tools.db.selectFrom('subsystem_grant').select(['subsystem_id', 'during']).where('person_id', '=', personId).execute()).filter(({ during }) => /,\s*\)?$/.test(String(during)))
const versionOf = async ({ id }: Newcomer) => (await s.a.browser.ask(verbs.modules, { personId: id })).person.version

/** Asks, and gives the status, whatever it is. */
const statusOf = (asked: Promise<unknown>): Promise<number> => asked.then(() => 200, (error: unknown) => (error as { problem?: { status: number } }).problem?.status ?? 500)

test('I16 twenty redemptions of one code at once: one token', async () => {
  const lin = await s.comesWith(one)
  for (let round = 0; round < 3; round++) {
    const { way, left } = await codeFor(s, lin, config, one)
    const form = { grant_type: 'authorization_code', code: left.searchParams.get('code') ?? '', redirect_uri: one.redirectUri, code_verifier: way.verifier }
    const headers = { authorization: `Basic ${Buffer.from(`${one.code}:${one.secret}`).toString('base64')}` }
    const answers = await times(20, async () => (await fetch(`${s.origin}/oidc/token`, { method: 'POST', headers, body: new URLSearchParams(form) })).status)
    expect(answers.toSorted()).toEqual([200, ...Array<number>(19).fill(400)])
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

test('E09 a grant that is given while the person leaves does not outlive the leaving', async () => {
  for (let round = 0; round < 5; round++) {
    const lin = await s.comesWith()
    const version = await versionOf(lin)
    await Promise.all([
      statusOf(s.a.browser.ask(verbs.configure, { personId: lin.id, version, granted: [one.id] })),
      statusOf(s.a.browser.ask(peopleContract.release, { id: lin.id, version, reason: '已离职' })),
    ])
    const { state } = await lin.browser.ask(peopleContract.me, {})
    expect((await presentOf(lin.id)).length === 0 || state === 'enabled').toBe(true)
  }
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
