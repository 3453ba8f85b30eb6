import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { applicationStage, begun, decided, isReplayed, leaderIn, submits, submitted, versionOf, writes, type Stage } from '../../../../checks/applications.ts'
import { platformCall, within } from '../../../../checks/people.ts'
import { manager, reviewedUnit, secondaryUnit, submitted as handedIn, type Filler } from '../../../../checks/profile-stage.ts'
import { testServer } from '../../../../checks/server.ts'
import { newId } from '../../../kernel/ids.ts'
import { happened } from '../../../platform/consequences.ts'
import { eventsOf } from '../../../platform/journal.ts'
import { profilesContract } from '../../profiles/contract.ts'
import { moveReviews } from '../../profiles/index.ts'
import { room } from '../application-journal.ts'
import { applicationsContract as verbs } from '../contract.ts'
import { followJobs, followLeaders } from './jobs.ts'

const server = await testServer()
let stage: Stage
let other: { id: string; name: string; manager: Filler }

beforeAll(async () => {
  stage = await applicationStage(server)
  const id = await secondaryUnit(server, stage.unit.id, '示例材料学院')
  other = { id, name: '示例材料学院', manager: await manager(server, stage.unit, id, '白露') }
})

const leaderOf = (name = '林知远') => leaderIn(server, stage.unit.id, { name, secondaryUnitId: stage.department.id })
/** As the line of somebody stands after a move; nothing is told of it, as where the application is passed over. */
const belongs = (one: Filler, to: string) => sql`update profile_review set secondary_unit_id = ${to}, desk_id = ${to} where person_id = ${one.personId}`.execute(server.tools.db)
const told = (one: Filler) => within(server, async (tx) => (await happened(tx, platformCall(server), 'profiles.belongs', { subject: one.personId })) ?? true)
/** What the former department and the new one get of it. */
const readers = async (id: string) => [(await stage.manager.ask(verbs.open, { id })).status, (await other.manager.ask(verbs.open, { id })).status]
const nowJob = () => followJobs[0]?.run(server.tools)
const standsAt = async (id: string) => (await stage.unit.account.gets(verbs.open, { id })).secondaryUnit?.id
const events = (id: string) => eventsOf(server.tools.db, server.tools.keyring, room, id)

describe('S2-86 what was passed over follows its leader', () => {
  test('S2-86 E51 what was under way when he went: after its return, as soon as that can no longer be taken back', async () => {
    const leader = await leaderOf()
    const { id } = await submitted(server, leader, stage.call.id, { title: '转院之前的题目' })
    await belongs(leader, other.id)
    await told(leader)
    expect(await standsAt(id)).toBe(stage.department.id)
    await decided(server, stage.manager, 'return', id)
    await nowJob()
    await stage.manager.gets(verbs.undo, { id, version: (await versionOf(server, id)).version })
    await decided(server, stage.manager, 'return', id)
    server.clock.advance({ minutes: 11 })
    await nowJob()
    expect(await readers(id)).toEqual([404, 200])
    expect(await standsAt(id)).toBe(other.id)
    expect((await events(id)).at(-1)).toMatchObject({ event: 'moved', body: { secondaryUnitId: other.id, secondaryUnitName: other.name } })
    await isReplayed(server, id)
    const before = await versionOf(server, id)
    await followLeaders(server.tools)
    expect(await versionOf(server, id)).toEqual(before)
    await writes(leader, id, { aims: '补充之后的研究目标。' })
    expect((await submits(server, leader, id)).body).toMatchObject({ state: 'department' })
    expect((await versionOf(server, id)).deskId).toBe(other.id)
  })

  test('S2-86 E51 until then the former department reads what it had judged, and nothing of what is written since', async () => {
    const leader = await leaderOf('沈清和')
    const { id } = await submitted(server, leader, stage.call.id, { title: '交来时的题目' })
    await belongs(leader, other.id)
    await decided(server, stage.manager, 'return', id)
    await writes(leader, id, { title: '退回后改写的题目' })
    expect((await stage.manager.gets(verbs.open, { id })).content.values.title).toBe('交来时的题目')
    expect((await stage.unit.account.gets(verbs.open, { id })).content.values.title).toBe('退回后改写的题目')
  })

  test('S2-86 what he takes back himself at once; a draft that was in somebody\'s hands, too: its former department reads nothing of it before that', async () => {
    const leader = await leaderOf('苏望舒')
    const { id: withdrawn } = await submitted(server, leader, stage.call.id)
    const draft = await begun(leader, stage.call.id)
    await belongs(leader, other.id)
    await leader.gets(verbs.withdraw, { id: withdrawn, version: (await versionOf(server, withdrawn)).version })
    expect(await readers(draft)).toEqual([404, 404])
    await nowJob()
    for (const id of [withdrawn, draft]) {
      expect(await readers(id)).toEqual([404, 200])
      await isReplayed(server, id)
    }
  })

  test('S2-86 what was passed over long ago is found as well; what is under way, and what belongs to nobody of the unit, stays', async () => {
    const [leader, gone] = [await leaderOf('江上舟'), await leaderOf('离任')]
    const [draft, left] = [await begun(leader, stage.call.id), await begun(gone, stage.call.id)]
    const { id: waiting } = await submitted(server, leader, stage.call.id)
    await sql`update application set changed_at = changed_at - interval '2 hours' where id in (${draft}, ${left})`.execute(server.tools.db)
    await belongs(leader, other.id)
    await belongs(gone, other.id)
    await sql`update person set unit_id = ${(await reviewedUnit(server, '示例医院')).id}, place = 900 where id = ${gone.personId}`.execute(server.tools.db)
    await nowJob()
    expect(await standsAt(draft)).toBe(stage.department.id)
    await followLeaders(server.tools)
    expect([await standsAt(draft), await standsAt(left), await standsAt(waiting)]).toEqual([other.id, stage.department.id, stage.department.id])
  })
})

