import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { applicationStage, authorityOver, daysOpen, decided, decides, leaderIn, movedWindow, submits, submitted, versionOf, writes, type Stage } from '../../../../checks/applications.ts'
import { manager as managerOf, secondaryUnit } from '../../../../checks/profile-stage.ts'
import { testServer } from '../../../../checks/server.ts'
import { addDays } from '../../../kernel/clock.ts'
import { structureContract } from '../../structure/contract.ts'
import { printsContract } from '../../prints/contract.ts'
import { applicationsContract as verbs } from '../contract.ts'
import { tellDesks } from './news.ts'

const server = await testServer()
let stage: Stage

/** The clock goes back for the next test: nothing here depends on the order of the tests. */
const at = async (days: number, work: () => Promise<void>) => {
  const before = server.clock.now()
  server.clock.advance({ days })
  await work().finally(() => server.clock.set(before))
}

/** 撤销管理人员, as the unit does it. */
async function withoutManager(unit: Stage['unit'], departmentId: string): Promise<void> {
  const { rows } = await unit.account.gets(structureContract.secondaryUnits, {})
  const version = rows.find(({ id }) => id === departmentId)?.version ?? 0
  await unit.account.gets(structureContract.revokeManager, { id: departmentId, version, reason: '已退休' })
}

beforeAll(async () => {
  stage = await applicationStage(server)
})

describe('D17 where the chain has the authority', () => {
  test('S2-82 the unit passes to the authority, it to the bureau; each sees what came up to it', async () => {
    const { unit, leader, manager, bureau, call } = await applicationStage(server, { chain: { department: true, authority: true } })
    const { officer } = await authorityOver(server, unit.id)
    const { id } = await submitted(server, leader, call.id)
    expect(await officer.ask(verbs.open, { id })).toMatchObject({ status: 404 })
    await decided(server, manager, 'pass', id)
    expect(await unit.account.gets(verbs.open, { id })).toMatchObject({ next: 'authority' })
    expect(await decided(server, unit.account, 'pass', id)).toMatchObject({ state: 'authority' })
    expect((await bureau.gets(verbs.open, { id })).can).toEqual([])
    expect(await officer.gets(verbs.open, { id })).toMatchObject({ next: 'bureau', can: ['pass', 'return'] })
    expect(await decides(server, officer, 'accept', id)).toMatchObject({ status: 409 })
    await decided(server, officer, 'return', id, { marks: [{ field: 'aims', codes: ['unclear'], note: '' }] })
    await writes(leader, id, { aims: '指标更清楚。' })
    expect((await submits(server, leader, id)).body).toMatchObject({ state: 'authority', isFast: true })
    expect(await decided(server, officer, 'pass', id)).toMatchObject({ state: 'bureau' })
    expect((await leader.gets(verbs.show, { id })).route.map(({ level }) => level)).toEqual(['leader', 'department', 'unit', 'authority', 'bureau'])
  })

  test('an authority that is the bureau itself is skipped', async () => {
    const { unit, leader, manager, call } = await applicationStage(server, { chain: { department: true, authority: true } })
    const { id } = await submitted(server, leader, call.id)
    await decided(server, manager, 'pass', id)
    expect(await decided(server, unit.account, 'pass', id)).toMatchObject({ state: 'bureau' })
  })
})

