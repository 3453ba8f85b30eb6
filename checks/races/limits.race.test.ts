import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../src/kernel/clock.ts'
import { applicationsContract as verbs } from '../../src/modules/applications/contract.ts'
import { releaseLate } from '../../src/modules/applications/mine/limit-jobs.ts'
import type { Limit } from '../../src/modules/calls/document.ts'
import { applicationStage, begun, decided, decides, isReplayed, leaderIn, movedWindow, publishedSmallCall, sound, submits, submitted, versionOf, writes, type Stage } from '../applications.ts'
import { testServer, type TestServer } from '../server.ts'
import { said } from './eight.ts'

let server: TestServer
let stage: Stage

beforeAll(async () => {
  server = await testServer()
  stage = await applicationStage(server)
})

const atMost = (most: number): Limit[] => [{ family: 'race', role: 'leader', most, sentence: { zh: `在研项目不超过${most}项。`, en: '' } }]
/** In a department, so that its manager decides first. */
const leaderOf = () => leaderIn(server, stage.unit.id, { secondaryUnitId: stage.department.id })
const written = async (leader: Stage['leader'], callId: string) => {
  const id = await begun(leader, callId)
  await writes(leader, id, sound)
  return id
}
const holders = async (leader: Stage['leader']) => {
  const { rows } = await sql<{ slot: number; id: string }>`select slot, application_id as id from limit_slot where person_id = ${leader.personId} order by slot`.execute(server.tools.db)
  return rows
}

describe('I6 E58 限项', () => {
  it('six submissions of one leader at once, two places: two are taken', async () => {
    const calls = await Promise.all(Array.from({ length: 6 }, () => publishedSmallCall(server, { limits: atMost(2) })))
    const leader = await leaderOf()
    const ids: string[] = []
    for (const call of calls) ids.push(await written(leader, call.id))
    const answers = await Promise.all(ids.map((id) => submits(server, leader, id)))
    expect(answers.map(said).sort()).toEqual([...Array<string>(4).fill('409 applications.limit.leader'), 'done', 'done'])
    expect((await holders(leader)).map(({ slot }) => slot)).toEqual([1, 2])
  })

  it('what had given its place back is passed while another is submitted: one of them has the place, the other hears it', async () => {
    for (let round = 0; round < 8; round++) {
      const leader = await leaderOf()
      const call = await publishedSmallCall(server, { limits: atMost(1) })
      const { id } = await submitted(server, leader, call.id)
      server.clock.advance({ days: 31 })
      await releaseLate(server.tools)
      expect(await holders(leader)).toEqual([])
      const window = { opensAt: server.clock.now(), closesAt: addDays(server.clock.now(), 3) }
      for (const level of ['department', 'unit']) await movedWindow(server, call.id, level, 2, window)
      const other = await written(leader, (await publishedSmallCall(server, { limits: atMost(1) })).id)

      const [passed, handedIn] = await Promise.all([decides(server, stage.manager, 'pass', id), submits(server, leader, other)])
      expect([said(passed), said(handedIn)].sort()).toEqual(['409 applications.limit.leader', 'done'])
      expect(await holders(leader)).toEqual([{ slot: 1, id: passed.status === 200 ? id : other }])
      expect((await versionOf(server, id)).state).toBe(passed.status === 200 ? 'unit' : 'department')
      for (const one of [id, other]) await isReplayed(server, one)
    }
  })

  it('handed in again while places of the late are given back: whoever is under way holds his', async () => {
    const leader = await leaderOf()
    for (let round = 0; round < 8; round++) {
      const call = await publishedSmallCall(server, { limits: atMost(1) })
      const { id } = await submitted(server, leader, call.id)
      await decided(server, stage.manager, 'return', id)
      server.clock.advance({ days: 11 })
      // The window is open again for who hands in; the job had read the calls before it was moved.
      const job = releaseLate(server.tools)
      await movedWindow(server, call.id, 'leader', 2, { opensAt: server.clock.now(), closesAt: addDays(server.clock.now(), 3) })
      const [handedIn] = await Promise.all([submits(server, leader, id), job, releaseLate(server.tools)])
      expect(said(handedIn)).toBe('done')
      expect(await holders(leader)).toEqual([{ slot: 1, id }])
      await isReplayed(server, id)
      await leader.gets(verbs.withdraw, { id, version: (await versionOf(server, id)).version })
      expect(await holders(leader)).toEqual([])
    }
  })
})