test('S2-86 E31 of a move of very many people only those are told of, who write something elsewhere', async () => {
  const { unit, department } = stage
  const [writer, reader, there] = [await leaderOf('有稿'), await leaderOf('无稿'), await leaderOf('已在')]
  const [draft, follows] = [await begun(writer, stage.call.id), await begun(there, stage.call.id)]
  await sql`update application set secondary_unit_id = ${other.id}, secondary_unit_name = ${other.name} where id = ${follows}`.execute(server.tools.db)
  await sql`update profile_review set place = place + 100000 where unit_id = ${unit.id} and place < 100000`.execute(server.tools.db)
  const lines = await server.tools.db.selectFrom('profile_review').select('id').where('person_id', 'in', [writer, reader, there].map(({ personId }) => personId)).execute()
  const heard: string[] = []
  const tools = { ...server.tools, consequencesOf: () => [async (_tx: unknown, _call: unknown, { subject }: { subject: string }) => void heard.push(subject)] }
  const moves = (secondaryUnitId: string) => within(server, async (tx) => {
    await moveReviews(tx, { ...platformCall(server), tools }, lines.map(({ id }) => ({ reviewId: id, secondaryUnitId, deskId: secondaryUnitId })), { changeId: newId() })
    return true
  })
  await moves(other.id)
  expect(heard).toEqual([writer.personId])
  expect(await standsAt(draft)).toBe(department.id)
})

describe('S2-86 what a leader writes follows him to his department', () => {
  test('S2-86 E31 at once: the new department reads it, the old one no longer; what is under way stays', async () => {
    const leader = await leaderOf()
    const draft = await begun(leader, stage.call.id)
    await writes(leader, draft, { title: '迁移中的草稿' })
    const { id: waiting } = await submitted(server, leader, stage.call.id)
    const { id: returned } = await submitted(server, leader, stage.call.id)
    await decided(server, stage.manager, 'return', returned)
    await belongs(leader, other.id)
    await told(leader)
    for (const id of [draft, returned]) {
      expect((await stage.manager.ask(verbs.open, { id })).status).toBe(404)
      expect((await stage.unit.account.gets(verbs.open, { id })).secondaryUnit).toEqual({ id: other.id, name: other.name })
      await isReplayed(server, id)
    }
    expect((await stage.manager.gets(verbs.open, { id: waiting })).secondaryUnit?.id).toBe(stage.department.id)
    const before = await versionOf(server, draft)
    await told(leader)
    expect(await versionOf(server, draft)).toEqual(before)
  })

  test('S2-86 E31 E32 by a move of the structure, and by the approval of what he submitted himself; not before', async () => {
    const { unit, department } = stage
    const leader = await leaderOf('顾长风')
    const id = await begun(leader, stage.call.id)
    const line = await server.tools.db.selectFrom('profile_review').select('id').where('person_id', '=', leader.personId).executeTakeFirstOrThrow()
    const moves = (secondaryUnitId: string) => within(server, async (tx) => {
      await moveReviews(tx, platformCall(server), [{ reviewId: line.id, secondaryUnitId, deskId: secondaryUnitId }], { changeId: newId() })
      return true
    })
    // The lines of this stage were put there past the counter of their places.
    await sql`update profile_review set place = place + 100000 where unit_id = ${unit.id}`.execute(server.tools.db)
    expect(await readers(id)).toEqual([200, 404])
    await moves(other.id)
    expect(await readers(id)).toEqual([404, 200])
    await moves(department.id)
    expect(await readers(id)).toEqual([200, 404])
    const { revision } = await handedIn(leader, server, unit.id, { reviewed: { secondaryUnitId: other.id } })
    expect(await readers(id)).toEqual([200, 404])
    await other.manager.gets(profilesContract.approve, { id: line.id, revision })
    expect(await readers(id)).toEqual([404, 200])
    await isReplayed(server, id)
  })
})