describe('E53 退回补正 after closing', () => {
  test('leader, department and unit climb again within the working days, and not after them', async () => {
    const { unit, leader, manager, bureau, call } = await applicationStage(server)
    const { id } = await submitted(server, leader, call.id)
    await decided(server, manager, 'pass', id)
    await decided(server, unit.account, 'pass', id)
    await at(daysOpen.unit + 5, async () => {
      const { correctUntil } = await decided(server, bureau, 'correct', id, { marks: [{ field: 'aims', codes: ['unclear'], note: '' }] })
      expect(new Date(correctUntil) > addDays(server.clock.now(), 2)).toBe(true)
      await writes(leader, id, { aims: '补正后的研究目标。' })
      expect((await submits(server, leader, id)).body).toMatchObject({ state: 'department', revision: 2, isFast: false })
      await decided(server, manager, 'pass', id)
      const before = server.clock.now()
      server.clock.set(new Date(correctUntil))
      expect(await decides(server, unit.account, 'pass', id)).toMatchObject({ status: 409, body: { code: 'applications.correction.late' } })
      server.clock.set(new Date(new Date(correctUntil).getTime() - 1))
      await decided(server, unit.account, 'pass', id)
      server.clock.set(before)
      expect(await decided(server, bureau, 'accept', id)).toMatchObject({ state: 'accepted' })
    })
    const row = await sql<{ window_nth: number | null }>`select window_nth from application_version where application_id = ${id} and revision = 2`.execute(server.tools.db)
    expect(row.rows[0]?.window_nth).toBeNull()
  })

  test('1.3.2 what it returned the bureau reads as it judged it; what came since, not before it has come up again', async () => {
    const { unit, leader, manager, bureau, call } = stage
    const { id } = await submitted(server, leader, call.id, { aims: '第一稿的目标。' })
    await decided(server, manager, 'pass', id)
    await decided(server, unit.account, 'pass', id)
    await decided(server, bureau, 'correct', id)
    const judged = { revision: 1, content: { values: { aims: '第一稿的目标。' } } }
    await writes(leader, id, { aims: '还没有提交的目标。' })
    expect(await bureau.gets(verbs.open, { id })).toMatchObject({ headline: 'unsubmitted', ...judged })
    await submits(server, leader, id)
    expect(await bureau.gets(verbs.open, { id })).toMatchObject({ headline: 'department', ...judged })
    await decided(server, manager, 'pass', id)
    expect((await bureau.gets(verbs.open, { id })).decisions.map(({ outcome, level }) => `${level} ${outcome}`)).toEqual(['bureau returned', 'unit passed', 'department passed'])
    expect(await bureau.ask(verbs.versionAt, { id, revision: 2 })).toMatchObject({ status: 404 })
    expect(await bureau.ask(printsContract.of, { applicationId: id, revision: 2 })).toMatchObject({ status: 404 })
    expect((await bureau.ask(printsContract.of, { applicationId: id, revision: 1 })).status).toBe(200)
    expect((await unit.account.gets(verbs.open, { id })).revision).toBe(2)
    await decided(server, unit.account, 'pass', id)
    expect(await bureau.gets(verbs.open, { id })).toMatchObject({ revision: 2, content: { values: { aims: '还没有提交的目标。' } } })
  })

  test('S2-83 不予受理 needs a coded reason and ends it', async () => {
    const { unit, leader, manager, bureau, call } = stage
    const { id } = await submitted(server, leader, call.id)
    await decided(server, manager, 'pass', id)
    await decided(server, unit.account, 'pass', id)
    expect(await decides(server, bureau, 'refuse', id, { codes: [] })).toMatchObject({ status: 422 })
    expect(await decided(server, bureau, 'refuse', id)).toMatchObject({ state: 'not_accepted' })
    expect(await decides(server, bureau, 'accept', id)).toMatchObject({ status: 409, body: { code: 'applications.state.not_accepted' } })
    const { decisions } = await leader.gets(verbs.show, { id })
    expect(decisions[0]).toMatchObject({ outcome: 'not_accepted', codes: ['scope'], comment: '不属于支持范围' })
  })
})

