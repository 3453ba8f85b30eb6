import { beforeAll, describe, expect, test } from 'vitest'
import { applicationStage, begun, decided, decides, isReplayed, sound, submits, submitted, versionOf, writes, type Stage } from '../../../../checks/applications.ts'
import { reviewedUnit } from '../../../../checks/profile-stage.ts'
import { testServer } from '../../../../checks/server.ts'
import { draftsContract } from '../../drafts/contract.ts'
import { applicationsContract as verbs } from '../contract.ts'
import { ownRows } from '../store/facts.ts'

const server = await testServer()
let stage: Stage

beforeAll(async () => {
  stage = await applicationStage(server)
})

const withUnit = async (values = {}) => {
  const handed = await submitted(server, stage.leader, stage.call.id, values)
  await decided(server, stage.manager, 'pass', handed.id)
  return handed
}
/** What the draft says to a change of a field that is not open. */
const triesFunds = async (id: string) => (await stage.leader.gets(draftsContract.save, { id, fields: [{ field: 'funds', base: 1, value: 31 }] })).refused
const marks = [{ field: 'aims', codes: ['unclear'], note: '请写明指标' }]

describe('S2-79 S2-87 查看 where another level has it', () => {
  test('D7 E60 the unit and the department read a draft, and the leader sees who did; authorities do not find it', async () => {
    const { leader, call, unit, manager, bureau, department } = stage
    const id = await begun(leader, call.id)
    await writes(leader, id, { title: '尚未写完' })
    const read = await unit.account.gets(verbs.open, { id })
    expect(read).toMatchObject({ headline: 'unsubmitted', state: 'draft', content: { values: { title: '尚未写完' } }, can: [], submitted: null })
    expect(JSON.stringify(read)).not.toContain(leader.who.phone)
    await manager.gets(verbs.open, { id })
    expect(await bureau.ask(verbs.open, { id })).toMatchObject({ status: 404 })
    const { looks } = await leader.gets(verbs.show, { id })
    expect(looks.map(({ name, desk }) => [name, desk]).sort()).toEqual([['周衡', unit.name], ['罗清扬', department.name]].sort())
  })

  test('E60 a draft is read by nobody unseen: not ahead of time either', async () => {
    const id = await begun(stage.leader, stage.call.id)
    await stage.unit.account.gets(verbs.open, { id, ahead: true })
    expect((await stage.leader.gets(verbs.show, { id })).looks).toHaveLength(1)
    const { id: waiting } = await submitted(server, stage.leader, stage.call.id)
    await stage.manager.gets(verbs.open, { id: waiting, ahead: true })
    expect((await stage.leader.gets(verbs.show, { id: waiting })).looks).toEqual([])
    await stage.unit.account.gets(verbs.versionAt, { id: waiting, revision: 1 })
    expect((await stage.leader.gets(verbs.show, { id: waiting })).looks).toHaveLength(1)
  })

  test('S2-79 S2-81 in 部门审核 the unit reads who has it; in 单位审核 it decides, and the department reads', async () => {
    const { unit, manager } = stage
    const { id } = await submitted(server, stage.leader, stage.call.id)
    const read = await unit.account.gets(verbs.open, { id })
    expect(read.can).toEqual([])
    expect(read.closed).toContainEqual(expect.objectContaining({ verb: 'pass', code: 'applications.at_department', params: expect.objectContaining({ manager: '罗清扬' }) }))
    expect((await manager.gets(verbs.open, { id })).can).toEqual(['pass', 'return'])
    await decided(server, manager, 'pass', id)
    expect((await unit.account.gets(verbs.open, { id })).can).toEqual(['pass', 'return'])
    expect((await manager.gets(verbs.open, { id })).can).toEqual(['undo'])
    expect(await decides(server, manager, 'pass', id)).toMatchObject({ status: 409, body: { code: 'applications.at_level' } })
  })

  test('another unit finds nothing', async () => {
    const other = await reviewedUnit(server, '别处示范研究院')
    const { id } = await withUnit()
    expect(await other.account.ask(verbs.open, { id })).toMatchObject({ status: 404 })
    expect(await decides(server, other.account, 'pass', id)).toMatchObject({ status: 404 })
  })
})

