import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor as Who } from '../../src/kernel/actor.ts'
import { newId } from '../../src/kernel/ids.ts'
import { applicationsContract as verbs } from '../../src/modules/applications/contract.ts'
import { decideMany } from '../../src/modules/applications/desk/decide.ts'
import { callsContract } from '../../src/modules/calls/contract.ts'
import { applicationStage, begun, decided, decides, sound, submits, submitted, versionOf, writes, type Stage } from '../applications.ts'
import { platformCall, within } from '../people.ts'
import { testServer, type TestServer } from '../server.ts'
import { said, somebodyWaits } from './eight.ts'

let server: TestServer
let stage: Stage

beforeAll(async () => {
  server = await testServer()
  stage = await applicationStage(server)
})

const count = <T>(all: readonly T[], one: T): number => all.filter((each) => each === one).length

/** One event per version without a hole, decisions and state tell the same, and nothing is kept twice. */
async function isWhole(id: string): Promise<void> {
  const { rows: events } = await sql<{ seq: number; event: string }>`select seq, event from journal where room = 'applications.application' and subject = ${id} order by seq`.execute(server.tools.db)
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1))
  const row = await versionOf(server, id)
  expect(row.version).toBe(events.length)
  const { rows: decisions } = await sql<{ seq: number; outcome: string }>`select seq, outcome from application_decision where application_id = ${id} order by seq`.execute(server.tools.db)
  expect(decisions).toEqual(events.filter(({ event }) => ['passed', 'returned', 'accepted', 'not_accepted'].includes(event)).map(({ seq, event }) => ({ seq, outcome: event })))
  // I18: no effect without its notice, none twice.
  const { rows: notices } = await sql<{ n: number }>`select count(*)::int as n from outbox where journal_subject = ${id} group by journal_seq, template, channel, recipient having count(*) > 1`.execute(server.tools.db)
  expect(notices).toEqual([])
}

describe('I5 one decision per step', () => {
  it('pass twice and return twice at once: one stands', async () => {
    const { leader, manager, call } = stage
    for (let round = 0; round < 8; round++) {
      const { id } = await submitted(server, leader, call.id)
      const answers = await Promise.all((['pass', 'return', 'pass', 'return'] as const).map((deed) => decides(server, manager, deed, id)))
      expect(count(answers.map(said), 'done')).toBe(1)
      for (const answer of answers) if (answer.status !== 200) expect(answer.status).toBe(409)
      await isWhole(id)
    }
  })

  it('passed and taken back while the next desk passes: either it is back, or it went on', async () => {
    const { leader, manager, unit, call } = stage
    for (let round = 0; round < 8; round++) {
      const { id } = await submitted(server, leader, call.id)
      const { version } = await decided(server, manager, 'pass', id)
      const [undone, passed] = await Promise.all([manager.ask(verbs.undo, { id, version }), decides(server, unit.account, 'pass', id)])
      expect([undone, passed].map(said).filter((one) => one === 'done')).toHaveLength(1)
      expect((await versionOf(server, id)).state).toBe(undone.status === 200 ? 'department' : 'bureau')
      await isWhole(id)
    }
  })
})

describe('E55 windows count from the arrival', () => {
  it('a pass that came in the last second is taken, though it waited beyond the closing; the way back is closed then', async () => {
    const { leader, manager, call } = await applicationStage(server)
    const { db } = server.tools
    const { id } = await submitted(server, leader, call.id)
    const { rows: [window] } = await sql<{ closes_at: Date }>`select closes_at from call_window where call_id = ${call.id} and level = 'department'`.execute(db)
    const [closes, before] = [window?.closes_at.getTime() ?? 0, server.clock.now()]
    server.clock.set(new Date(closes + 999))
    await manager.gets(verbs.open, { id })
    const passed = await db.transaction().execute(async (tx) => {
      await sql`select from application where id = ${id} for update`.execute(tx)
      const asked = decides(server, manager, 'pass', id)
      await somebodyWaits(db)
      server.clock.set(new Date(closes + 60_000))
      return { asked }
    })
    expect(await passed.asked).toMatchObject({ status: 200, body: { state: 'unit' } })
    const { version } = await versionOf(server, id)
    expect(await manager.ask(verbs.undo, { id, version })).toMatchObject({ status: 409, body: { code: 'applications.window.late' } })
    server.clock.set(before)
    await isWhole(id)
  })
})

