import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { applicationStage, begun, decided, decides, isReplayed, leaderIn, publishedSmallCall, smallForm, sound, submits, submitted, versionOf, writes, type Stage } from '../../../../checks/applications.ts'
import { platformCall, within } from '../../../../checks/people.ts'
import { manager, secondaryUnit, type Actor, type Filler } from '../../../../checks/profile-stage.ts'
import { testServer } from '../../../../checks/server.ts'
import { newId } from '../../../kernel/ids.ts'
import { happened } from '../../../platform/consequences.ts'
import type { Limit } from '../../calls/document.ts'
import { draftsContract } from '../../drafts/contract.ts'
import { myDataContract } from '../../my-data/contract.ts'
import { applicationsContract as verbs } from '../contract.ts'
import { versionOf as versionAt } from '../version.ts'

const server = await testServer()
let stage: Stage
let other: { id: string; name: string; manager: Filler }
let elsewhere: Stage

beforeAll(async () => {
  stage = await applicationStage(server)
  elsewhere = await applicationStage(server)
  const id = await secondaryUnit(server, stage.unit.id, '示例材料学院')
  other = { id, name: '示例材料学院', manager: await manager(server, stage.unit, id, '白露') }
})

const leaderOf = (more: Partial<Parameters<typeof leaderIn>[2]> = {}) => leaderIn(server, stage.unit.id, { secondaryUnitId: stage.department.id, ...more })
const successorOf = (name = '谢思齐') => leaderIn(server, stage.unit.id, { name, secondaryUnitId: other.id })
const disabled = (one: Filler) => sql`update person set state = 'disabled' where id = ${one.personId}`.execute(server.tools.db)
let place = 900
const leaves = (one: Filler) => sql`update person set unit_id = ${elsewhere.unit.id}, place = ${++place} where id = ${one.personId}`.execute(server.tools.db)
const gives = async (by: Actor, id: string, to: Filler, reason = '原负责人已调离') => by.ask(verbs.reassign, { id, version: (await versionOf(server, id)).version, personId: to.personId, reason })
const given = async (id: string, to: Filler) => {
  const answer = await gives(stage.unit.account, id, to)
  if (answer.status !== 200) throw new Error(answer.text)
  return answer.body
}
const slots = async (id: string) =>
  (await server.tools.db.selectFrom('limit_slot').select(['role', 'person_id']).where('application_id', '=', id).orderBy('role').execute()).map(({ role, person_id }) => [role, person_id])
const confirmed = (draftId: string, member: Filler, name: string) => sql`
  insert into draft_member (id, draft_id, name, phone, phone_blind, state, person_id, account_id, invited_at, answered_at)
  values (${newId()}, ${draftId}, ${name}, ${server.tools.keyring.seal('16410000001', 'draft_member.phone')}, ${newId()}, 'confirmed', ${member.personId}, ${member.who.accountId}, now(), now())`.execute(server.tools.db)