describe('E55 E64 windows per level, by the clock of the database', () => {
  test('D19 a second after closing is refused with rule and clock, in the last second it is taken', async () => {
    const { leader, call } = await applicationStage(server)
    const one = await submitted(server, leader, call.id)
    await leader.gets(verbs.withdraw, { id: one.id, version: one.version })
    const { rows: [window] } = await sql<{ closes_at: Date }>`select closes_at from call_window where call_id = ${call.id} and level = 'leader'`.execute(server.tools.db)
    const closes = window?.closes_at ?? new Date()
    const before = server.clock.now()
    server.clock.set(new Date(closes.getTime() + 1000))
    const late = await submits(server, leader, one.id)
    expect(late).toMatchObject({ status: 409, body: { code: 'applications.window.late' } })
    expect(late.text).toContain('当前服务器时间')
    server.clock.set(new Date(closes.getTime() + 999))
    expect((await submits(server, leader, one.id)).status).toBe(200)
    server.clock.set(before)
  })

  test('a level acts within its own window; where the bureau moves it, it acts again', async () => {
    const { leader, manager, call } = await applicationStage(server)
    const { id } = await submitted(server, leader, call.id)
    await at(daysOpen.department + 1, async () => {
      expect(await decides(server, manager, 'pass', id)).toMatchObject({ status: 409, body: { code: 'applications.window.late' } })
      const now = server.clock.now()
      await movedWindow(server, call.id, 'department', 2, { opensAt: addDays(now, -30), closesAt: addDays(now, 1) })
      expect(await decided(server, manager, 'pass', id)).toMatchObject({ state: 'unit' })
    })
  })
})

describe('D11 E36 E37 E34 departments without a head, silent ones, closed ones', () => {
  test('E37 the unit acts for a silent department, with a reason that stands in the record', async () => {
    const { unit, leader, call } = await applicationStage(server)
    const { id } = await submitted(server, leader, call.id)
    expect(await decides(server, unit.account, 'pass', id, { actForReason: '截止在即' })).toMatchObject({ status: 409, body: { code: 'applications.at_department' } })
    await at(6, async () => {
      expect(await decides(server, unit.account, 'pass', id)).toMatchObject({ status: 422, body: { fields: { actForReason: { code: 'applications.act_for.reason' } } } })
      expect(await decided(server, unit.account, 'pass', id, { actForReason: '截止在即' })).toMatchObject({ state: 'unit' })
      const { decisions, timeline } = await leader.gets(verbs.show, { id })
      expect(decisions[0]).toMatchObject({ level: 'department', actedFor: 'silent' })
      expect(timeline.at(-1)).toMatchObject({ event: 'passed', actForReason: '截止在即' })
    })
  })

  test('E36 the unit acts for a vacant one, and hears of what came there', async () => {
    const { unit, leader, department, call } = await applicationStage(server)
    await withoutManager(unit, department.id)
    const { id } = await submitted(server, leader, call.id)
    server.clock.advance({ seconds: 31 })
    await tellDesks(server.tools)
    const { rows: told } = await sql<{ recipient_id: string }>`select recipient_id from outbox where template = 'applications.notice.vacant' and journal_subject = ${department.id} and channel = 'inbox'`.execute(server.tools.db)
    expect(told).toEqual([{ recipient_id: unit.account.who.accountId }])
    expect((await unit.account.gets(verbs.open, { id })).department).toMatchObject({ isVacant: true, manager: null })
    expect(await decides(server, unit.account, 'return', id)).toMatchObject({ status: 422, body: { fields: { actForReason: { code: 'applications.act_for.reason' } } } })
    expect(await decided(server, unit.account, 'return', id, { actForReason: '部门无人负责' })).toMatchObject({ state: 'returned' })
    expect((await leader.gets(verbs.show, { id })).decisions[0]).toMatchObject({ outcome: 'returned', actedFor: 'vacant' })
  })

  test('E34 what lies at a department without head goes to the unit, with the reason', async () => {
    const { unit, leader, department, call } = await applicationStage(server)
    const { id, version } = await submitted(server, leader, call.id)
    const moved = () => unit.account.ask(verbs.reroute, { id, version, secondaryUnitId: null, reason: '学院暂无人负责' })
    expect(await moved()).toMatchObject({ status: 409, body: { code: 'applications.reroute.not_closed' } })
    await withoutManager(unit, department.id)
    expect((await moved()).body).toMatchObject({ state: 'unit' })
    expect(await decided(server, unit.account, 'pass', id)).toMatchObject({ state: 'bureau' })
  })

  test('E34 what lies at a department that its leader has left goes to his new one, with the reason', async () => {
    const { unit, leader, department, manager, call } = await applicationStage(server)
    const other = await secondaryUnit(server, unit.id, '网络学院')
    const heir = await managerOf(server, unit, other, '苏合')
    const a = await submitted(server, leader, call.id)
    const moved = (to: string | null, id: string, version: number) => unit.account.ask(verbs.reroute, { id, version, secondaryUnitId: to, reason: '学院合并' })
    expect(await moved(other, a.id, a.version)).toMatchObject({ status: 409, body: { code: 'applications.reroute.not_closed' } })
    await sql`update profile_review set secondary_unit_id = ${other}, desk_id = ${other} where person_id = ${leader.personId}`.execute(server.tools.db)
    expect(await moved(manager.personId, a.id, a.version)).toMatchObject({ status: 409, body: { code: 'applications.department_unknown' } })
    expect((await moved(other, a.id, a.version)).body).toMatchObject({ state: 'department' })
    expect(await versionOf(server, a.id)).toMatchObject({ deskId: other })
    expect(await decided(server, heir, 'pass', a.id)).toMatchObject({ state: 'unit' })
    expect((await leader.gets(verbs.show, { id: a.id })).timeline.map(({ event }) => event)).toContain('rerouted')
    expect(department.id).not.toBe(other)
  })

  test('E35 what is in 单位审核 does not move back when a department appears', async () => {
    const { unit, call } = stage
    const direct = await leaderIn(server, unit.id)
    const { id, state } = await submitted(server, direct, call.id)
    expect(state).toBe('unit')
    const added = await secondaryUnit(server, unit.id, '新设学院')
    await sql`update profile_review set secondary_unit_id = ${added}, secondary_unit_active = true, desk_id = ${added} where person_id = ${direct.personId}`.execute(server.tools.db)
    expect(await decided(server, unit.account, 'pass', id)).toMatchObject({ state: 'bureau' })
  })
})

