import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { applicationStage, begun, decided, leaderIn, officerOf, submits, submitted, theBureau, versionOf, type Stage } from '../../../../checks/applications.ts'
import { platformCall, well, within } from '../../../../checks/people.ts'
import { manager, reviewedUnit, secondaryUnit, type Actor, type Filler } from '../../../../checks/profile-stage.ts'
import { testServer } from '../../../../checks/server.ts'
import type { Post } from '../../../kernel/actor.ts'
import { accountsContract } from '../../accounts/contract.ts'
import { endMandate } from '../../accounts/index.ts'
import { myDataContract } from '../../my-data/contract.ts'
import { tidyDesksJob } from './beside-server.ts'
import { applicationsContract as verbs } from '../contract.ts'

const server = await testServer()
let stage: Stage

beforeAll(async () => {
  stage = await applicationStage(server)
})

const authorised = (name: string) => leaderIn(server, stage.unit.id, { name, post: 'authorised_person' })
const postEnds = async (one: Filler, post: Post, scopeId: string) =>
  well(await within(server, (tx) => endMandate(tx, platformCall(server), { accountId: one.who.accountId, post, scopeId })))
const atDepartment = () => submitted(server, stage.leader, stage.call.id)
const atUnit = async () => {
  const handed = await atDepartment()
  await decided(server, stage.manager, 'pass', handed.id)
  return handed
}
const notesOf = async (by: Actor, id: string) => (await by.gets(verbs.open, { id })).notes.map(({ at: _, ...note }) => note)
const namesAt = async (by: Actor, id: string) => (await by.gets(verbs.here, { id })).others.map(({ name }) => name)
const marks = [{ field: 'aims', codes: ['unclear' as const], note: '请写明指标' }]
const writes = async (by: Actor, id: string, comment: string, more: { marks?: typeof marks; codes?: 'budget'[]; revision?: number } = {}) =>
  by.ask(verbs.saveNote, { id, revision: 1, codes: [], comment, ...more })
const kept = (id: string) => server.tools.db.selectFrom('application_note').select('account_id').where('application_id', '=', id).execute()

describe('E19 what was begun to be written goes on with whoever follows', () => {
  test('E19 in every window, and for the successor after the post of its writer has ended', async () => {
    const { id } = await atUnit()
    const [a, b] = [await authorised('陈予安'), await authorised('许清和')]
    expect((await writes(a, id, '经费测算依据不足', { marks, codes: ['budget'] })).status).toBe(200)
    const ofA = { by: '陈予安', codes: ['budget'], comment: '经费测算依据不足', marks }
    expect(await notesOf(a, id)).toEqual([{ isOwn: true, ...ofA }])
    await postEnds(a, 'authorised_person', stage.unit.id)
    expect((await a.ask(verbs.open, { id })).status).toBe(403)
    expect(await notesOf(b, id)).toEqual([{ isOwn: false, ...ofA }])
    server.clock.advance({ minutes: 1 })
    await writes(b, id, '另请补充合作协议')
    expect(await notesOf(b, id)).toEqual([{ isOwn: true, by: '许清和', codes: [], comment: '另请补充合作协议', marks: [] }, { isOwn: false, ...ofA }])
    await writes(b, id, '  ')
    expect(await notesOf(b, id)).toEqual([{ isOwn: false, ...ofA }])
  })

  test('E19 the successor of a manager, and the next officer of the bureau', async () => {
    const software = { id: await secondaryUnit(server, stage.unit.id, '示例材料学院') }
    const [first, leader] = [await manager(server, stage.unit, software.id, '白露'), await leaderIn(server, stage.unit.id, { secondaryUnitId: software.id })]
    const { id } = await submitted(server, leader, stage.call.id)
    await writes(first, id, '缺少附件')
    await postEnds(first, 'secondary_unit_manager', software.id)
    await sql`update role_grant set ended_at = now(), during = tstzrange(lower(during), lower(during) + interval '1 microsecond') where secondary_unit_id = ${software.id}`.execute(server.tools.db)
    server.clock.advance({ seconds: 1 })
    const second = await manager(server, stage.unit, software.id, '谷雨')
    expect(await notesOf(second, id)).toMatchObject([{ isOwn: false, by: '白露', comment: '缺少附件' }])
    await decided(server, second, 'pass', id)
    await decided(server, stage.unit.account, 'pass', id)
    expect((await writes(stage.bureau, id, '请补正签章页')).status).toBe(200)
    expect(await notesOf(await officerOf(server, await theBureau(server), '钱科'), id)).toMatchObject([{ isOwn: false, comment: '请补正签章页' }])
  })

  test('E19 it is gone with the decision, whoever decides, and nothing of it is told to the leader', async () => {
    const { id } = await atUnit()
    await writes(await authorised('沈若水'), id, '先不要通过，正在核对')
    await decided(server, stage.unit.account, 'return', id)
    expect(await kept(id)).toEqual([])
    expect(JSON.stringify([await stage.leader.gets(verbs.show, { id }), await stage.leader.gets(myDataContract.mine, {})])).not.toContain('正在核对')
    expect(await writes(stage.unit.account, id, '再写一句')).toMatchObject({ status: 409, body: { code: 'applications.state.returned' } })
  })

  test('E19 I8 it speaks of one version: of an older one it is refused, and not shown beside a newer', async () => {
    const { id } = await atDepartment()
    await writes(stage.manager, id, '第一版的问题')
    await stage.leader.gets(verbs.withdraw, { id, version: (await versionOf(server, id)).version })
    await submits(server, stage.leader, id)
    expect(await notesOf(stage.manager, id)).toEqual([])
    expect(await writes(stage.manager, id, '第一版的问题')).toMatchObject({ status: 409, body: { code: 'applications.stale' } })
    expect((await writes(stage.manager, id, '第二版的问题', { revision: 2 })).status).toBe(200)
  })

  test('E19 S2-79 only where one may decide; what another desk began is its own', async () => {
    const { id } = await atDepartment()
    await writes(stage.manager, id, '最高指标不明')
    expect(await notesOf(stage.unit.account, id)).toEqual([])
    expect((await writes(stage.unit.account, id, '不由本单位审核')).problem?.code).toBe('applications.at_department')
    for (const stranger of [(await reviewedUnit(server, '示例研究院甲')).account, stage.bureau]) expect((await writes(stranger, id, '看一看')).status).toBe(404)
    await decided(server, stage.manager, 'pass', id)
    expect(await kept(id)).toEqual([])
    const own = await authorised('贺兰亭')
    const { id: ownId } = await submitted(server, own, stage.call.id)
    expect((await writes(own, ownId, '本人')).problem?.code).toBe('applications.own')
  })

  test('E19 D11 what the unit began for its department stays where the department passes', async () => {
    const { id } = await atDepartment()
    server.clock.advance({ days: 6 })
    await writes(stage.unit.account, id, '代为退回')
    await decided(server, stage.manager, 'pass', id)
    expect(await notesOf(stage.unit.account, id)).toMatchObject([{ isOwn: true, comment: '代为退回' }])
  })

  test('E19 what nobody went on with for a month goes, and what speaks of what lies there no more', async () => {
    const [{ id: old }, { id: gone }] = [await atDepartment(), await atDepartment()]
    for (const id of [old, gone]) await writes(stage.manager, id, '待核')
    await stage.leader.gets(verbs.withdraw, { id: gone, version: (await versionOf(server, gone)).version })
    await tidyDesksJob.run(server.tools)
    expect([(await kept(old)).length, (await kept(gone)).length]).toEqual([1, 0])
    server.clock.advance({ days: 31 })
    await tidyDesksJob.run(server.tools)
    expect(await kept(old)).toEqual([])
    server.clock.advance({ days: -37 })
  })
})

