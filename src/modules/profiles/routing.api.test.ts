import { beforeAll, describe, expect, it } from 'vitest'
import { platformCall, well, within } from '../../../checks/people.ts'
import { filler, form, granted, manager, reviewedUnit, secondaryUnit, submitted, type Filler, type ReviewedUnit } from '../../../checks/profile-stage.ts'
import { testServer, type TestServer } from '../../../checks/server.ts'
import type { Mandate } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { profilesContract as verbs } from './contract.ts'
import { moveReviews, rerouteOf } from './index.ts'

let server: TestServer
let unit: ReviewedUnit
let software: string
let luo: Filler

beforeAll(async () => {
  server = await testServer({ start: new Date('2026-03-02T02:00:00Z') })
  unit = await reviewedUnit(server, '重庆示例大学')
  software = await secondaryUnit(server, unit.id, '软件学院')
  luo = await manager(server, unit, software)
})

const to = (secondaryUnitId: string | null) => ({ reviewed: { secondaryUnitId } })
const namesAt = async (who: Pick<Filler, 'gets'>, filters = {}) => (await who.gets(verbs.reviews, filters)).rows.map((row) => row.name)
const deskOf = async (id: string) => (await server.tools.db.selectFrom('profile_review').select('desk_id').where('id', '=', id).executeTakeFirstOrThrow()).desk_id
const recorded = async (personId: string, event: string) =>
  (await server.tools.db.selectFrom('journal').select('body').where('subject', '=', personId).where('event', '=', event).execute()).map((row) => row.body as Record<string, unknown>)

describe('where a submission goes', () => {
  it('S2-57 S2-58 to the secondary unit, whose manager sees and decides it; the unit sees it and is told whose it is', async () => {
    const one = await filler(server, unit.id, { name: '张知远' })
    const line = await submitted(one, server, unit.id, to(software))
    expect(await deskOf(line.id)).toBe(software)
    expect(await one.gets(verbs.mine, {})).toMatchObject({ waiting: { desk: 'secondary_unit', deskName: '软件学院', isVacant: false, unitMayActFrom: '2026-03-07T02:00:00.000Z' } })
    expect(await namesAt(luo)).toEqual(['张知远'])
    expect(await unit.account.gets(verbs.waiting, {})).toEqual({ n: 0, vacant: 0, silent: 0 })
    expect(await luo.gets(verbs.waiting, {})).toEqual({ n: 1, vacant: 0, silent: 0 })
    const [row] = (await unit.account.gets(verbs.reviews, { desk: 'all' })).rows
    expect(row).toMatchObject({ can: [], closed: [{ verb: 'approve', code: 'profiles.at_secondary_unit', params: { name: '软件学院', manager: '罗清扬', by: '周衡' } }, { verb: 'refuse' }] })
    const refused = await unit.account.ask(verbs.approve, line)
    expect([refused.status, refused.problem.code]).toEqual([409, 'profiles.at_secondary_unit'])
    expect((await server.sent('inbox')).filter((message) => message.template === 'profiles.notice.waiting').map((message) => message.params.desk)).toEqual(['软件学院'])
    await luo.gets(verbs.approve, line)
    expect(await one.gets(verbs.mine, {})).toMatchObject({ badge: 'approved' })
  })

  it('D2 E33 to the unit itself from who belongs to no secondary unit; its manager does not see it', async () => {
    const one = await filler(server, unit.id, { name: '侯文远' })
    const line = await submitted(one, server, unit.id)
    expect(await deskOf(line.id)).toBe(unit.id)
    expect(await namesAt(luo)).not.toContain('侯文远')
    expect((await luo.ask(verbs.approve, line)).status).toBe(404)
    await unit.account.gets(verbs.approve, line)
  })

  it('E38 I11 the manager goes to the unit, the authorised person to the unit account; neither decides on himself', async () => {
    const own = await submitted(luo, server, unit.id, to(software))
    expect(await deskOf(own.id)).toBe(unit.id)
    expect((await luo.ask(verbs.approve, own)).status).toBe(404)
    const authorised = await filler(server, unit.id, { name: '陈维', post: 'authorised_person' })
    await granted(server, { unitId: unit.id, who: authorised.who, by: unit.account.who })
    const his = await submitted(authorised, server, unit.id, to(software))
    expect(await deskOf(his.id)).toBe(unit.id)
    const refused = await authorised.ask(verbs.approve, his)
    expect([refused.status, refused.problem.code]).toEqual([403, 'profiles.own_review'])
    expect((await authorised.gets(verbs.decideBatch, { items: [his, own], outcome: 'approve' })).outcomes).toEqual(
      expect.arrayContaining([{ id: his.id, outcome: 'own_review' }, { id: own.id, outcome: 'done' }]))
    await unit.account.gets(verbs.approve, his)
  })

  it('E36 D11 a vacancy moves nothing: it waits there, the unit counts it, is told, and may act with a reason that is recorded', async () => {
    const law = await secondaryUnit(server, unit.id, '法学院')
    const one = await filler(server, unit.id, { name: '欧阳文静' })
    const line = await submitted(one, server, unit.id, to(law))
    expect([await deskOf(line.id), await unit.account.gets(verbs.waiting, {})]).toEqual([law, { n: 0, vacant: 1, silent: 0 }])
    expect((await server.sent('inbox')).some((message) => message.template === 'profiles.notice.nobody' && message.params.desk === '法学院')).toBe(true)
    expect((await unit.account.ask(verbs.approve, line)).problem.fields).toMatchObject({ actForReason: { code: 'profiles.act_for.reason' } })
    await unit.account.gets(verbs.approve, { ...line, actForReason: '法学院暂无管理人员' })
    expect(await unit.account.gets(verbs.review, { id: line.id, desk: 'all' })).toMatchObject({ decision: { actedFor: 'vacant' }, timeline: [{}, { event: 'approved', actForReason: '法学院暂无管理人员' }] })
    expect((await recorded(one.personId, 'approved'))[0]).toMatchObject({ actedFor: 'vacant', deskId: law })
  })

  it('D11 E37 a secondary unit that is silent longer than the setting may be acted for, and is counted', async () => {
    const one = await filler(server, unit.id, { name: '柴文' })
    const line = await submitted(one, server, unit.id, to(software))
    server.clock.advance({ days: 4 })
    expect((await unit.account.ask(verbs.refuse, { ...line, reason: '信息不全', actForReason: '超期未审' })).problem.code).toBe('profiles.at_secondary_unit')
    server.clock.advance({ days: 1, minutes: 1 })
    expect(await unit.account.gets(verbs.waiting, {})).toMatchObject({ silent: 1 })
    await unit.account.gets(verbs.refuse, { ...line, reason: '信息不全', actForReason: '超期未审' })
    expect(await one.gets(verbs.mine, {})).toMatchObject({ latest: { decision: { outcome: 'refused', by: '重庆示例大学', actedFor: 'silent' } } })
  })
})