describe('E10 变更项目负责人', () => {
  test('E10 a draft of somebody who was disabled goes to another, who submits it; both hear of it, and the journal gives the row', async () => {
    const [leader, next] = [await leaderOf(), await successorOf()]
    const id = await begun(leader, stage.call.id)
    await writes(leader, id, sound)
    expect(await gives(stage.unit.account, id, next)).toMatchObject({ status: 409, body: { code: 'applications.reassign.leader_here' } })
    expect((await stage.unit.account.gets(verbs.successors, { id })).rows).toEqual([])
    await disabled(leader)
    const read = await stage.unit.account.gets(verbs.open, { id })
    expect(read).toMatchObject({ leader: { gone: 'disabled' }, can: ['reassign'] })
    const found = (await stage.unit.account.gets(verbs.successors, { id, name: '思齐' })).rows
    expect(found).toMatchObject([{ personId: next.personId, name: '谢思齐', secondaryUnit: other.name, isMember: false, isApproved: true }])
    await given(id, next)
    expect((await next.gets(verbs.mine, {})).rows).toMatchObject([{ id, state: 'draft', secondaryUnit: { id: other.id } }])
    expect(await leader.ask(verbs.show, { id })).toMatchObject({ status: 404 })
    expect(await leader.ask(draftsContract.open, { id })).toMatchObject({ status: 404 })
    expect(await stage.manager.ask(verbs.open, { id })).toMatchObject({ status: 404 })
    const { timeline } = await next.gets(verbs.show, { id })
    expect(timeline).toMatchObject([{ event: 'begun', by: '林知远' }, { event: 'reassigned', to: '谢思齐', comment: '原负责人已调离' }])
    const told = (await server.sent('inbox')).filter(({ template }) => /\.(given|taken)$/.test(template)).map(({ template, params }) => [template.split('.').at(-1), params.link])
    expect(told.sort()).toEqual([['given', `/app/projects/mine/${id}`], ['taken', '/app/projects/mine']])
    await isReplayed(server, id)
    expect((await submits(server, next, id)).body).toMatchObject({ state: 'department', desk: { id: other.id } })
    await isReplayed(server, id)
  })

  test('E10 E61 a returned one: old versions stay whose they were; the next names the new leader and climbs the whole way', async () => {
    const [leader, next] = [await leaderOf(), await successorOf()]
    const handed = await submitted(server, leader, stage.call.id)
    const { id } = handed
    await decided(server, stage.manager, 'pass', id)
    await decided(server, stage.unit.account, 'return', id, { marks: [{ field: 'aims', codes: ['unclear'], note: '请写明' }] })
    await leaves(leader)
    await given(id, next)
    const draft = await next.gets(draftsContract.open, { id })
    expect(draft).toMatchObject({ lock: 'open', leader: { name: '谢思齐' } })
    expect(await next.gets(verbs.show, { id })).toMatchObject({ marks: [], versions: [{ revision: 1, leaderName: '林知远', secondaryUnitName: stage.department.name, isOwn: false }], decisions: [{ marks: [{ field: 'aims' }] }, {}] })
    await writes(next, id, { aims: '建立适用于山地河流的监测方法与指标。' })
    expect((await submits(server, next, id)).body).toMatchObject({ revision: 2, state: 'department', desk: { id: other.id }, isFast: false, number: handed.number })
    const { db } = server.tools
    const [first, second] = [await versionAt(db, id, 1), await versionAt(db, id, 2)]
    expect(first).toMatchObject({ leaderName: '林知远', secondaryUnitName: stage.department.name, hash: handed.hash, receipt: handed.receipt })
    expect(second).toMatchObject({ leaderName: '谢思齐', secondaryUnitName: other.name })
    expect((await stage.unit.account.gets(verbs.open, { id })).leader).toMatchObject({ name: '谢思齐', gone: null })
    const past = (await stage.unit.account.gets(verbs.open, { id })).timeline.filter(({ event }) => event === 'submitted').map(({ by }) => by)
    expect(past).toEqual(['林知远', '谢思齐'])
    const ofBefore = await next.gets(verbs.versionOf, { id, revision: 1 })
    expect(ofBefore.content.values.title).toBe(sound.title)
    expect(Object.keys(ofBefore.content.facts).filter((name) => name.startsWith('leader.'))).toEqual([])
    await decided(server, other.manager, 'pass', id)
    await decided(server, stage.unit.account, 'pass', id)
    await isReplayed(server, id)
  })

  test('PI-6 who led it reads what he submitted and what was decided on it, and nothing that came after', async () => {
    const [leader, next] = [await leaderOf(), await successorOf()]
    const { id, number } = await submitted(server, leader, stage.call.id, { aims: '前任负责人写的目标' })
    await decided(server, stage.manager, 'return', id)
    await disabled(leader)
    await given(id, next)
    await writes(next, id, { aims: '后任负责人写的目标' })
    await submits(server, next, id)
    await decided(server, other.manager, 'return', id, { reason: '对后任的意见' })
    await sql`update person set state = 'enabled' where id = ${leader.personId}`.execute(server.tools.db)
    const own = JSON.stringify(await leader.gets(myDataContract.mine, {}))
    for (const his of [number, '前任负责人写的目标', '请补充研究目标']) expect(own).toContain(his)
    for (const later of ['后任负责人写的目标', '对后任的意见', '谢思齐']) expect(own).not.toContain(later)
  })

  test('E10 a promise is his who gave it, and who leads is no member', async () => {
    const form = { ...smallForm, tabs: smallForm.tabs.map((tab, i) => (i > 0 ? tab : { ...tab, fields: [...tab.fields, { kind: 'commitment' as const, id: 'promise', label: { zh: '承诺', en: 'Promise' }, required: true, text: { zh: '内容属实。', en: 'It is true.' } }] })) }
    const call = await publishedSmallCall(server, { form })
    const [leader, next] = [await leaderOf(), await successorOf('秦岭')]
    const id = await begun(leader, call.id)
    await writes(leader, id, { ...sound, promise: true })
    await confirmed(id, next, '秦岭')
    await disabled(leader)
    expect((await stage.unit.account.gets(verbs.successors, { id })).rows[0]).toMatchObject({ name: '秦岭', isMember: true })
    await given(id, next)
    const draft = await next.gets(draftsContract.open, { id })
    expect(draft.values.promise?.value ?? null).toBe(null)
    expect(draft.members).toEqual([])
    expect(await submits(server, next, id)).toMatchObject({ status: 422, body: { fields: { promise: { code: 'calls.check.commit' } } } })
  })

  test('E58 the leader\'s place moves with it, or the refusal says which rule and nothing more', async () => {
    const sentence = { zh: '同一负责人在研项目不超过1项。', en: 'One project as leader at a time.' }
    const limits: Limit[] = [{ family: 'handed', role: 'leader', most: 1, sentence }, { family: 'handed', role: 'member', most: 1, sentence: { zh: '参与不超过1项。', en: '' } }]
    const call = await publishedSmallCall(server, { limits })
    const [leader, full, free, member] = [await leaderOf(), await successorOf('满额'), await successorOf('苏合'), await leaderIn(server, stage.unit.id, { name: '参与' })]
    await submitted(server, full, call.id, { title: '保密的另一个项目' })
    const id = await begun(leader, call.id)
    await writes(leader, id, sound)
    for (const one of [free, member]) await confirmed(id, one, one.who.displayName)
    await submits(server, leader, id)
    await decided(server, stage.manager, 'return', id)
    await disabled(leader)
    const refused = await gives(stage.unit.account, id, full)
    expect(refused).toMatchObject({ status: 409, body: { code: 'applications.successor.full' } })
    expect(refused.text).toContain(sentence.zh)
    expect(refused.text).not.toMatch(/保密的另一个项目|已占用|"taken"/)
    expect(await slots(id)).toEqual([['leader', leader.personId], ...[free, member].map((one) => ['member', one.personId]).sort()])
    await given(id, free)
    expect(await slots(id)).toEqual([['leader', free.personId], ['member', member.personId]])
    expect((await submits(server, free, id)).status).toBe(200)
  })

  test('D4 who may be named: of the unit, enabled, with approved information, and eligible', async () => {
    const call = await publishedSmallCall(server, { eligibility: [{ kind: 'leaderAgeAtMost', years: 60, onDate: '2026-01-01', sentence: { zh: '负责人不超过60岁。', en: 'At most 60.' } }] })
    const [leader, waiting, off, elder] = [await leaderOf(), await leaderOf({ state: 'pending', name: '待审' }), await successorOf('已停'), await successorOf('年长')]
    const stranger = elsewhere.leader
    const id = await begun(leader, call.id)
    await disabled(leader)
    await disabled(off)
    await sql`update profile set birth_date = '1950-01-01' where person_id = ${elder.personId}`.execute(server.tools.db)
    const code = async (to: Filler) => (await gives(stage.unit.account, id, to)).problem?.code
    expect([await code(waiting), await code(off), await code(stranger), await code(leader), await code(elder)]).toEqual([
      'applications.successor.profile', 'applications.successor.unknown', 'applications.successor.unknown', 'applications.successor.unknown', 'applications.successor.not_eligible',
    ])
    expect((await stage.unit.account.gets(verbs.successors, { id })).rows.map(({ name }) => name)).not.toContain('已停')
  })

  test('only whoever acts for the unit; what is under way is returned first, what is above the unit is no longer its own', async () => {
    const [leader, next] = [await leaderOf(), await successorOf()]
    const { id } = await submitted(server, leader, stage.call.id)
    await disabled(leader)
    expect(await gives(stage.unit.account, id, next)).toMatchObject({ status: 409, body: { code: 'applications.reassign.under_way' } })
    expect((await gives(stage.manager, id, next)).status).toBe(403)
    const stranger = elsewhere.unit.account
    expect((await gives(stranger, id, next)).status).toBe(404)
    expect((await stranger.ask(verbs.successors, { id })).status).toBe(404)
    await decided(server, stage.manager, 'pass', id)
    await decided(server, stage.unit.account, 'pass', id)
    expect(await gives(stage.unit.account, id, next)).toMatchObject({ status: 409, body: { code: 'applications.state.bureau' } })
  })
})

