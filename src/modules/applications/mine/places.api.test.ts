import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { applicationStage, begun, decided, decides, leaderIn, movedWindow, publishedSmallCall, sound, submits, submitted, versionOf, writes, type Stage } from '../../../../checks/applications.ts'
import { testServer } from '../../../../checks/server.ts'
import { addDays } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Limit } from '../../calls/document.ts'
import { applicationsContract as verbs } from '../contract.ts'
import { releaseLate } from './limit-jobs.ts'

const server = await testServer()
let stage: Stage
const sentence = { zh: '同一负责人在研项目不超过1项。', en: 'One project as leader at a time.' }
const leads: Limit[] = [{ family: 'soft', role: 'leader', most: 1, sentence }]

beforeAll(async () => {
  stage = await applicationStage(server)
})

describe('E58 限项', () => {
  test('rule and number, not which project; withdrawn it is free again, returned it is kept', async () => {
    const { unit, department, manager } = stage
    const leader = await leaderIn(server, unit.id, { secondaryUnitId: department.id })
    const [one, two] = [await publishedSmallCall(server, { limits: leads }), await publishedSmallCall(server, { limits: leads })]
    const first = await submitted(server, leader, one.id, { title: '保密的第一个项目' })
    const second = await begun(leader, two.id)
    await writes(leader, second, sound)
    const refused = await submits(server, leader, second)
    expect(refused).toMatchObject({ status: 409, body: { code: 'applications.limit.leader' } })
    expect(refused.text).toContain(sentence.zh)
    expect(refused.text).not.toContain('保密的第一个项目')
    await decided(server, manager, 'return', first.id)
    leader.visitor.cookies.set('lang', 'en')
    expect(await submits(server, leader, second)).toMatchObject({ status: 409, body: { detail: expect.stringContaining(sentence.en) } })
    await submits(server, leader, first.id)
    await leader.gets(verbs.withdraw, { id: first.id, version: (await versionOf(server, first.id)).version })
    expect((await submits(server, leader, second)).status).toBe(200)
    expect((await leader.gets(verbs.start, { callId: one.id })).limits).toMatchObject([{ most: 1, taken: 1 }])
  })

  test('an accepted project keeps its place, in later calls of the same family too', async () => {
    const { unit, department, manager, bureau } = stage
    const leader = await leaderIn(server, unit.id, { secondaryUnitId: department.id })
    const [one, next] = [await publishedSmallCall(server, { limits: leads }), await publishedSmallCall(server, { limits: leads })]
    const { id } = await submitted(server, leader, one.id)
    await decided(server, manager, 'pass', id)
    await decided(server, unit.account, 'pass', id)
    await decided(server, bureau, 'accept', id)
    expect((await leader.gets(verbs.start, { callId: next.id })).limits).toMatchObject([{ most: 1, taken: 1 }])
    const second = await begun(leader, next.id)
    await writes(leader, second, sound)
    expect(await submits(server, leader, second)).toMatchObject({ status: 409, body: { code: 'applications.limit.leader' } })
  })

  test('what came back and is given up, or can no longer be handed in, holds no place', async () => {
    const { unit, department, manager } = stage
    const leader = await leaderIn(server, unit.id, { secondaryUnitId: department.id })
    const returned = async (callId: string) => {
      const { id } = await submitted(server, leader, callId)
      await decided(server, manager, 'return', id)
      return id
    }
    const takes = async (callId: string) => (await leader.gets(verbs.start, { callId })).limits.map(({ taken }) => taken)
    const call = await publishedSmallCall(server, { limits: leads })
    const first = await returned(call.id)
    expect((await leader.gets(verbs.show, { id: first })).can).toContain('withdraw')
    expect((await leader.gets(verbs.withdraw, { id: first, version: (await versionOf(server, first)).version })).state).toBe('withdrawn')
    expect(await takes(call.id)).toEqual([0])
    expect(await decides(server, manager, 'undo' as 'pass', first)).toMatchObject({ status: 409 })

    const second = await returned(call.id)
    const released = async () => {
      await releaseLate(server.tools)
      return takes(call.id)
    }
    expect(await released()).toEqual([1])
    server.clock.advance({ minutes: 11 })
    expect(await released()).toEqual([1])
    server.clock.advance({ days: 11 })
    expect(await released()).toEqual([0])
    expect((await versionOf(server, second)).state).toBe('returned')
    server.clock.advance({ days: -11, minutes: -11 })
    // The bureau moves the window: handed in again, it takes its place anew.
    await submits(server, leader, second)
    expect(await takes(call.id)).toEqual([1])
  })

  test('what was left lying at a desk beyond its window holds no place; should the window be moved, the pass takes it anew, or is refused', async () => {
    const { unit, department, manager } = stage
    const leader = await leaderIn(server, unit.id, { secondaryUnitId: department.id })
    const call = await publishedSmallCall(server, { limits: leads })
    const { id } = await submitted(server, leader, call.id)
    const takes = async () => {
      await releaseLate(server.tools)
      return (await leader.gets(verbs.start, { callId: call.id })).limits.map(({ taken }) => taken)
    }
    // The department's window is over; its unit may still act for it (E37).
    server.clock.advance({ days: 21 })
    expect(await takes()).toEqual([1])
    server.clock.advance({ days: 10 })
    expect(await takes()).toEqual([0])
    const next = await publishedSmallCall(server, { limits: leads })
    const other = await submitted(server, leader, next.id)
    for (const level of ['department', 'unit']) await movedWindow(server, call.id, level, 2, { opensAt: server.clock.now(), closesAt: addDays(server.clock.now(), 3) })
    expect(await decides(server, manager, 'pass', id)).toMatchObject({ status: 409, body: { code: 'applications.limit.leader' } })
    await leader.gets(verbs.withdraw, { id: other.id, version: other.version })
    expect(await decided(server, manager, 'pass', id)).toMatchObject({ state: 'unit' })
    expect(await takes()).toEqual([1])
    server.clock.advance({ days: -31 })
  })

  test('E58 what gave its place back and was returned takes it anew by 提交, and is asked no more', async () => {
    const { unit, department, manager } = stage
    const leader = await leaderIn(server, unit.id, { secondaryUnitId: department.id })
    const call = await publishedSmallCall(server, { limits: leads })
    const { id } = await submitted(server, leader, call.id)
    const givenBack = async () => (await server.tools.db.selectFrom('limit_given_back').select('application_id').where('application_id', '=', id).execute()).length
    server.clock.advance({ days: 31 })
    await releaseLate(server.tools)
    expect(await givenBack()).toBe(1)
    for (const level of ['leader', 'department', 'unit']) await movedWindow(server, call.id, level, 2, { opensAt: server.clock.now(), closesAt: addDays(server.clock.now(), 3) })
    await decided(server, manager, 'return', id)
    expect((await submits(server, leader, id)).status).toBe(200)
    expect(await givenBack()).toBe(0)
    expect((await leader.gets(verbs.start, { callId: call.id })).limits.map(({ taken }) => taken)).toEqual([1])
    server.clock.advance({ days: -31 })
  })

  test('N22 a member who has no place left is named, and nothing else', async () => {
    const { unit, leader } = stage
    const limits: Limit[] = [{ family: 'joint', role: 'member', most: 1, sentence: { zh: '参与不超过1项。', en: '' } }]
    const call = await publishedSmallCall(server, { limits })
    const member = await leaderIn(server, unit.id, { name: '苏合' })
    const joined = async () => {
      const id = await begun(leader, call.id)
      await writes(leader, id, sound)
      await sql`insert into draft_member (id, draft_id, name, phone, phone_blind, state, person_id, account_id, invited_at, answered_at)
        values (${newId()}, ${id}, '苏合', ${server.tools.keyring.seal('16410000001', 'draft_member.phone')}, ${newId()}, 'confirmed', ${member.personId}, ${member.who.accountId}, now(), now())`.execute(server.tools.db)
      return submits(server, leader, id)
    }
    expect((await joined()).status).toBe(200)
    const second = await joined()
    expect(second).toMatchObject({ status: 409, body: { code: 'applications.limit.member' } })
    expect(second.text).toContain('苏合')
  })
})