describe('where it goes when the structure changes', () => {
  const moves = (ids: readonly string[], secondaryUnitId: string | null, deskId: string) => ids.map((reviewId) => ({ reviewId, secondaryUnitId, deskId }))

  it('E31 D6 what waits at the unit stays there when a secondary unit is added; later submissions go to it', async () => {
    const before = await filler(server, unit.id, { name: '前一人' })
    const line = await submitted(before, server, unit.id)
    const physics = await secondaryUnit(server, unit.id, '物理学院')
    const after = await filler(server, unit.id, { name: '后一人' })
    const next = await submitted(after, server, unit.id, to(physics))
    expect([await deskOf(line.id), await deskOf(next.id)]).toEqual([unit.id, physics])
  })

  it('E32 moved lines go to the new desk; state, age, place and history stay, and who waits is told', async () => {
    const [from, target] = [await secondaryUnit(server, unit.id, '化学系'), await secondaryUnit(server, unit.id, '化学学院')]
    const [waits, done] = [await filler(server, unit.id, { name: '待审者' }), await filler(server, unit.id, { name: '已审者' })]
    const [one, two] = [await submitted(waits, server, unit.id, to(from)), await submitted(done, server, unit.id, to(from))]
    await unit.account.gets(verbs.approve, { ...two, actForReason: '暂无管理人员' })
    const rows = () => server.tools.db.selectFrom('profile_review').select(['id', 'state', 'place', 'submitted_at', 'updated_at', 'desk_id', 'secondary_unit_id']).where('id', 'in', [one.id, two.id]).orderBy('place').execute()
    const before = await rows()
    const changeId = newId()
    well(await within(server, async (tx) => {
      await moveReviews(tx, platformCall(server), moves([two.id, one.id, newId()], target, target), { changeId })
      // Said twice, done once.
      await moveReviews(tx, platformCall(server), moves([one.id], target, target), { changeId })
      return true
    }))
    expect(await rows()).toEqual(before.map((row) => ({ ...row, desk_id: target, secondary_unit_id: target })))
    expect(await recorded(waits.personId, 'moved')).toMatchObject([{ fromDesk: from, deskId: target, changeId }])
    expect((await server.sent('inbox')).filter((message) => message.template === 'profiles.notice.moved').map((message) => message.params.desk)).toEqual(['化学学院'])
    expect((await waits.gets(verbs.mine, {})).timeline.at(-1)).toMatchObject({ event: 'moved', desk: '化学学院' })
    // E26, I7: the old one can go, nobody is linked to it any more; the version keeps the name of its time.
    await server.tools.db.updateTable('secondary_unit').set({ active: false, archived_at: new Date() }).where('id', '=', from).execute()
    expect(await done.gets(verbs.mine, {})).toMatchObject({ secondaryUnit: { name: '化学学院' }, approved: { secondaryUnit: { name: '化学系' } } })
    // S2-64: what the unit moved is no change of the person's.
    const { version } = await done.gets(verbs.mine, {})
    expect((await done.ask(verbs.change, form(unit.id, { version, reviewed: { secondaryUnitId: target } }))).status).toBe(200)
  })

  it('I7 a secondary unit to which somebody belongs cannot end', async () => {
    const arts = await secondaryUnit(server, unit.id, '艺术学院')
    await submitted(await filler(server, unit.id), server, unit.id, to(arts))
    await expect(server.tools.db.updateTable('secondary_unit').set({ active: false, archived_at: new Date() }).where('id', '=', arts).execute())
      .rejects.toMatchObject({ constraint: 'a_person_belongs_to_a_secondary_unit_in_force' })
  })

  it('E32 who was moved and takes back a later version, or has it refused, stands where his unit put him', async () => {
    const [old, target] = [await secondaryUnit(server, unit.id, '旧学院'), await secondaryUnit(server, unit.id, '新学院')]
    const one = await filler(server, unit.id, { name: '被调动者' })
    const line = await submitted(one, server, unit.id, to(old))
    await unit.account.gets(verbs.approve, { ...line, actForReason: '暂无管理人员' })
    const move = (secondaryUnitId: string) => within(server, async (tx) => (await moveReviews(tx, platformCall(server), moves([line.id], secondaryUnitId, secondaryUnitId), { changeId: newId() }), true))
    await move(target)
    await server.tools.db.updateTable('secondary_unit').set({ active: false, archived_at: server.clock.now() }).where('id', '=', old).execute()
    const next = await submitted(one, server, unit.id, { reviewed: { secondaryUnitId: target, title: '2' } })
    await one.gets(verbs.withdraw, { revision: next.revision })
    expect(await one.gets(verbs.mine, {})).toMatchObject({ secondaryUnit: { id: target, name: '新学院' }, approved: { secondaryUnit: { id: target, name: '旧学院' } } })
    expect(await deskOf(line.id)).toBe(target)
    const again = await submitted(one, server, unit.id, { reviewed: { secondaryUnitId: target, title: '3' } })
    await unit.account.gets(verbs.refuse, { ...again, reason: '职称有误', actForReason: '暂无管理人员' })
    expect(await one.gets(verbs.mine, {})).toMatchObject({ badge: 'refused', secondaryUnit: { id: target, name: '新学院' }, approved: { secondaryUnit: { id: target } } })
  })

  it('E38 who becomes manager while his own waits there is rerouted to the unit', async () => {
    const maths = await secondaryUnit(server, unit.id, '数学学院')
    const one = await filler(server, unit.id, { name: '新管理员' })
    const line = await submitted(one, server, unit.id, to(maths))
    const of = { unitId: unit.id, personIds: [one.personId] }
    expect(await rerouteOf(server.tools.db, of)).toEqual([])
    await granted(server, { unitId: unit.id, secondaryUnitId: maths, who: one.who, by: unit.account.who })
    const [move] = await rerouteOf(server.tools.db, of)
    expect(move).toEqual({ reviewId: line.id, secondaryUnitId: maths, deskId: unit.id })
    well(await within(server, async (tx) => (await moveReviews(tx, platformCall(server), move ? [move] : [], { changeId: newId() }), true)))
    expect([await deskOf(line.id), await rerouteOf(server.tools.db, of)]).toEqual([unit.id, []])
  })

  it('E38 S2-58 neither does who becomes manager find himself in his list, decided before', async () => {
    const history = await secondaryUnit(server, unit.id, '历史学院')
    const one = await filler(server, unit.id, { name: '已审管理员' })
    const line = await submitted(one, server, unit.id, to(history))
    await unit.account.gets(verbs.approve, { ...line, actForReason: '暂无管理人员' })
    await granted(server, { unitId: unit.id, secondaryUnitId: history, who: one.who, by: unit.account.who })
    expect(await rerouteOf(server.tools.db, { unitId: unit.id, personIds: [one.personId] })).toEqual([{ reviewId: line.id, secondaryUnitId: history, deskId: unit.id }])
  })
})

describe('N11 why can I not', () => {
  it('asks the functions that the verbs ask', async () => {
    const { deeds } = server.tools
    const one = await filler(server, unit.id, { name: '问询者' })
    const call = (who: Pick<Filler, 'who'>, mandate: Mandate) =>
      ({ ...platformCall(server), actor: { accountId: who.who.accountId, userName: '', displayName: '', sessionId: '', mandate } })
    const asPerson = call(one, { post: 'person', scopeId: null, unitId: null, scopeName: '' })
    expect(await deeds['profiles.submit']?.ask(asPerson, null)).toBeNull()
    const line = await submitted(one, server, unit.id, to(software))
    expect(await deeds['profiles.submit']?.ask(asPerson, null)).toMatchObject({ code: 'profiles.pending' })
    const asUnit = call(unit.account, { post: 'unit_account', scopeId: unit.id, unitId: unit.id, scopeName: '' })
    expect(await deeds['profiles.review']?.ask(asUnit, line.id)).toMatchObject({ code: 'profiles.at_secondary_unit' })
    expect(await deeds['profiles.review']?.ask(asUnit, newId())).toMatchObject({ code: 'not_found' })
  })
})
