import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { applicationsContract as verbs } from '../../src/modules/applications/contract.ts'
import { draftsContract } from '../../src/modules/drafts/contract.ts'
import { applicationStage, begun, decided, decides, leaderIn, publishedSmallCall, sound, submits, submitted, versionOf, writes, type Stage } from '../applications.ts'
import type { Filler } from '../profile-stage.ts'
import { testServer, type TestServer } from '../server.ts'
import { said } from './eight.ts'

let server: TestServer
let stage: Stage

beforeAll(async () => {
  server = await testServer()
  stage = await applicationStage(server)
})

const db = () => server.tools.db
const disabled = (one: Filler) => sql`update person set state = 'disabled' where id = ${one.personId}`.execute(db())
const gives = async (id: string, version: number, to: Filler) => stage.unit.account.ask(verbs.reassign, { id, version, personId: to.personId, reason: '原负责人已调离' })
const leaders = async (id: string) => {
  const { rows: [row] } = await sql<{ application: string; draft: string }>`select a.account_id as application, d.account_id as draft from application a join draft d using (id) where a.id = ${id}`.execute(db())
  return row
}

describe('E19 a half-written return and the decision at once', () => {
  it('nothing is left of it once it is decided, whichever came first', async () => {
    const { leader, manager, call } = stage
    for (let round = 0; round < 10; round++) {
      const { id } = await submitted(server, leader, call.id)
      const saves = Array.from({ length: 4 }, (_, n) => manager.ask(verbs.saveNote, { id, revision: 1, codes: [], comment: `第${n}句` }))
      const [, ...kept] = await Promise.all([decided(server, manager, round % 2 ? 'pass' : 'return', id), ...saves])
      for (const one of kept) expect(said(one)).toMatch(/^(done|409 applications\.(state\.returned|at_level|stale))$/)
      expect(await db().selectFrom('application_note').select('account_id').where('application_id', '=', id).execute()).toEqual([])
    }
  })

  it('E20 eight windows of one session are one sign', async () => {
    const { id } = await submitted(server, stage.leader, stage.call.id)
    const signs = await Promise.all(Array.from({ length: 8 }, () => stage.manager.ask(verbs.here, { id })))
    expect(signs.map(said)).toEqual(Array.from({ length: 8 }, () => 'done'))
    expect(await db().selectFrom('application_presence').select('account_id').where('application_id', '=', id).execute()).toHaveLength(1)
  })
})

describe('E10 another leader', () => {
  it('two are named at once: one leads it, application and draft say the same', async () => {
    for (let round = 0; round < 6; round++) {
      const [leader, a, b] = [await leaderIn(server, stage.unit.id), await leaderIn(server, stage.unit.id), await leaderIn(server, stage.unit.id)]
      const id = await begun(leader, stage.call.id)
      await disabled(leader)
      const { version } = await versionOf(server, id)
      const answers = await Promise.all([gives(id, version, a), gives(id, version, b)])
      expect(answers.map(said).sort()).toEqual(['409 applications.reassign.leader_here', 'done'])
      const now = (answers[0]?.status === 200 ? a : b).who.accountId
      expect(await leaders(id)).toEqual({ application: now, draft: now })
    }
  })

  it('whoever is named is disabled in that moment: it is his before, or it stays where it was', async () => {
    for (let round = 0; round < 6; round++) {
      const [leader, next] = [await leaderIn(server, stage.unit.id), await leaderIn(server, stage.unit.id)]
      const id = await begun(leader, stage.call.id)
      await disabled(leader)
      const [given] = await Promise.all([gives(id, (await versionOf(server, id)).version, next), disabled(next)])
      expect(said(given)).toMatch(/^(done|409 applications\.successor\.(unknown|closed))$/)
      const now = (given.status === 200 ? next : leader).who.accountId
      expect(await leaders(id)).toEqual({ application: now, draft: now })
    }
  })

  it('I6 one place, and two are given to the same person at once: one is', async () => {
    const limits = [{ family: 'given', role: 'leader' as const, most: 1, sentence: { zh: '不超过1项。', en: 'One.' } }]
    const call = await publishedSmallCall(server, { limits })
    for (let round = 0; round < 5; round++) {
      const next = await leaderIn(server, stage.unit.id)
      const ids: string[] = []
      for (let n = 0; n < 2; n++) {
        const leader = await leaderIn(server, stage.unit.id, { secondaryUnitId: stage.department.id })
        const { id } = await submitted(server, leader, call.id)
        await decided(server, stage.manager, 'return', id)
        await disabled(leader)
        ids.push(id)
      }
      const answers = await Promise.all(ids.map(async (id) => gives(id, (await versionOf(server, id)).version, next)))
      expect(answers.map(said).sort()).toEqual(['409 applications.successor.full', 'done'])
      expect(await db().selectFrom('limit_slot').select('slot').where('person_id', '=', next.personId).execute()).toHaveLength(1)
    }
  })

  it('the unit sends back and names another while the former leader, enabled again, writes: nothing of his comes after', async () => {
    const { call, unit } = stage
    const [leader, next] = [await leaderIn(server, unit.id), await leaderIn(server, unit.id)]
    const id = await begun(leader, call.id)
    await writes(leader, id, sound)
    const { values } = await leader.gets(draftsContract.open, { id })
    await disabled(leader)
    const { version } = await versionOf(server, id)
    const base = values.title?.version ?? 0
    const [given] = await Promise.all([gives(id, version, next), ...Array.from({ length: 4 }, () => leader.ask(draftsContract.save, { id, fields: [{ field: 'title', base, value: '前任写的' }] }))])
    expect(said(given)).toBe('done')
    expect((await leader.ask(draftsContract.save, { id, fields: [{ field: 'title', base: base + 1, value: '之后写的' }] })).status).toBe(404)
    expect((await submits(server, next, id)).status).toBe(200)
    expect((await decides(server, unit.account, 'return', id)).status).toBe(200)
  })
})
