import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { applicationsContract as verbs } from '../../src/modules/applications/contract.ts'
import { gatherCounts } from '../../src/modules/applications/list/jobs.ts'
import { keptCountsAreExact, listStage, put, type ListStage } from '../application-rows.ts'
import { begun, leaderIn } from '../applications.ts'
import { openCall } from '../draft-stage.ts'
import { filler, type Actor, type Filler } from '../profile-stage.ts'
import { testServer, type Answered, type TestServer } from '../server.ts'
import { said, somebodyWaits } from './eight.ts'

let server: TestServer
let stage: ListStage
let unit: Actor
let second: Filler

beforeAll(async () => {
  server = await testServer()
  stage = await listStage(server)
  unit = stage.unit.account
  second = await filler(server, stage.unit.id, { name: '陆青禾', post: 'authorised_person' })
})

type Item = { id: string; version: number }
const frozen = async (who: Actor, items: readonly Item[], verb: 'pass' | 'return' = 'pass') => (await who.gets(verbs.preflightBatch, { verb, of: { items: [...items] } })).batchId
const outcomesOf = async (batchIds: readonly string[]) =>
  (await server.tools.db.selectFrom('application_batch_item').select(['application_id as id', 'outcome']).where('batch_id', 'in', [...batchIds]).execute())
const decisionsOf = (items: readonly Item[]) => server.tools.db.selectFrom('application_decision').select(['application_id', 'outcome', 'undone_at']).where('application_id', 'in', items.map(({ id }) => id)).execute()
const rowsOf = (items: readonly Item[]) => server.tools.db.selectFrom('application').select(['id', 'state', 'version', 'place']).where('id', 'in', items.map(({ id }) => id)).execute()

describe('I10 overlapping batches', () => {
  it('I10 of 40 applications in opposite order never wait crosswise: each is decided once, and both say so', async () => {
    for (let round = 0; round < 4; round++) {
      const items = await put(server, stage, { state: 'unit', n: 40 })
      // What is in the queue last is first in the other batch: the order of its set is turned round by hand.
      const [one, two] = [await frozen(unit, items.slice(0, 30)), await frozen(second, items.slice(10).toReversed(), 'return')]
      await sql`update application_batch_item set nth = 1000 - nth where batch_id = ${two}`.execute(server.tools.db)
      const answers = await Promise.all([unit.ask(verbs.runBatch, { batchId: one }), second.ask(verbs.runBatch, { batchId: two, comment: '请补全信息' })])
      expect(answers.map(said)).toEqual(['done', 'done'])
      expect((answers[0]?.body.done ?? 0) + (answers[1]?.body.done ?? 0)).toBe(40)
      expect(await decisionsOf(items)).toHaveLength(40)
      expect(new Set((await rowsOf(items)).map(({ place }) => place)).size).toBe(40)
      expect((await outcomesOf([one, two])).filter(({ outcome }) => outcome !== 'done')).toHaveLength(20)
    }
    expect(await keptCountsAreExact(server)).toEqual([])
  })

  it('I10 a batch, single deeds on its items, and an undo of the batch before: nothing is lost, nothing decided twice', async () => {
    const items = await put(server, stage, { state: 'unit', n: 12 })
    const first = await frozen(unit, items)
    await unit.gets(verbs.runBatch, { batchId: first })
    const singles = (await rowsOf(items)).slice(0, 6)
    const answers = await Promise.all([
      unit.ask(verbs.undoBatch, { batchId: first }), second.ask(verbs.undoBatch, { batchId: first }),
      ...singles.map(({ id, version }) => stage.bureau.ask(verbs.accept, { id, version, revision: 1 })),
    ])
    expect(answers.map(({ status }) => status).filter((status) => ![200, 409, 404].includes(status))).toEqual([])
    const rows = await rowsOf(items)
    const accepted = answers.slice(2).filter((answer) => said(answer) === 'done').length
    expect([rows.filter(({ state }) => state === 'accepted').length, rows.filter(({ state }) => state === 'unit').length]).toEqual([accepted, 12 - accepted])
    const outcomes = await outcomesOf([first])
    expect(outcomes.filter(({ outcome }) => outcome === 'undone')).toHaveLength(12 - accepted)
    expect(await keptCountsAreExact(server)).toEqual([])
  })
})

describe('I9 one effect per key', () => {
  it('I9 the same batch six times at once with one key, and six times with six keys: it is run once', async () => {
    const [a, b] = [await put(server, stage, { state: 'unit', n: 6 }), await put(server, stage, { state: 'unit', n: 6 })]
    const [one, two] = [await frozen(unit, a), await frozen(unit, b)]
    const key = newId()
    const same = await Promise.all(Array.from({ length: 6 }, () => unit.ask(verbs.runBatch, { batchId: one }, { key })))
    expect(new Set(same.map(({ text }) => text)).size).toBe(1)
    expect(same[0]?.body.done).toBe(6)
    const others = (await Promise.all(Array.from({ length: 6 }, () => unit.ask(verbs.runBatch, { batchId: two })))).map(said)
    expect([others.filter((s) => s === 'done').length, others.filter((s) => s === '409 applications.batch.run_already').length]).toEqual([1, 5])
    expect([await decisionsOf(a), await decisionsOf(b)].map(({ length }) => length)).toEqual([6, 6])
  })

  it('I9 a preflight repeated at once with one key freezes one set', async () => {
    const items = await put(server, stage, { state: 'unit', n: 3 })
    const key = newId()
    const answers = await Promise.all(Array.from({ length: 4 }, () => unit.ask(verbs.preflightBatch, { verb: 'pass', of: { items } }, { key })))
    expect(new Set(answers.map(({ body }) => body.batchId)).size).toBe(1)
  })
})

