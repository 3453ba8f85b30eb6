import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { applicationStage, begun, decided, leaderIn, movedWindow, publishedSmallCall, submitted, writes, type Stage } from '../../../checks/applications.ts'
import { listStage, put } from '../../../checks/application-rows.ts'
import { testServer } from '../../../checks/server.ts'
import { draftsContract } from '../drafts/contract.ts'
import { applicationsContract } from '../applications/contract.ts'
import { profilesContract } from '../profiles/contract.ts'
import { deskContract } from './contract.ts'
import { remind } from './remind.ts'

const server = await testServer()
let stage: Stage

beforeAll(async () => {
  stage = await applicationStage(server)
})

type Asker = Stage['leader']
const todo = async (actor: Pick<Asker, 'gets'>) => (await actor.gets(deskContract.todo, {})).lines
const line = async (actor: Pick<Asker, 'gets'>, id: string) => (await todo(actor)).find((one) => one.id.startsWith(id))

describe('待办', () => {
  test('an application is on the list of whoever has it, and on nobody else’s', async () => {
    const { leader, manager, unit, bureau } = stage
    const call = await publishedSmallCall(server)
    const at = `applications.desk.${call.id}`
    const id = await begun(leader, call.id)
    const lists = async () => Object.fromEntries(await Promise.all(Object.entries({ leader, manager, unit: unit.account, bureau }).map(async ([name, actor]) => [name, (await line(actor, at))?.n ?? 0])))
    const own = await line(leader, 'applications.draft')
    expect(own).toMatchObject({ what: 'applications.todo.draft', until: new Date(call.document.windows.leader.closesAt).toISOString() })
    expect(await lists()).toEqual({ leader: 0, manager: 0, unit: 0, bureau: 0 })
    await writes(leader, id, { title: '待办测试', aims: '目标。', funds: 1 })
    await leader.gets(applicationsContract.submit, { id, version: 1 })
    expect(await lists()).toEqual({ leader: 0, manager: 1, unit: 0, bureau: 0 })
    expect(await line(manager, at)).toMatchObject({
      next: 'applications.todo.desk.department', params: { call: call.document.title.zh }, path: `/projects/unit?call=${call.id}`, until: new Date(call.document.windows.department.closesAt).toISOString(),
      since: server.clock.now().toISOString(),
    })
    await decided(server, manager, 'pass', id)
    expect(await lists()).toEqual({ leader: 0, manager: 0, unit: 1, bureau: 0 })
    await decided(server, unit.account, 'return', id)
    expect(await lists()).toEqual({ leader: 0, manager: 0, unit: 0, bureau: 0 })
    expect(await line(leader, 'applications.returned')).toMatchObject({ n: 1, path: `/projects/mine/${id}` })
  })

  test('says as many as the list of the desk shows, whatever else there is', async () => {
    const list = await listStage(server, '重庆待办大学')
    await put(server, list, { state: 'unit', n: 7 })
    await put(server, list, { state: 'department', n: 3 })
    await put(server, list, { state: 'draft', n: 2 })
    await put(server, list, { state: 'returned', n: 1, returnedBy: 'unit' })
    const { waiting } = await list.unit.account.gets(applicationsContract.projectCounts, {})
    expect((await line(list.unit.account, 'applications.desk'))?.n).toBe(waiting)
    expect(waiting).toBe(7)
    expect((await line(list.software.manager, 'applications.desk'))?.n).toBe(3)
    expect(await line(list.law.manager, 'applications.desk')).toBeUndefined()
  })

  test('D11 E36 what lies at a department without a manager is told to its unit, as many as its list shows', async () => {
    const list = await listStage(server, '重庆无人大学')
    await put(server, list, { state: 'department', n: 3 })
    expect(await line(list.unit.account, 'applications.unattended')).toBeUndefined()
    await sql`update role_grant set during = tstzrange(lower(during), now()), ended_at = now() where secondary_unit_id = ${list.software.id} and upper_inf(during)`.execute(server.tools.db)
    const { rows } = await list.unit.account.gets(applicationsContract.unitProjects, { state: 'department', secondaryUnitId: list.software.id })
    expect(await line(list.unit.account, 'applications.unattended')).toMatchObject({
      n: rows.length, params: { name: list.software.name }, path: `/projects/unit?state=department&department=${list.software.id}`, since: expect.any(String),
    })
    expect(rows.length).toBe(3)
    expect(await line(list.law.manager, 'applications.unattended')).toBeUndefined()
  })

  test('D11 E37 what a department lets lie for too long is told to its unit: after so many days, once its window is over, on the last day of a correction', async () => {
    const list = await listStage(server, '重庆逾期大学')
    const lies = async (callId: string, school: { id: string; name: string }) => (await put(server, list, { state: 'department', n: 2, callId, school })).map(({ id }) => id)
    const at = (days: number) => new Date(Math.floor(server.clock.now().getTime() / 1000) * 1000 + days * 86_400_000)
    const silent = async () => (await todo(list.unit.account)).filter(({ id }) => id.startsWith('applications.silent')).map(({ params }) => params.name)
    const [call, other] = [await publishedSmallCall(server), await publishedSmallCall(server)]
    const [waits] = await lies(call.id, list.software)
    expect(await silent()).toEqual([])

    // So many days, whatever the window says.
    await sql`update application set arrived_at = ${at(-5)} where id = ${waits}`.execute(server.tools.db)
    const { rows } = await list.unit.account.gets(applicationsContract.unitProjects, { state: 'department', secondaryUnitId: list.software.id })
    expect(rows.filter(({ isSilent }) => isSilent).map(({ id }) => id)).toEqual([waits])
    expect(await line(list.unit.account, 'applications.silent')).toMatchObject({
      n: rows.length, params: { name: list.software.name }, path: `/projects/unit?state=department&department=${list.software.id}`,
      since: expect.any(String), until: new Date(call.document.windows.unit.closesAt).toISOString(),
    })
    await sql`update application set arrived_at = ${at(-4)} where id = ${waits}`.execute(server.tools.db)
    expect(await silent()).toEqual([])

    // The window; of a cohort its own (I12).
    await lies(other.id, list.law)
    await movedWindow(server, other.id, 'department', 2, { opensAt: at(-2), closesAt: at(-1) })
    expect(await silent()).toEqual([list.law.name])
    await sql`insert into call_window (call_id, level, nth, opens_at, closes_at, begun_before, reason, moved_by, moved_at)
      values (${other.id}, 'department', 3, ${at(-2)}, ${at(3)}, ${at(1)}, '系统故障', (select made_by from call where id = ${other.id}), ${at(0)})`.execute(server.tools.db)
    expect(await silent()).toEqual([])
    await sql`update application set begun_at = ${at(2)} where id = (select id from application where call_id = ${other.id} limit 1)`.execute(server.tools.db)
    expect(await silent()).toEqual([list.law.name])

    // A correction has a time of its own (E53): its last day.
    await sql`update application set correct_until = ${at(2)} where call_id = ${other.id}`.execute(server.tools.db)
    expect(await silent()).toEqual([])
    await sql`update application set correct_until = ${at(0.9)} where call_id = ${other.id}`.execute(server.tools.db)
    expect(await silent()).toEqual([list.law.name])
    const law = await list.unit.account.gets(applicationsContract.unitProjects, { state: 'department', secondaryUnitId: list.law.id })
    expect(law.rows.map(({ isSilent }) => isSilent)).toEqual([true, true])
    expect(await line(list.law.manager, 'applications.silent')).toBeUndefined()
  })

  test('I12 E55 after the general closing a desk reads until when it can decide what it still has', async () => {
    const { leader, manager } = stage
    const call = await publishedSmallCall(server)
    await submitted(server, leader, call.id)
    const at = (days: number) => new Date(Math.floor(server.clock.now().getTime() / 1000) * 1000 + days * 86_400_000)
    const until = async () => (await line(manager, `applications.desk.${call.id}`))?.until
    await movedWindow(server, call.id, 'department', 2, { opensAt: at(-2), closesAt: at(-1) })
    expect(await until()).toBe(at(-1).toISOString())
    const longer = (nth: number, begunBefore: Date, closesAt: Date) => sql`insert into call_window (call_id, level, nth, opens_at, closes_at, begun_before, reason, moved_by, moved_at)
      values (${call.id}, 'department', ${nth}, ${at(-2)}, ${closesAt}, ${begunBefore}, '系统故障', (select made_by from call where id = ${call.id}), ${at(0)})`.execute(server.tools.db)
    await longer(3, at(-3), at(9))
    expect(await until()).toBe(at(-1).toISOString())
    await longer(4, at(1), at(5))
    expect(await until()).toBe(at(5).toISOString())
  })

  test('people, personal information and the whole are counted as their own pages count them', async () => {
    const { unit } = stage
    const other = await leaderIn(server, unit.id, { name: '吴待审', state: 'pending' })
    const reviews = await line(unit.account, 'profiles.reviews')
    expect(reviews?.n).toBe((await unit.account.gets(profilesContract.waiting, {})).n)
    expect(reviews?.n).toBeGreaterThan(0)
    const all = await unit.account.gets(deskContract.todo, {})
    expect(all.n).toBe(all.lines.reduce((sum, one) => sum + one.n, 0))
    expect(await line(other, 'profiles')).toBeUndefined()
  })

  test('an invitation waits for who is invited until he answers', async () => {
    const { unit, leader } = stage
    const call = await publishedSmallCall(server)
    const id = await begun(leader, call.id)
    const member = await leaderIn(server, unit.id, { name: '郑应邀' })
    await leader.gets(draftsContract.invite, { id, name: '郑应邀', phone: member.who.phone, task: '', months: null })
    const waits = await line(member, 'drafts.invitations')
    expect(waits).toMatchObject({ n: 1, path: '/projects/invitations', until: new Date(call.document.windows.leader.closesAt).toISOString() })
    const [invitation] = (await member.gets(draftsContract.myInvitations, {})).invitations
    await member.gets(draftsContract.answer, { memberId: invitation?.id ?? '', answer: 'confirm' })
    expect(await line(member, 'drafts.invitations')).toBeUndefined()
  })

  test('a draft whose window has closed is nothing to do any more', async () => {
    const { unit } = stage
    const late = await leaderIn(server, unit.id, { name: '周迟' })
    const call = await publishedSmallCall(server)
    await begun(late, call.id)
    expect(await line(late, 'applications.draft')).toBeDefined()
    const now = server.clock.now()
    await movedWindow(server, call.id, 'leader', 2, { opensAt: new Date(now.getTime() - 86_400_000), closesAt: new Date(now.getTime() - 5_000) })
    expect(await line(late, 'applications.draft')).toBeUndefined()
  })
})

