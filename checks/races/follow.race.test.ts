import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { followLeaders } from '../../src/modules/applications/follow/jobs.ts'
import { happened } from '../../src/platform/consequences.ts'
import { applicationStage, begun, leaderIn, sound, submits, versionOf, writes, type Stage } from '../applications.ts'
import { platformCall, within } from '../people.ts'
import { secondaryUnit, type Filler } from '../profile-stage.ts'
import { testServer, type TestServer } from '../server.ts'

let server: TestServer
let stage: Stage
let other: string

beforeAll(async () => {
  server = await testServer()
  stage = await applicationStage(server)
  other = await secondaryUnit(server, stage.unit.id, '示例材料学院')
})

const moves = (one: Filler, to: string) => within(server, async (tx) => {
  await sql`update profile_review set secondary_unit_id = ${to}, desk_id = ${to} where person_id = ${one.personId}`.execute(tx)
  return (await happened(tx, platformCall(server), 'profiles.belongs', { subject: one.personId })) ?? true
})
const standsAt = async (id: string) => (await server.tools.db.selectFrom('application').select('secondary_unit_id').where('id', '=', id).executeTakeFirstOrThrow()).secondary_unit_id

/** Does the work while somebody else holds the row. */
async function whileHeld(id: string, strength: 'for key share' | 'for update', work: () => Promise<unknown>): Promise<void> {
  await server.tools.db.connection().execute(async (db) => {
    await sql`begin`.execute(db)
    try {
      await sql`select from application where id = ${id} ${sql.raw(strength)}`.execute(db)
      await work()
    } finally {
      await sql`rollback`.execute(db)
    }
  })
}

/** One event per version without a hole. */
async function isWhole(id: string): Promise<void> {
  const { rows: events } = await sql<{ seq: number }>`select seq from journal where room = 'applications.application' and subject = ${id} order by seq`.execute(server.tools.db)
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
  expect((await versionOf(server, id)).version).toBe(events.length)
}

describe('S2-86 what a leader writes follows him, whoever has it in hand', () => {
  it('who only refers to it keeps nothing from following', async () => {
    const leader = await leaderIn(server, stage.unit.id, { secondaryUnitId: stage.department.id })
    const id = await begun(leader, stage.call.id)
    await whileHeld(id, 'for key share', () => moves(leader, other))
    expect(await standsAt(id)).toBe(other)
  })

  it('nobody waits for who changes it, and it follows afterwards', async () => {
    const leader = await leaderIn(server, stage.unit.id, { secondaryUnitId: stage.department.id })
    const id = await begun(leader, stage.call.id)
    await whileHeld(id, 'for update', async () => {
      await moves(leader, other)
      await followLeaders(server.tools)
    })
    expect(await standsAt(id)).toBe(stage.department.id)
    await followLeaders(server.tools)
    expect(await standsAt(id)).toBe(other)
    await isWhole(id)
  })

  it('he goes and comes back, submits, and the job comes round, all at once: nothing breaks, and in the end it stands where he is', async () => {
    for (let round = 0; round < 8; round++) {
      const leader = await leaderIn(server, stage.unit.id, { secondaryUnitId: stage.department.id })
      const [sent, kept] = [await begun(leader, stage.call.id), await begun(leader, stage.call.id)]
      await writes(leader, sent, sound)
      const to = round % 2 ? other : stage.department.id
      const [answer] = await Promise.all([submits(server, leader, sent), moves(leader, other).then(() => moves(leader, to)), followLeaders(server.tools), followLeaders(server.tools)])
      expect([200, 409]).toContain(answer.status)
      await followLeaders(server.tools)
      expect(await standsAt(kept)).toBe(to)
      for (const id of [sent, kept]) await isWhole(id)
    }
  })
})