describe('E04 a unit that ends while its leader submits', () => {
  it('the submission waits for it, and is refused: nothing comes to the desk of a unit that is no more', async () => {
    const { leader, unit, call } = await applicationStage(server)
    const { db } = server.tools
    const id = await begun(leader, call.id)
    await writes(leader, id, sound)
    const { asked } = await db.transaction().execute(async (tx) => {
      await sql`update unit set status = 'suspended' where id = ${unit.id}`.execute(tx)
      const submission = submits(server, leader, id)
      await somebodyWaits(db)
      return { asked: submission }
    })
    expect(await asked).toMatchObject({ status: 409, body: { code: 'applications.unit_suspended' } })
    expect(await versionOf(server, id)).toMatchObject({ state: 'draft', deskId: null })
  })
})

describe('E54 withdraw and pass at once', () => {
  it('the first counts, the other hears it', async () => {
    const { leader, manager, call } = stage
    for (let round = 0; round < 10; round++) {
      const { id, version } = await submitted(server, leader, call.id)
      const [withdrawn, passed] = await Promise.all([leader.ask(verbs.withdraw, { id, version }), decides(server, manager, 'pass', id)])
      if (withdrawn.status === 200) expect(said(passed)).toMatch(/409 (applications\.state\.withdrawn|applications\.stale|overtaken)/)
      else expect([said(passed), said(withdrawn)]).toEqual(['done', expect.stringMatching(/409 (applications\.acted_already|applications\.stale|overtaken)/)])
      expect((await versionOf(server, id)).state).toBe(withdrawn.status === 200 ? 'withdrawn' : 'unit')
      await isWhole(id)
    }
  })

  it('withdraw and return at once never lock each other for good', async () => {
    const { leader, manager, call } = stage
    for (let round = 0; round < 6; round++) {
      const { id, version } = await submitted(server, leader, call.id)
      const answers = await Promise.all([leader.ask(verbs.withdraw, { id, version }), decides(server, manager, 'return', id)])
      expect(count(answers.map(said), 'done')).toBe(1)
      await isWhole(id)
    }
  })
})

describe('E57 quota of the unit', () => {
  it('eight passed at once by two, three places: three go on, and a place given back is taken again', async () => {
    const { leader, manager, unit, bureau, call } = await applicationStage(server, { quotaPerUnit: 3 })
    const ids: string[] = []
    for (let i = 0; i < 8; i++) {
      const { id } = await submitted(server, leader, call.id)
      await decided(server, manager, 'pass', id)
      ids.push(id)
    }
    const answers = await Promise.all(ids.map((id) => decides(server, unit.account, 'pass', id)))
    expect(answers.map(said).sort()).toEqual([...Array<string>(5).fill('409 applications.quota'), ...Array<string>(3).fill('done')])
    const through = ids.filter((_, i) => answers[i]?.status === 200)
    const rest = ids.filter((_, i) => answers[i]?.status !== 200)
    await decided(server, bureau, 'refuse', through[0] ?? '')
    expect(count((await Promise.all(rest.map((id) => decides(server, unit.account, 'pass', id)))).map(said), 'done')).toBe(1)
  })
})

describe('I9 the same key six times', () => {
  it('one submission and one receipt; one decision', async () => {
    const { leader, manager, call } = stage
    const id = await begun(leader, call.id)
    await writes(leader, id, sound)
    const key = newId()
    const answers = await Promise.all(Array.from({ length: 6 }, () => leader.ask(verbs.submit, { id, version: 1 }, { key })))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers[0]?.body).toMatchObject({ revision: 1, state: 'department' })
    const again = newId()
    const passes = await Promise.all(Array.from({ length: 6 }, () => manager.ask(verbs.pass, { id, version: 2, revision: 1 }, { key: again })))
    expect(new Set(passes.map(({ text }) => text)).size).toBe(1)
    await isWhole(id)
  })

  it('six keys at once: one submission', async () => {
    const { leader, call } = stage
    const id = await begun(leader, call.id)
    await writes(leader, id, sound)
    const answers = await Promise.all(Array.from({ length: 6 }, () => leader.ask(verbs.submit, { id, version: 1 })))
    expect(count(answers.map(said), 'done')).toBe(1)
    await isWhole(id)
  })
})