describe('E56 who is manager or authorised person himself', () => {
  test('the manager\'s own goes to the unit, past his own desk', async () => {
    const { manager, call, unit } = stage
    await sql`update profile_review set secondary_unit_id = ${stage.department.id}, secondary_unit_active = true, desk_id = ${unit.id} where person_id = ${manager.personId}`.execute(server.tools.db)
    const { id, state } = await submitted(server, manager, call.id)
    expect(state).toBe('unit')
    expect(await decides(server, manager, 'pass', id)).toMatchObject({ status: 403, body: { code: 'applications.own' } })
  })

  test('the authorised person\'s own is decided by the unit account', async () => {
    const { call, unit } = stage
    const authorised = await leaderIn(server, unit.id, { post: 'authorised_person', name: '苏合' })
    const { id, state } = await submitted(server, authorised, call.id)
    expect(state).toBe('unit')
    expect(await decides(server, authorised, 'pass', id)).toMatchObject({ status: 403, body: { code: 'applications.own' } })
    expect(await decided(server, unit.account, 'pass', id)).toMatchObject({ state: 'bureau' })
  })
})

describe('E28 a department with applications at its desk', () => {
  test('is not removed, alone or with its people; afterwards it is archived, and the applications keep its name', async () => {
    const { unit, leader, manager, department, call } = await applicationStage(server)
    const { id } = await submitted(server, leader, call.id)
    const simulates = (moveTo?: string) => unit.account.gets(structureContract.simulate, { change: { kind: 'remove', id: department.id, version: 1, ...(moveTo && { moveTo }) } })
    const blocks = ({ blocked }: Awaited<ReturnType<typeof simulates>>) => blocked.map(({ code }) => code)
    expect(blocks(await simulates())).toContain('structure.applications')
    expect(blocks(await simulates('unit'))).toEqual(['structure.applications'])
    await decided(server, manager, 'pass', id)
    const plan = await simulates('unit')
    expect(blocks(plan)).toEqual([])
    await unit.account.gets(structureContract.removeSecondaryUnit, { id: department.id, version: 1, moveTo: 'unit', seal: plan.seal })
    expect((await unit.account.gets(verbs.open, { id })).secondaryUnit).toEqual({ id: department.id, name: department.name })
    expect(await decided(server, unit.account, 'return', id)).toMatchObject({ state: 'returned' })
    expect((await submits(server, leader, id)).body).toMatchObject({ state: 'unit' })
  })
})
