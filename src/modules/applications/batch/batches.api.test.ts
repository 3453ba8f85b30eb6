import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { keptCountsAreExact, listStage, put, type ListStage, type Put } from '../../../../checks/application-rows.ts'
import { movedWindow } from '../../../../checks/applications.ts'
import { form, openCall } from '../../../../checks/draft-stage.ts'
import { secondaryUnit, type Actor } from '../../../../checks/profile-stage.ts'
import { testServer, type TestServer } from '../../../../checks/server.ts'
import type { AskOf } from '../../../kernel/contract.ts'
import { newId } from '../../../kernel/ids.ts'
import { cellsOf, unpacked } from '../../../platform/xlsx/testing/read-back.ts'
import { applicationsContract as verbs } from '../contract.ts'
import { listJobs } from '../list/jobs.ts'

let server: TestServer
let stage: ListStage
let unit: Actor
let software: Actor

beforeAll(async () => {
  server = await testServer({ start: new Date('2026-03-02T02:00:00Z') })
  stage = await listStage(server)
  unit = stage.unit.account
  software = stage.software.manager
})

type Item = { id: string; version: number }
const waiting = (n: number, more: Partial<Put> = {}) => put(server, stage, { state: 'unit', n, ...more })
const frozen = (who: Actor, items: readonly Item[], verb: 'pass' | 'return' = 'pass') => who.gets(verbs.preflightBatch, { verb, of: { items: [...items] } })
const rowsOf = (items: readonly Item[]) => server.tools.db.selectFrom('application').select(['id', 'state', 'version', 'desk_id']).where('id', 'in', items.map(({ id }) => id)).orderBy('id').execute()
const statesOf = async (items: readonly Item[]) => (await rowsOf(items)).map(({ state }) => state)
const outcomes = async (who: Actor, batchId: string) => Object.fromEntries((await who.gets(verbs.batchOutcome, { batchId })).rows.map(({ id, outcome }) => [id, outcome]))
/** The cells of its workbook, line by line. */
const workbook = async (who: Actor, batchId: string) => {
  const cookie = [...who.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const file = await server.app.inject({ method: 'GET', url: `/api/application-batches/by-id/${batchId}/outcome.xlsx`, headers: { host: 'kehui.example.org', cookie } })
  return Object.values(cellsOf(unpacked(file.rawPayload)['xl/worksheets/sheet1.xml'] ?? ''))
}
const runs = (who: Actor, batchId: string, more: Partial<AskOf<typeof verbs.runBatch>> = {}) => who.gets(verbs.runBatch, { batchId, ...more })

describe('批量提交: what would become of a set', () => {
  it('E46 S2-84 ready, warned, and who cannot go with the reasons counted', async () => {
    const [ready, warned, returned, department] = [await waiting(4), await waiting(2, { warnings: 3 }), await put(server, stage, { state: 'returned', n: 2, returnedBy: 'unit' }), await put(server, stage, { state: 'department' })]
    const answer = await frozen(unit, [...ready, ...warned, ...returned, ...department, { id: newId(), version: 1 }])
    expect(answer).toMatchObject({ verb: 'pass', items: 10, ready: 4, warned: 2, acting: 0, quotas: [] })
    expect(answer.skipped.map(({ code, n }) => [code, n])).toEqual([['applications.state.returned', 2], ['applications.at_department', 1], ['not_found', 1]])
    expect(answer.skipped[0]?.examples.map(({ id }) => id).toSorted()).toEqual(returned.map(({ id }) => id).toSorted())
    expect(answer.sample.map(({ id }) => id).toSorted()).toEqual(ready.map(({ id }) => id).toSorted())
    expect(await statesOf(ready)).toEqual(['unit', 'unit', 'unit', 'unit'])
  })

  it('D17 says where they go: each line in the list, and the set in numbers, those that were warned of apart', async () => {
    const authorityId = newId()
    await sql`insert into authority (id, parent_id, kind, name, region) values (${authorityId}, ${stage.bureauId}, 'district', '示例区科技局', '500106')`.execute(server.tools.db)
    const above = [...(await waiting(2, { authorityId })), ...(await waiting(1, { authorityId, warnings: 1 }))]
    const items = [...(await waiting(3)), ...above]
    const { rows } = await unit.gets(verbs.unitProjects, { state: 'unit', size: 100 })
    const nexts = new Map(rows.map(({ id, next }) => [id, next]))
    expect(items.map(({ id }) => nexts.get(id))).toEqual(['bureau', 'bureau', 'bureau', 'authority', 'authority', 'authority'])
    expect((await frozen(unit, items)).next).toEqual([{ level: 'authority', ready: 2, warned: 1 }, { level: 'bureau', ready: 3, warned: 0 }])
    expect((await frozen(unit, above, 'return')).next).toEqual([])
    expect((await frozen(software, await put(server, stage, { state: 'department', school: stage.software }))).next).toEqual([{ level: 'unit', ready: 1, warned: 0 }])
  })

  it('N5 a sample of five at random is to be opened; which were, stands with the batch', async () => {
    const items = await waiting(40)
    const [first, second] = [await frozen(unit, items), await frozen(unit, items)]
    expect([first.sample.length, second.sample.length]).toEqual([5, 5])
    expect(first.sample.map(({ id }) => id)).not.toEqual(second.sample.map(({ id }) => id))
    const one = first.sample[2]?.id ?? ''
    expect(await unit.gets(verbs.openedOfBatch, { batchId: first.batchId, id: one })).toEqual({ opened: 1, of: 5 })
    expect((await unit.gets(verbs.frozenBatch, { batchId: first.batchId })).sample.filter(({ isOpened }) => isOpened).map(({ id }) => id)).toEqual([one])
    const outside = items.find(({ id }) => !first.sample.some((s) => s.id === id))
    expect((await unit.ask(verbs.openedOfBatch, { batchId: first.batchId, id: outside?.id ?? '' })).status).toBe(404)
  })

  it('N5 what was opened of the sample is read in the record afterwards: beside the outcome, in the list of batches, line by line in the workbook', async () => {
    const { batchId, sample } = await frozen(unit, await waiting(7))
    await unit.gets(verbs.openedOfBatch, { batchId, id: sample[0]?.id ?? '' })
    await unit.gets(verbs.openedOfBatch, { batchId, id: sample[3]?.id ?? '' })
    expect((await runs(unit, batchId)).sample).toEqual({ opened: 2, of: 5 })
    expect((await unit.gets(verbs.batchOutcome, { batchId })).sample).toEqual({ opened: 2, of: 5 })
    expect((await unit.gets(verbs.batches, {})).batches.find((one) => one.batchId === batchId)?.sample).toEqual({ opened: 2, of: 5 })
    const cells = await workbook(unit, batchId)
    expect(['随机抽查', '已查看', '未查看'].map((word) => cells.filter((cell) => cell === word).length)).toEqual([1, 2, 3])
    // A return offers none.
    const returned = await frozen(unit, await waiting(2), 'return')
    expect((await runs(unit, returned.batchId, { comment: '请修改题目' })).sample).toBe(null)
    expect(await workbook(unit, returned.batchId)).not.toContain('随机抽查')
  })

  it('E53 a return says of how many the leader could not submit again: his time is over, and no correction runs', async () => {
    const callId = await openCall(server, { form })
    const [early, warned, corrected] = [await waiting(3, { callId }), await waiting(1, { callId, warnings: 1 }), await waiting(1, { callId })]
    const items = [...early, ...warned, ...corrected, ...(await waiting(2))]
    const [now, later] = [server.clock.now(), (days: number) => new Date(server.clock.now().getTime() + days * 86_400_000)]
    expect((await frozen(unit, items, 'return')).leaderLate).toBe(0)
    await movedWindow(server, callId, 'leader', 2, { opensAt: later(-2), closesAt: later(-1) })
    await sql`update application set correct_until = ${later(2)} where id = ${corrected[0]?.id}`.execute(server.tools.db)
    const { batchId, leaderLate } = await frozen(unit, items, 'return')
    expect([leaderLate, (await unit.gets(verbs.frozenBatch, { batchId })).leaderLate, (await frozen(unit, items)).leaderLate]).toEqual([4, 4, 0])
    // Those that were begun before the bureau's fault keep a time of their own.
    await sql`insert into call_window (call_id, level, nth, opens_at, closes_at, begun_before, reason, moved_by, moved_at)
      values (${callId}, 'leader', 3, ${later(-2)}, ${later(1)}, ${later(1)}, '系统故障', (select made_by from call where id = ${callId}), ${now})`.execute(server.tools.db)
    expect((await frozen(unit, items, 'return')).leaderLate).toBe(0)
  })

  it('E48 everything in a filter, frozen at the confirm: what comes afterwards is not in it', async () => {
    const before = await waiting(3, { title: '洪水预报' })
    const answer = await unit.gets(verbs.preflightBatch, { verb: 'pass', of: { filter: { title: '洪水', state: 'unit' } } })
    expect([answer.items, answer.ready]).toEqual([3, 3])
    const after = await waiting(2, { title: '洪水预报' })
    expect((await runs(unit, answer.batchId)).done).toBe(3)
    expect([await statesOf(before), await statesOf(after)]).toEqual([['bureau', 'bureau', 'bureau'], ['unit', 'unit']])
  })

  it('E48 more than 5,000 are refused, nothing within reach too; another desk has no such batch', async () => {
    expect((await unit.ask(verbs.preflightBatch, { verb: 'pass', of: { items: Array.from({ length: 5001 }, () => ({ id: newId(), version: 1 })) } })).status).toBe(422)
    expect((await unit.ask(verbs.preflightBatch, { verb: 'pass', of: { items: [{ id: newId(), version: 1 }] } })).problem.code).toBe('applications.batch.empty')
    const { batchId } = await frozen(unit, await waiting(1))
    expect([(await software.ask(verbs.frozenBatch, { batchId })).status, (await software.ask(verbs.runBatch, { batchId })).status, (await stage.bureau.ask(verbs.batchOutcome, { batchId })).status]).toEqual([404, 404, 404])
  })

  it('a frozen set expires after two hours, and its rows go', async () => {
    const { batchId } = await frozen(unit, await waiting(1))
    server.clock.advance({ hours: 2, seconds: 1 })
    expect((await unit.ask(verbs.runBatch, { batchId })).problem.code).toBe('applications.batch.gone')
    await listJobs.find(({ name }) => name === 'applications.drop_batches')?.run(server.tools)
    expect((await unit.ask(verbs.frozenBatch, { batchId })).status).toBe(404)
  })
})

describe('批量提交: what becomes of it', () => {
  it('S2-84 batch test one: exactly the ticked rows, nothing else of the unit', async () => {
    const [ticked, beside] = [await waiting(6), await waiting(6)]
    const everything = async () => server.tools.db.selectFrom('application').select(['id', 'state', 'version', 'place']).where('id', 'not in', ticked.map(({ id }) => id)).orderBy('id').execute()
    const before = await everything()
    const { batchId } = await frozen(unit, ticked)
    expect(await runs(unit, batchId)).toMatchObject({ items: 6, done: 6, undone: 0, skipped: [], undoUntil: expect.any(String) })
    expect(await rowsOf(ticked)).toEqual(ticked.map(({ id, version }) => ({ id, state: 'bureau', version: version + 1, desk_id: stage.bureauId })).toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    expect(await everything()).toEqual(before)
    expect(await statesOf(beside)).toEqual(Array.from({ length: 6 }, () => 'unit'))
    const decisions = await server.tools.db.selectFrom('application_decision').select(['application_id', 'outcome', 'level']).where('batch_id', '=', batchId).execute()
    expect(decisions.map((row) => row.application_id).toSorted()).toEqual(ticked.map(({ id }) => id).toSorted())
    expect(await keptCountsAreExact(server)).toEqual([])
  })

  it('S2-90 a school passes its own to the unit', async () => {
    const items = await put(server, stage, { state: 'department', n: 3 })
    const { batchId } = await frozen(software, items)
    expect(await runs(software, batchId)).toMatchObject({ done: 3 })
    expect((await rowsOf(items)).map(({ state, desk_id: desk }) => [state, desk])).toEqual(items.map(() => ['unit', stage.unit.id]))
  })

  it('E47 E49 what changed after the tick is skipped and told, the rest succeeds', async () => {
    const [a, b, c] = await waiting(3)
    if (!a || !b || !c) throw new Error('nothing waits')
    const { batchId } = await frozen(unit, [a, b, c])
    await sql`update application set version = version + 1 where id = ${b.id}`.execute(server.tools.db)
    await sql`update application set state = 'withdrawn', desk_id = null, version = version + 1 where id = ${c.id}`.execute(server.tools.db)
    expect((await runs(unit, batchId)).done).toBe(1)
    expect(await outcomes(unit, batchId)).toEqual({ [a.id]: 'done', [b.id]: 'applications.stale', [c.id]: 'applications.state.withdrawn' })
    // And one that was ticked with a version that is not there any more.
    const later = await frozen(unit, [{ id: b.id, version: b.version }])
    expect([later.ready, later.skipped.map(({ code }) => code)]).toEqual([0, ['applications.stale']])
  })

  it('N5 what the check warned of goes along only where that was chosen', async () => {
    const items = [...(await waiting(1)), ...(await waiting(1, { warnings: 1 }))]
    const one = await frozen(unit, items)
    expect((await runs(unit, one.batchId)).skipped.map(({ code, n }) => [code, n])).toEqual([['applications.batch.warned', 1]])
    const rest = await frozen(unit, items.slice(1))
    expect((await runs(unit, rest.batchId, { warnedToo: true })).done).toBe(1)
  })

  it('E50 a return needs its reason, shared by all, with a text of one alone beside it', async () => {
    const items = await waiting(3)
    const { batchId } = await frozen(unit, items, 'return')
    expect((await unit.ask(verbs.runBatch, { batchId })).problem.fields).toMatchObject({ comment: { code: 'applications.batch.reason' } })
    const [first] = items
    await runs(unit, batchId, {
      comment: '请补充预算说明', codes: ['budget'], marks: [{ field: 'funds', codes: ['budget'], note: '' }],
      own: [{ id: first?.id ?? '', comment: '并核对金额', marks: [{ field: 'title', codes: ['unclear'], note: '题目过长' }] }],
    })
    expect(await statesOf(items)).toEqual(['returned', 'returned', 'returned'])
    const drafts = await server.tools.db.selectFrom('draft').select(['id', 'lock', 'marks']).where('id', 'in', items.map(({ id }) => id)).execute()
    expect(drafts.find(({ id }) => id === first?.id)).toMatchObject({ lock: 'marked', marks: ['title'] })
    expect(drafts.filter(({ id }) => id !== first?.id).map(({ marks }) => marks)).toEqual([['funds'], ['funds']])
    const said = (await server.sent('inbox')).filter((message) => message.template.startsWith('applications.notice.returned'))
    expect(said.filter((message) => JSON.stringify(message).includes('请补充预算说明'))).toHaveLength(3)
    expect(said.filter((message) => JSON.stringify(message).includes('并核对金额'))).toHaveLength(1)
  })

  it('I9 E47 repeated with the same key it answers the same and has no second effect; another key finds it run', async () => {
    const items = await waiting(3)
    const { batchId } = await frozen(unit, items)
    const key = newId()
    const first = await unit.ask(verbs.runBatch, { batchId }, { key })
    const [rows, told] = [await rowsOf(items), (await server.sent()).length]
    const second = await unit.ask(verbs.runBatch, { batchId }, { key })
    expect([second.status, second.body]).toEqual([200, first.body])
    expect([await rowsOf(items), (await server.sent()).length]).toEqual([rows, told])
    expect((await unit.ask(verbs.runBatch, { batchId })).problem.code).toBe('applications.batch.run_already')
  })

  it('S2-84 a set of many takes as many statements as one of a few: eight, with places and reasons', async () => {
    const { run, undo } = await import('./batch.ts')
    const { transact } = await import('../../../platform/db/transaction.ts')
    const { platformCall } = await import('../../../../checks/people.ts')
    const callId = await openCall(server, { quotaPerUnit: 1000, form })
    let asked = 0
    const counting = server.tools.db.withPlugin({ transformQuery: ({ node }) => (asked++, node), transformResult: async ({ result }) => result })
    const call = {
      ...platformCall(server),
      actor: { accountId: unit.who.accountId, userName: '', displayName: '周衡', sessionId: '', mandate: { post: 'unit_account' as const, scopeId: stage.unit.id, unitId: stage.unit.id, scopeName: stage.unit.name } },
    }
    const counted = async (work: (tx: Parameters<typeof run>[0]) => ReturnType<typeof run>) => {
      asked = 0
      await transact(counting, server.tools.constraintWords, work)
      return asked
    }
    const count = async (n: number, verb: 'pass' | 'return', comment: string) => {
      const items = await waiting(n, { callId })
      const { batchId } = await frozen(unit, items, verb)
      const ran = await counted((tx) => run(tx, call, { batchId, warnedToo: false, codes: [], comment, marks: [], own: [], actForReason: undefined }))
      expect(new Set(await statesOf(items))).toEqual(new Set([verb === 'pass' ? 'bureau' : 'returned']))
      return [ran, await counted((tx) => undo(tx, call, batchId))]
    }
    // One that is taken back looks up how it stood before: for a return that is one more.
    const kinds = [['pass', '', [8, 8]], ['pass', '同意推荐', [8, 8]], ['return', '请修改', [8, 9]]] as const
    for (const [verb, comment, most] of kinds) {
      expect([verb, await count(3, verb, comment)]).toEqual([verb, most])
      expect([verb, await count(300, verb, comment)]).toEqual([verb, most])
    }
  })

  it('nothing personal stays with the key', async () => {
    const { batchId } = await frozen(unit, await waiting(2, { title: '保密的题目' }))
    await runs(unit, batchId)
    const kept = await server.tools.db.selectFrom('idempotency').select('answer').where('verb', 'in', ['applications.preflightBatch', 'applications.runBatch']).execute()
    expect(JSON.stringify(kept)).not.toContain('题目')
  })

  it('E47 the outcome as a workbook, in sentences', async () => {
    const [a, b] = [await waiting(1, { title: '=危险的题目' }), await waiting(1)]
    const { batchId } = await frozen(unit, [...a, ...b])
    await sql`update application set version = version + 1 where id = ${b[0]?.id}`.execute(server.tools.db)
    await runs(unit, batchId)
    const text = (await workbook(unit, batchId)).join(' ')
    expect(text).toContain('已办理')
    expect(text).toContain('内容在打开后有变动')
    expect(text).toContain('林知远')
  })
})

describe('E57 places of a unit in a call', () => {
  it('E57 who came first has the place; what is beyond 5/5 is skipped and said, before and after', async () => {
    const callId = await openCall(server, { quotaPerUnit: 5, form })
    const late = await waiting(3, { callId })
    const early = await waiting(4, { callId })
    await sql`update application set queued_at = queued_at - interval '1 day' where id = any(${early.map(({ id }) => id)}::uuid[])`.execute(server.tools.db)
    const answer = await frozen(unit, [...late, ...early])
    expect(answer.quotas).toMatchObject([{ callId, most: 5, taken: 0, wanted: 7 }])
    expect([answer.ready, answer.skipped.map(({ code, n, params }) => [code, n, params.most])]).toEqual([5, [['applications.quota', 2, 5]]])
    const done = await runs(unit, answer.batchId)
    expect([done.done, done.skipped.map(({ code, n }) => [code, n])]).toEqual([5, [['applications.quota', 2]]])
    expect(await statesOf(early)).toEqual(['bureau', 'bureau', 'bureau', 'bureau'])
    expect((await frozen(unit, late.slice(1))).skipped.map(({ code, n }) => [code, n])).toEqual([['applications.quota', 2]])
    // Those that the check warned of take what the others leave.
    const mixed = await openCall(server, { quotaPerUnit: 2, form })
    const [warned, sound] = [await waiting(2, { callId: mixed, warnings: 1 }), await waiting(1, { callId: mixed })]
    expect(await frozen(unit, [...warned, ...sound])).toMatchObject({ ready: 1, warned: 1, skipped: [{ code: 'applications.quota', n: 1 }] })
    // A place that is given back can be taken.
    await unit.gets(verbs.undoBatch, { batchId: answer.batchId })
    expect((await frozen(unit, await rowsOf(late))).ready).toBe(3)
  })
})

describe('E51 a wrong batch', () => {
  it('E51 is taken back within ten minutes, of each that the next desk has not touched', async () => {
    const items = await waiting(4)
    const { batchId } = await frozen(unit, items)
    await runs(unit, batchId)
    const [touched] = items
    const row = await stage.bureau.gets(verbs.open, { id: touched?.id ?? '' })
    await stage.bureau.gets(verbs.accept, { id: row.id, version: row.version, revision: row.revision })
    server.clock.advance({ minutes: 9 })
    expect(await unit.gets(verbs.undoBatch, { batchId })).toMatchObject({ done: 1, undone: 3 })
    expect((await statesOf(items)).toSorted()).toEqual(['accepted', 'unit', 'unit', 'unit'])
    expect((await outcomes(unit, batchId))[touched?.id ?? '']).toBe('kept')
    const again = await frozen(unit, (await rowsOf(items)).filter(({ state }) => state === 'unit').map(({ id, version }) => ({ id, version })))
    expect(again.ready).toBe(3)
    expect(await keptCountsAreExact(server)).toEqual([])
  })

  it('E51 not after ten minutes, and not before it was run', async () => {
    const { batchId } = await frozen(unit, await waiting(1))
    expect((await unit.ask(verbs.undoBatch, { batchId })).problem.code).toBe('applications.batch.not_run')
    await runs(unit, batchId)
    server.clock.advance({ minutes: 10 })
    expect((await unit.ask(verbs.undoBatch, { batchId })).problem.code).toBe('applications.undo.late')
    const { batches } = await unit.gets(verbs.batches, {})
    expect(batches.find((one) => one.batchId === batchId)).toMatchObject({ done: 1, undone: 0, undoUntil: null, by: '周衡' })
  })
})

describe('D11 for a department', () => {
  it('D11 the unit acts for a vacant one with a reason, and without it for none', async () => {
    const vacant = { id: await secondaryUnit(server, stage.unit.id, '艺术学院'), name: '艺术学院' }
    const items = await put(server, stage, { state: 'department', school: vacant, n: 2 })
    const first = await frozen(unit, items)
    expect([first.ready, first.acting]).toEqual([2, 2])
    expect((await runs(unit, first.batchId)).skipped.map(({ code, n }) => [code, n])).toEqual([['applications.act_for.reason', 2]])
    const second = await frozen(unit, items)
    expect((await runs(unit, second.batchId, { actForReason: '艺术学院暂无管理人员' })).done).toBe(2)
    expect(await statesOf(items)).toEqual(['unit', 'unit'])
  })
})