describe('I10 overlapping batches', () => {
  it('forty in opposite order never deadlock: each is decided once', async () => {
    const { leader, manager, call } = await applicationStage(server)
    const items: { id: string; version: number }[] = []
    for (let i = 0; i < 40; i++) {
      const { id, version } = await submitted(server, leader, call.id)
      items.push({ id, version })
    }
    const who = await mandateOf(manager.who.accountId)
    const batch = (of: typeof items) => within(server, (tx) => decideMany(tx, { ...platformCall(server), actor: who }, of, 'pass', { codes: [], text: null, marks: [], actForReason: null }))
    const outcomes = await Promise.all([batch(items), batch(items.toReversed()), batch(items.slice(10)), batch(items.toReversed().slice(5))])
    const done = outcomes.flatMap((one) => (one instanceof Map ? [...one.values()] : [])).filter((refusal) => refusal === null)
    expect(done).toHaveLength(40)
    for (const { id } of items) await isWhole(id)
  })
})

async function mandateOf(accountId: string): Promise<Who> {
  const { rows: [row] } = await sql<{ scope_id: string }>`select scope_id from mandate where account_id = ${accountId} and post = 'secondary_unit_manager'`.execute(server.tools.db)
  return {
    accountId, userName: 'm', displayName: '罗清扬', sessionId: newId(),
    mandate: { post: 'secondary_unit_manager', scopeId: row?.scope_id ?? null, unitId: null, scopeName: '软件学院' },
  }
}

describe('I12 late is late', () => {
  it('the window is closed while fifty submit: each came before it, or is refused', async () => {
    const { leader, call, bureau } = await applicationStage(server)
    const ids: string[] = []
    for (let i = 0; i < 50; i++) {
      const id = await begun(leader, call.id)
      await writes(leader, id, sound)
      ids.push(id)
    }
    const { version } = await bureau.gets(callsContract.windows, { id: call.id })
    const window = { opensAt: new Date(server.clock.now().getTime() - 2 * 86_400_000).toISOString(), closesAt: new Date(server.clock.now().getTime() - 86_400_000).toISOString() }
    // The desk moves no window into the past: a row put beside it, under the lock that a move takes.
    const close = () => server.tools.db.transaction().execute(async (tx) => {
      await sql`select id from call where id = ${call.id} for update`.execute(tx)
      await sql`insert into call_window (call_id, level, nth, opens_at, closes_at, reason, moved_at) values (${call.id}, 'leader', 2, ${window.opensAt}, ${window.closesAt}, '提前截止', now())`.execute(tx)
    })
    const answers = await Promise.all([...ids.slice(0, 25).map((id) => submits(server, leader, id)), close().then(() => null), ...ids.slice(25).map((id) => submits(server, leader, id))])
    const told = answers.flatMap((answer) => (answer ? [said(answer)] : []))
    expect(told.filter((one) => one !== 'done' && one !== '409 applications.window.late')).toEqual([])
    const { rows } = await sql<{ n: number; wrong: number }>`
      select count(*)::int as n, (count(*) filter (where window_nth <> 1))::int as wrong from application_version where call_id = ${call.id}`.execute(server.tools.db)
    expect(rows[0]).toEqual({ n: count(told, 'done'), wrong: 0 })
    expect(said(await submits(server, leader, ids[told.findIndex((one) => one !== 'done')] ?? ids[0] ?? ''))).not.toBe('done')
    expect(version).toBeGreaterThan(0)
  })
})

describe('I23 files', () => {
  it('a file found bad while it is submitted is in no version', async () => {
    const { leader, call } = stage
    for (let round = 0; round < 6; round++) {
      const id = await begun(leader, call.id)
      await writes(leader, id, sound)
      const file = newId()
      await sql`insert into draft_file (id, draft_id, field, name, kind, bytes, sha256, file_key, state, uploaded_by, uploaded_at)
        values (${file}, ${id}, 'proof', '证明.pdf', 'pdf', 10, ${'0'.repeat(64)}, ${file}, 'clean', ${leader.who.accountId}, now())`.execute(server.tools.db)
      const bad = sql`update draft_file set state = 'refused', refusal = 'file.virus' where id = ${file}`.execute(server.tools.db).then(() => 'refused', () => 'kept')
      const [answer, state] = await Promise.all([submits(server, leader, id), bad])
      const { rows } = await sql<{ state: string }>`select f.state from application_file a join draft_file f on f.id = a.file_id where a.application_id = ${id}`.execute(server.tools.db)
      for (const row of rows) expect(row.state).toBe('clean')
      if (answer.status === 200 && rows.length > 0) expect(state).toBe('kept')
    }
  })
})