describe('E54 the leader withdraws meanwhile', () => {
  it('E54 each is passed or withdrawn, never both; whoever came second is told', async () => {
    for (let round = 0; round < 4; round++) {
      const items = await put(server, stage, { state: 'unit', n: 8, school: null })
      const batchId = await frozen(unit, items)
      const [batch, ...withdrawals] = await Promise.all([
        unit.ask(verbs.runBatch, { batchId }), ...items.slice(0, 4).map(({ id, version }) => stage.leader.ask(verbs.withdraw, { id, version })),
      ])
      const rows = await rowsOf(items)
      const withdrawn = withdrawals.filter((answer) => said(answer as Answered) === 'done').length
      expect(batch.status).toBe(200)
      expect(rows.filter(({ state }) => state === 'withdrawn')).toHaveLength(withdrawn)
      expect(batch.body.done).toBe(8 - withdrawn)
      expect(batch.body.skipped.every(({ code }) => ['applications.state.withdrawn', 'applications.stale'].includes(code))).toBe(true)
    }
    expect(await keptCountsAreExact(server)).toEqual([])
  })
})

describe('E57 the last places of a unit', () => {
  it('E57 two batches of one unit at once take five of five, never six', async () => {
    for (let round = 0; round < 4; round++) {
      const callId = await openCall(server, { quotaPerUnit: 5 })
      const [a, b] = [await put(server, stage, { state: 'unit', n: 4, callId }), await put(server, stage, { state: 'unit', n: 4, callId })]
      const [one, two] = [await frozen(unit, a), await frozen(second, b)]
      const answers = await Promise.all([unit.ask(verbs.runBatch, { batchId: one }), second.ask(verbs.runBatch, { batchId: two })])
      expect(answers.map(said)).toEqual(['done', 'done'])
      expect((answers[0]?.body.done ?? 0) + (answers[1]?.body.done ?? 0)).toBe(5)
      const slots = await server.tools.db.selectFrom('unit_quota_slot').select('application_id').where('call_id', '=', callId).execute()
      const passed = (await rowsOf([...a, ...b])).filter(({ state }) => state === 'bureau').map(({ id }) => id)
      expect(slots.map((slot) => slot.application_id).toSorted()).toEqual(passed.toSorted())
    }
  })
})

describe('E48 a set is frozen while one of it is deleted', () => {
  it('a draft that is gone by then is in no set, and nobody hears of an error', async () => {
    const { db } = server.tools
    const [gone, there] = [await put(server, stage, { state: 'draft' }), await put(server, stage, { state: 'unit' })]
    const id = gone[0]?.id ?? ''
    const { asked } = await db.transaction().execute(async (tx) => {
      await tx.deleteFrom('application').where('id', '=', id).execute()
      const freezing = unit.ask(verbs.preflightBatch, { verb: 'pass', of: { items: [...gone, ...there] } })
      await somebodyWaits(db)
      return { asked: freezing }
    })
    const answer = await asked
    expect(said(answer)).toBe('done')
    expect((await outcomesOf([answer.body.batchId])).map((item) => item.id)).toEqual(there.map((item) => item.id))
  })
})

describe('D22 counts that many keep at once', () => {
  it('D22 batches of two units pass to one bureau while a job gathers what was counted', async () => {
    const other = await listStage(server, '重庆示例研究院')
    const sets = await Promise.all([stage, other, stage, other].map(async (of) => ({ who: of.unit.account, batchId: await frozen(of.unit.account, await put(server, of, { state: 'unit', n: 20 })) })))
    const answers = await Promise.all([
      ...sets.map(({ who, batchId }) => who.ask(verbs.runBatch, { batchId })), gatherCounts(server.tools.db).then(() => null), gatherCounts(server.tools.db).then(() => null),
    ])
    expect(answers.filter((answer) => answer !== null).map((answer) => answer.body.done)).toEqual([20, 20, 20, 20])
    await gatherCounts(server.tools.db)
    expect(await keptCountsAreExact(server)).toEqual([])
  })

  it('D22 drafts are begun and deleted at once: what is kept is what is there', async () => {
    const { callId, software } = stage
    const leader = await leaderIn(server, stage.unit.id, { secondaryUnitId: software.id })
    for (let round = 0; round < 4; round++) {
      const ids = await Promise.all(Array.from({ length: 4 }, () => begun(leader, callId)))
      const dropped = ids.map((id) => leader.ask(verbs.drop, { id, version: 1 }))
      const [next, answers] = await Promise.all([Promise.all(Array.from({ length: 3 }, () => begun(leader, callId))), Promise.all(dropped)])
      expect(answers.map(said)).toEqual(ids.map(() => 'done'))
      expect(await keptCountsAreExact(server)).toEqual([])
      for (const id of next) await leader.gets(verbs.drop, { id, version: 1 })
    }
    expect(await keptCountsAreExact(server)).toEqual([])
  })
})