describe('E57 quota of the unit', () => {
  test('5/5 is said, a return gives the place back', async () => {
    const { unit, manager, leader, call, bureau } = await applicationStage(server, { quotaPerUnit: 1 })
    const [a, b] = [await submitted(server, leader, call.id), await submitted(server, leader, call.id)]
    for (const { id } of [a, b]) await decided(server, manager, 'pass', id)
    await decided(server, unit.account, 'pass', a.id)
    expect((await unit.account.gets(verbs.open, { id: b.id })).quota).toEqual({ most: 1, taken: 1 })
    const refused = await decides(server, unit.account, 'pass', b.id)
    expect(refused).toMatchObject({ status: 409, body: { code: 'applications.quota' } })
    expect(refused.text).toContain('1/1')
    await decided(server, bureau, 'refuse', a.id)
    expect(await decided(server, unit.account, 'pass', b.id)).toMatchObject({ state: 'bureau' })
  })

  test('E53 E57 退回补正: the unit has recommended it, so its place is kept until it is handed in again or can be no more', async () => {
    const { unit, manager, leader, call, bureau } = await applicationStage(server, { quotaPerUnit: 1 })
    const [a, b] = [await submitted(server, leader, call.id), await submitted(server, leader, call.id)]
    for (const { id } of [a, b]) await decided(server, manager, 'pass', id)
    await decided(server, unit.account, 'pass', a.id)
    await decided(server, bureau, 'correct', a.id)
    const passes = async (id: string) => (await decides(server, unit.account, 'pass', id)).status
    const taken = async () => (await unit.account.gets(verbs.open, { id: b.id })).quota?.taken
    expect([await passes(b.id), await taken()]).toEqual([409, 1])

    // The bureau takes it back, and sends it back again; the department asks for more; nothing of this is the unit's word.
    expect(await bureau.gets(verbs.undo, { id: a.id, version: (await versionOf(server, a.id)).version })).toMatchObject({ state: 'bureau' })
    await decided(server, bureau, 'correct', a.id)
    expect((await submits(server, leader, a.id)).status).toBe(200)
    await decided(server, manager, 'return', a.id)
    expect([await taken(), (await submits(server, leader, a.id)).status]).toEqual([1, 200])
    await decided(server, manager, 'pass', a.id)
    const waiting = await Promise.all([a, b].map(async ({ id }) => ({ id, version: (await versionOf(server, id)).version })))
    expect(await unit.account.gets(verbs.preflightBatch, { verb: 'pass', of: { items: waiting } })).toMatchObject({ ready: 1, quotas: [{ most: 1, taken: 1, wanted: 1 }], skipped: [{ code: 'applications.quota', n: 1, examples: [{ id: b.id }] }] })
    expect(await passes(a.id)).toBe(200)
    expect(await unit.account.gets(verbs.undo, { id: a.id, version: (await versionOf(server, a.id)).version })).toMatchObject({ state: 'unit' })
    expect([await taken(), await passes(a.id)]).toEqual([1, 200])

    // It is never handed in again: when its window is over, the place is free.
    await decided(server, bureau, 'correct', a.id)
    await releaseLate(server.tools)
    expect(await taken()).toBe(1)
    await sql`update application set correct_until = ${server.clock.now()}, changed_at = changed_at - interval '1 hour' where id = ${a.id}`.execute(server.tools.db)
    await sql`insert into call_window (call_id, level, nth, opens_at, closes_at, reason, moved_by, moved_at)
      select call_id, level, 9, opens_at, ${new Date(server.clock.now().getTime() - 1000)}, '测试', (select made_by from call where id = ${call.id}), ${server.clock.now()}
      from call_window where call_id = ${call.id} and level = 'leader' and nth = 1`.execute(server.tools.db)
    await releaseLate(server.tools)
    expect([await taken(), await passes(b.id)]).toEqual([0, 200])
  })

  test('E53 E57 the unit’s own return gives the place back, also on the way of a correction', async () => {
    const { unit, manager, leader, call, bureau } = await applicationStage(server, { quotaPerUnit: 1 })
    const [a, b] = [await submitted(server, leader, call.id), await submitted(server, leader, call.id)]
    for (const { id } of [a, b]) await decided(server, manager, 'pass', id)
    await decided(server, unit.account, 'pass', a.id)
    await decided(server, bureau, 'correct', a.id)
    await submits(server, leader, a.id)
    await decided(server, manager, 'pass', a.id)
    await decided(server, unit.account, 'return', a.id)
    expect((await decides(server, unit.account, 'pass', b.id)).status).toBe(200)
  })
})