describe('reminders', () => {
  const told = async (template: string, callTitle: string) => (await server.sent('inbox')).filter((one) => one.template === template && one.params.call === callTitle)
  const title = (name: string) => ({ zh: name, en: '' })
  const closeIn = async (callId: string, level: string, nth: number, hours: number) => {
    const now = server.clock.now()
    await movedWindow(server, callId, level, nth, { opensAt: new Date(now.getTime() - 86_400_000), closesAt: new Date(Math.floor(now.getTime() / 1000) * 1000 + hours * 3_600_000) })
  }

  test('a leader who has not submitted is reminded 72, 24 and 3 hours before, each once; who has submitted is not', async () => {
    const { unit } = stage
    const one = await leaderIn(server, unit.id, { name: '冯草稿' })
    const call = await publishedSmallCall(server, { title: title('提醒一') })
    const id = await begun(one, call.id)
    const done = await leaderIn(server, unit.id, { name: '陈已交' })
    await submitted(server, done, call.id)
    await remind(server.tools)
    expect(await told('desk.notice.draft', '提醒一')).toEqual([])
    await closeIn(call.id, 'leader', 2, 70)
    await Promise.all([remind(server.tools), remind(server.tools)])
    await remind(server.tools)
    expect(await told('desk.notice.draft', '提醒一')).toMatchObject([{ link: `/app/projects/mine/${id}`, params: { hours: 72, title: '提醒一' } }])
    await closeIn(call.id, 'leader', 3, 2)
    await writes(one, id, { title: '写了一半的题目' })
    await remind(server.tools)
    expect((await told('desk.notice.draft', '提醒一')).map(({ params }) => [params.hours, params.title])).toEqual([[72, '提醒一'], [3, '写了一半的题目']])
    // The window moves once more: another closing time is told again.
    await closeIn(call.id, 'leader', 4, 20)
    await remind(server.tools)
    await remind(server.tools)
    expect((await told('desk.notice.draft', '提醒一')).map(({ params }) => params.hours)).toEqual([72, 3, 24])
  })

  test('E53 what the bureau returned is reminded before the end of its correction window, not before that of the leader', async () => {
    const { leader, manager, unit, bureau } = stage
    const call = await publishedSmallCall(server, { title: title('提醒二') })
    const { id } = await submitted(server, leader, call.id)
    await decided(server, manager, 'pass', id)
    await decided(server, unit.account, 'pass', id)
    await decided(server, bureau, 'correct', id)
    const now = server.clock.now()
    await closeIn(call.id, 'leader', 2, 1)
    await sql`update application set correct_until = ${new Date(now.getTime() + 20 * 3_600_000)} where id = ${id}`.execute(server.tools.db)
    await remind(server.tools)
    await remind(server.tools)
    expect(await told('desk.notice.returned', '提醒二')).toMatchObject([{ params: { hours: 24 }, link: `/app/projects/mine/${id}` }])
  })

  test('a desk that still holds something is reminded 24 and 3 hours before its window closes', async () => {
    const { leader } = stage
    const call = await publishedSmallCall(server, { title: title('提醒三') })
    await submitted(server, leader, call.id)
    await closeIn(call.id, 'department', 2, 23)
    await remind(server.tools)
    await remind(server.tools)
    const at = await told('desk.notice.desk', '提醒三')
    expect(at).toMatchObject([{ params: { n: 1, hours: 24, desk: stage.department.name }, link: `/app/projects/unit?call=${call.id}` }])
    await closeIn(call.id, 'department', 3, 2)
    await remind(server.tools)
    expect(await told('desk.notice.desk', '提醒三')).toHaveLength(2)
  })

  test('D11 E37 before its own window closes a unit is reminded of what its departments leave undecided', async () => {
    const { leader, unit, department } = await applicationStage(server)
    const call = await publishedSmallCall(server, { title: title('提醒五') })
    const [one, two] = [await submitted(server, leader, call.id), await submitted(server, leader, call.id)]
    await closeIn(call.id, 'unit', 2, 23)
    await remind(server.tools)
    expect(await told('desk.notice.silent', '提醒五')).toEqual([])
    await closeIn(call.id, 'department', 2, -1)
    await remind(server.tools)
    await remind(server.tools)
    const at = await told('desk.notice.silent', '提醒五')
    expect(at).toMatchObject([{ params: { n: 2, hours: 24, desk: unit.name, departments: department.name }, link: `/app/projects/unit?call=${call.id}&state=department` }])
    expect(await told('desk.notice.desk', '提醒五')).toEqual([])
    // What lies at the unit itself is told of by itself.
    await decided(server, unit.account, 'pass', one.id, { actForReason: '截止在即' })
    await closeIn(call.id, 'unit', 3, 2)
    await remind(server.tools)
    expect((await told('desk.notice.silent', '提醒五')).map(({ params }) => [params.n, params.hours])).toEqual([[2, 24], [1, 3]])
    expect(await told('desk.notice.desk', '提醒五')).toMatchObject([{ params: { n: 1, hours: 3, desk: unit.name }, link: `/app/projects/unit?call=${call.id}` }])
    // E53: a correction ends for all levels at once; on its last day the unit may act.
    await sql`update application set correct_until = ${new Date(server.clock.now().getTime() + 20 * 3_600_000)} where id = ${two.id}`.execute(server.tools.db)
    await remind(server.tools)
    expect((await told('desk.notice.silent', '提醒五')).map(({ params }) => [params.n, params.hours])).toEqual([[2, 24], [1, 3], [1, 24]])
    expect((await told('desk.notice.desk', '提醒五')).map(({ params }) => params.desk)).toEqual([unit.name, department.name])
  })

  test('nobody is reminded where the operator has switched it off', async () => {
    const { unit } = stage
    const one = await leaderIn(server, unit.id, { name: '褚安静' })
    const call = await publishedSmallCall(server, { title: title('提醒四') })
    await begun(one, call.id)
    await closeIn(call.id, 'leader', 2, 2)
    await sql`insert into setting (key, value) values ('projects.reminders', 'false') on conflict (key) do update set value = excluded.value`.execute(server.tools.db)
    // The value is kept for a few seconds.
    await new Promise((go) => setTimeout(go, 3_100))
    await remind(server.tools)
    expect(await told('desk.notice.draft', '提醒四')).toEqual([])
  })
})