describe('S2-83 S2-85 S2-89 S2-91 退回', () => {
  test('S2-89 E52 to the leader, with its reason; only the marked field opens, and straight back to the unit (D5, D18, N7)', async () => {
    const { leader, unit, manager, department } = stage
    const { id } = await withUnit()
    const queuedAt = (await leader.gets(verbs.show, { id })).queuedAt
    expect(await decided(server, unit.account, 'return', id, { marks })).toMatchObject({ state: 'returned', desk: null })
    const shown = await leader.gets(verbs.show, { id })
    expect(shown).toMatchObject({ state: 'returned', headline: 'unsubmitted', returnedBy: 'unit', marks, decisions: [{ level: 'unit', comment: '请补充研究目标', codes: ['incomplete'], by: null }, { outcome: 'passed' }] })
    expect(await triesFunds(id)).toEqual([{ field: 'funds', code: 'drafts.not_marked', params: {} }])
    await writes(leader, id, { aims: '建立方法，指标为误差小于百分之五。' })
    expect((await leader.gets(verbs.check, { id })).next).toEqual({ level: 'unit', name: unit.name, isFast: true })
    const again = await submits(server, leader, id)
    expect(again.body).toMatchObject({ revision: 2, state: 'unit', isFast: true })
    const read = await unit.account.gets(verbs.open, { id })
    expect(read).toMatchObject({ isFast: true, queuedAt, differences: { revision: 1, outcome: 'returned', marked: ['aims'], changes: [{ field: 'aims' }] } })
    // The department is told that it went past.
    expect((await server.sent('inbox')).filter(({ template }) => template === 'applications.notice.went_past').map(({ params }) => params.desk)).toContain(unit.name)
    expect((await manager.gets(verbs.open, { id })).route.map(({ level, at }) => [level, at])).toContainEqual(['unit', true])
    expect(department.id).toBeTruthy()
  })

  test('D18 as a whole: everything opens, and the whole chain follows', async () => {
    const { leader, unit } = stage
    const { id } = await withUnit()
    await decided(server, unit.account, 'return', id)
    await writes(leader, id, { funds: 45 })
    expect((await submits(server, leader, id)).body).toMatchObject({ state: 'department', isFast: false, revision: 2 })
  })

  test('a reason is required, and a mark must be a field of the form', async () => {
    const { unit } = stage
    const { id } = await withUnit()
    expect(await decides(server, unit.account, 'return', id, { reason: '' })).toMatchObject({ status: 422 })
    expect(await decides(server, unit.account, 'return', id, { marks: [{ field: 'nowhere', codes: [], note: '' }] })).toMatchObject({ status: 422, body: { code: 'applications.mark_unknown' } })
    expect(await versionOf(server, id)).toMatchObject({ state: 'unit' })
  })

  test('withdrawn in between, what was marked is still all that is open', async () => {
    const { leader, unit } = stage
    const { id } = await withUnit()
    await decided(server, unit.account, 'return', id, { marks })
    await writes(leader, id, { aims: '指标更清楚。' })
    await submits(server, leader, id)
    const { version } = await versionOf(server, id)
    expect((await leader.ask(verbs.withdraw, { id, version })).body).toMatchObject({ state: 'withdrawn' })
    expect(await triesFunds(id)).toMatchObject([{ code: 'drafts.not_marked' }])
    expect((await submits(server, leader, id)).body).toMatchObject({ isFast: true, revision: 3 })
  })
})