describe('E10 items stay with the unit, which returns or goes on', () => {
  test('E10 the unit sends back what lies at its department, and names another; the department\'s reason is not asked', async () => {
    const [leader, next] = [await leaderOf(), await successorOf()]
    const { id } = await submitted(server, leader, stage.call.id)
    expect(await decides(server, stage.unit.account, 'return', id)).toMatchObject({ status: 409, body: { code: 'applications.at_department' } })
    await leaves(leader)
    expect((await stage.unit.account.gets(verbs.open, { id })).can).toEqual(['return'])
    expect(await decides(server, stage.unit.account, 'pass', id)).toMatchObject({ status: 409, body: { code: 'applications.at_department' } })
    await decided(server, stage.unit.account, 'return', id)
    expect((await stage.unit.account.gets(verbs.open, { id })).decisions[0]).toMatchObject({ level: 'department', actedFor: 'gone', by: '周衡' })
    await stage.unit.account.gets(verbs.undo, { id, version: (await versionOf(server, id)).version })
    await decided(server, stage.unit.account, 'return', id)
    await given(id, next)
    expect(await stage.unit.account.ask(verbs.undo, { id, version: (await versionOf(server, id)).version })).toMatchObject({ status: 409, body: { code: 'applications.undo.touched' } })
    await isReplayed(server, id)
  })

  test('E10 the unit hears of everything that such a leader left, drafts as well, also where the platform closed the account', async () => {
    const leader = await leaderOf({ name: '离任' })
    await begun(leader, stage.call.id)
    await submitted(server, leader, stage.call.id)
    await sql`update account set state = 'disabled' where id = ${leader.who.accountId}`.execute(server.tools.db)
    await within(server, async (tx) => (await happened(tx, platformCall(server), 'accounts.disabled', { subject: leader.who.accountId })) ?? true)
    const told = (await server.sent('inbox')).filter(({ template, params }) => template === 'applications.notice.leader_gone' && params.leader === '离任').map(({ params }) => params.n)
    expect(told).toEqual([2])
  })
})