describe('E20 who has it open is named to whoever opens it too', () => {
  test('E20 each hears of the others, not of himself; without a sign they are gone', async () => {
    const { id } = await atUnit()
    const a = await authorised('陆青禾')
    expect(await stage.unit.account.gets(verbs.here, { id })).toMatchObject({ id, state: 'unit', level: 'unit', others: [] })
    expect(await namesAt(a, id)).toEqual(['周衡'])
    expect(await namesAt(stage.unit.account, id)).toEqual(['陆青禾'])
    server.clock.advance({ seconds: 60 })
    expect(await namesAt(a, id)).toEqual(['周衡'])
    server.clock.advance({ seconds: 60 })
    expect(await namesAt(a, id)).toEqual([])
  })

  test('E19 E20 whose post or session ends is gone at once; it holds nobody up, and whoever comes second hears the outcome', async () => {
    const { id } = await atUnit()
    const [a, b, c] = [await authorised('程雪松'), await authorised('叶知秋'), await authorised('江晚舟')]
    for (const one of [a, b, c]) {
      await namesAt(one, id)
      server.clock.advance({ seconds: 5 })
    }
    expect(await namesAt(stage.unit.account, id)).toEqual(['程雪松', '叶知秋', '江晚舟'])
    await postEnds(a, 'authorised_person', stage.unit.id)
    await server.ask(accountsContract.signOut, {}, c.visitor)
    expect(await namesAt(stage.unit.account, id)).toEqual(['叶知秋'])
    const seen = await versionOf(server, id)
    await decided(server, b, 'return', id)
    expect(await stage.unit.account.gets(verbs.here, { id })).toMatchObject({ state: 'returned', level: null })
    const second = await stage.unit.account.ask(verbs.pass, { id, version: seen.version, revision: 1 })
    expect([second.status, second.problem?.code]).toEqual([409, 'applications.state.returned'])
    expect(second.text).toContain('叶知秋')
  })

  test('E20 1.3.2 the unit and its department hear of each other, the bureau of its own alone, and nobody of the bureau', async () => {
    const { id } = await atUnit()
    await namesAt(stage.manager, id)
    expect(await namesAt(stage.unit.account, id)).toEqual(['罗清扬'])
    expect(await namesAt(stage.manager, id)).toEqual(['周衡'])
    await decided(server, stage.unit.account, 'pass', id)
    expect(await namesAt(stage.bureau, id)).toEqual([])
    expect(await namesAt(stage.unit.account, id)).toEqual(['罗清扬'])
  })

  test('E20 D14 within reach only', async () => {
    const { id } = await atDepartment()
    for (const stranger of [(await reviewedUnit(server, '示例医院乙')).account, stage.bureau]) expect((await stranger.ask(verbs.here, { id })).status).toBe(404)
  })

  test('E20 D7 whoever looks at a draft keeps nobody from deleting it', async () => {
    const id = await begun(stage.leader, stage.call.id)
    await namesAt(stage.unit.account, id)
    expect(await namesAt(stage.manager, id)).toEqual(['周衡'])
    await stage.leader.gets(verbs.drop, { id, version: 1 })
    expect((await stage.manager.ask(verbs.here, { id })).status).toBe(404)
  })
})