describe('D9 E54 撤回', () => {
  test('until the desk has acted, then changed and submitted again; the last version counts', async () => {
    const { leader, manager } = stage
    const { id, version, number } = await submitted(server, leader, stage.call.id)
    expect((await leader.gets(verbs.withdraw, { id, version })).state).toBe('withdrawn')
    await writes(leader, id, { funds: 50 })
    const again = await submits(server, leader, id)
    expect(again.body).toMatchObject({ revision: 2, number })
    expect((await manager.gets(verbs.open, { id })).content.values.funds).toBe(50)
    await decided(server, manager, 'pass', id)
    const { version: now } = await versionOf(server, id)
    expect(await leader.ask(verbs.withdraw, { id, version: now })).toMatchObject({ status: 409, body: { code: 'applications.acted_already' } })
  })

  test('E61 E49 a decision names the version that was read', async () => {
    const { leader, manager } = stage
    const { id, version } = await submitted(server, leader, stage.call.id)
    await leader.gets(verbs.withdraw, { id, version })
    await submits(server, leader, id)
    expect(await manager.ask(verbs.pass, { id, version, revision: 1 })).toMatchObject({ status: 409, body: { code: 'applications.stale' } })
    expect(await manager.gets(verbs.versionAt, { id, revision: 1 })).toMatchObject({ revision: 1, content: { values: { title: sound.title } } })
  })

  test('a draft that a batch had skipped can be deleted all the same', async () => {
    const { leader, call, unit } = stage
    const id = await begun(leader, call.id)
    const other = await withUnit()
    const { batchId, skipped } = await unit.account.gets(verbs.preflightBatch, { verb: 'pass', of: { items: [{ id, version: 1 }, { id: other.id, version: (await versionOf(server, other.id)).version }] } })
    expect(skipped).toMatchObject([{ code: 'applications.state.draft', n: 1 }])
    expect((await unit.account.gets(verbs.runBatch, { batchId })).done).toBe(1)
    await leader.gets(verbs.drop, { id, version: 1 })
    expect(await leader.ask(verbs.show, { id })).toMatchObject({ status: 404 })
    expect((await unit.account.gets(verbs.batchOutcome, { batchId })).rows.map((row) => row.id)).toEqual([other.id])
  })

  test('a draft that was never submitted can be deleted, another not', async () => {
    const { leader, call } = stage
    const id = await begun(leader, call.id)
    await leader.gets(verbs.drop, { id, version: 1 })
    expect(await leader.ask(verbs.show, { id })).toMatchObject({ status: 404 })
    const handed = await submitted(server, leader, call.id)
    await leader.gets(verbs.withdraw, { id: handed.id, version: handed.version })
    expect(await leader.ask(verbs.drop, { id: handed.id, version: handed.version + 1 })).toMatchObject({ status: 409 })
  })
})

describe('E51 undo', () => {
  test('a pass, within ten minutes: it is where it was', async () => {
    const { manager, unit } = stage
    const { id } = await submitted(server, stage.leader, stage.call.id)
    const passed = await decided(server, manager, 'pass', id)
    expect(passed.undoUntil).not.toBeNull()
    expect(await manager.gets(verbs.undo, { id, version: passed.version })).toMatchObject({ state: 'department' })
    expect((await manager.gets(verbs.open, { id })).can).toEqual(['pass', 'return'])
    expect(await unit.account.ask(verbs.undo, { id, version: passed.version + 1 })).toMatchObject({ status: 409 })
  })

  test('a return: the draft is locked again; not once the leader has written', async () => {
    const { manager, leader } = stage
    const { id } = await submitted(server, leader, stage.call.id)
    const first = await decided(server, manager, 'return', id)
    await manager.gets(verbs.undo, { id, version: first.version })
    expect(await triesFunds(id)).toMatchObject([{ code: 'drafts.locked' }])
    const second = await decided(server, manager, 'return', id)
    server.clock.advance({ seconds: 5 })
    await writes(leader, id, { funds: 32 })
    expect(await manager.ask(verbs.undo, { id, version: second.version })).toMatchObject({ status: 409, body: { code: 'applications.undo.touched' } })
  })

  test('not after ten minutes, and not where the next desk has acted', async () => {
    const { manager, unit } = stage
    const a = await submitted(server, stage.leader, stage.call.id)
    const passed = await decided(server, manager, 'pass', a.id)
    await decided(server, unit.account, 'pass', a.id)
    expect(await manager.ask(verbs.undo, { id: a.id, version: passed.version + 1 })).toMatchObject({ status: 409, body: { code: 'applications.undo.touched' } })
    const b = await submitted(server, stage.leader, stage.call.id)
    const late = await decided(server, manager, 'pass', b.id)
    server.clock.advance({ minutes: 10 })
    expect(await manager.ask(verbs.undo, { id: b.id, version: late.version })).toMatchObject({ status: 409, body: { code: 'applications.undo.late' } })
  })
})

test('I9 E47 the same key answers the same and decides once', async () => {
  const { manager, leader } = stage
  const { id, version, revision } = await submitted(server, leader, stage.call.id)
  const key = '01900000-0000-7000-8000-00000000aaaa'
  const [first, second] = [await manager.ask(verbs.pass, { id, version, revision }, { key }), await manager.ask(verbs.pass, { id, version, revision }, { key })]
  expect(second.body).toEqual(first.body)
  expect((await manager.ask(verbs.return, { id, version, revision, codes: [], reason: '另一件事' }, { key })).body).toMatchObject({ code: 'key_reused' })
})

test('replay of the journal gives the row', async () => {
  const { leader } = stage
  const rows = await ownRows(server.tools.db, leader.who.accountId)
  expect(rows.length).toBeGreaterThan(5)
  for (const { id } of rows) await isReplayed(server, id)
})