describe('1.3.2 E10 E34 what the unit does with it by itself', () => {
  /** Line and page of it at this desk. */
  const readBy = async (who: Actor, id: string) => {
    const { rows } = await who.gets(verbs.unitProjects, { callId: stage.call.id, size: 100 })
    return { line: rows.find((row) => row.id === id), page: await who.gets(verbs.open, { id }) }
  }
  const found = async (who: Actor, id: string, leader: string) => (await who.gets(verbs.unitProjects, { callId: stage.call.id, leader, size: 100 })).rows.some((row) => row.id === id)
  const toBureau = async (id: string, head: Filler) => {
    await decided(server, head, 'pass', id)
    await decided(server, stage.unit.account, 'pass', id)
  }

  test('1.3.2 E10 E61 the bureau reads the version it returned, whoever leads it by now; nothing of reassigned, withdrawn and submitted before it is up again', async () => {
    const [leader, next] = [await leaderOf(), await successorOf('蔺如晦')]
    const { id } = await submitted(server, leader, stage.call.id)
    await toBureau(id, stage.manager)
    await decided(server, stage.bureau, 'correct', id)
    const judged = (await readBy(stage.bureau, id)).page
    const isAsJudged = async () => {
      const { line, page } = await readBy(stage.bureau, id)
      expect(line).toMatchObject({ leader: '林知远', secondaryUnit: { name: stage.department.name }, revision: 1 })
      expect(page).toMatchObject({ leader: { name: '林知远' }, secondaryUnit: { id: stage.department.id, name: stage.department.name }, revision: 1 })
      expect([page.timeline, page.decisions]).toEqual([judged.timeline, judged.decisions])
      expect(page.route[0]).toMatchObject({ level: 'leader', name: '林知远' })
      expect(JSON.stringify([line, page])).not.toMatch(/蔺如晦|内部的考虑|reassigned/)
      expect(await found(stage.bureau, id, '蔺如晦')).toBe(false)
      return page.route.find(({ level }) => level === 'department')?.name
    }
    expect(judged.timeline.at(-1)).toMatchObject({ event: 'returned', level: 'bureau' })
    await leaves(leader)
    expect((await gives(stage.unit.account, id, next, '内部的考虑')).status).toBe(200)
    expect(await isAsJudged()).toBe(stage.department.name)
    await next.gets(verbs.withdraw, { id, version: (await versionOf(server, id)).version })
    expect(await isAsJudged()).toBe(stage.department.name)
    await writes(next, id, { aims: '新负责人写的目标。' })
    expect((await submits(server, next, id)).status).toBe(200)
    expect(await isAsJudged()).toBe(other.name)
    expect(await found(stage.unit.account, id, '蔺如晦')).toBe(true)

    await toBureau(id, other.manager)
    const { line, page } = await readBy(stage.bureau, id)
    expect(line).toMatchObject({ leader: '蔺如晦', secondaryUnit: { id: other.id }, revision: 2 })
    expect(page).toMatchObject({ leader: { name: '蔺如晦' }, revision: 2 })
    expect(page.timeline.find(({ event }) => event === 'reassigned')).toMatchObject({ to: '蔺如晦', comment: null, by: null })
    expect(JSON.stringify(page)).not.toContain('内部的考虑')
    expect((await stage.unit.account.gets(verbs.open, { id })).timeline.find(({ event }) => event === 'reassigned')).toMatchObject({ comment: '内部的考虑' })
    expect(await found(stage.bureau, id, '蔺如晦')).toBe(true)
  })

  test('1.3.2 E10 E34 once it has come up: that it was returned, given on and rerouted; not that its leader was gone, nor the unit\'s reasons', async () => {
    const [leader, next] = [await leaderOf(), await successorOf()]
    const { id } = await submitted(server, leader, stage.call.id)
    await disabled(leader)
    await decided(server, stage.unit.account, 'return', id, { actForReason: '内部的考虑之一' })
    expect((await gives(stage.unit.account, id, next, '内部的考虑之二')).status).toBe(200)
    await submits(server, next, id)
    await sql`update profile_review set secondary_unit_id = ${stage.department.id}, desk_id = ${stage.department.id} where person_id = ${next.personId}`.execute(server.tools.db)
    await stage.unit.account.gets(verbs.reroute, { id, version: (await versionOf(server, id)).version, secondaryUnitId: null, reason: '内部的考虑之三' })
    await decided(server, stage.unit.account, 'pass', id)
    const [above, own] = [(await readBy(stage.bureau, id)).page, (await readBy(stage.unit.account, id)).page]
    expect(above.timeline.map(({ event }) => event)).toEqual(own.timeline.map(({ event }) => event))
    expect(above.decisions.map(({ level, outcome, actedFor }) => [level, outcome, actedFor])).toEqual([['unit', 'passed', null], ['department', 'returned', null]])
    expect(own.decisions.map(({ actedFor }) => actedFor)).toEqual([null, 'gone'])
    expect(JSON.stringify(above)).not.toContain('内部的考虑')
    for (const n of ['一', '二', '三']) expect(JSON.stringify(own)).toContain(`内部的考虑之${n}`)
  })
})
