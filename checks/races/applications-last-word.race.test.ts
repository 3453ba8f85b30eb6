import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { applicationStage, submitted, type Stage } from '../applications.ts'
import { testServer, type TestServer } from '../server.ts'
import { eight, through } from './eight.ts'

/** Rules that the verbs also keep by asking or by locking. Here nobody asks: the database holds them, under their names. */
let server: TestServer
let stage: Stage
let id: string
const db = () => server.tools.db

beforeAll(async () => {
  server = await testServer()
  stage = await applicationStage(server)
  ;({ id } = await submitted(server, stage.leader, stage.call.id))
})

const decision = (seq: number, more: { decider?: string | null; leader?: string; outcome?: string; comment?: string | null; revision?: number } = {}) => sql`
  insert into application_decision (application_id, seq, revision, level, desk_id, outcome, decided_by, decider_id, leader_id, comment, decided_at)
  values (${id}, ${seq}, ${more.revision ?? 1}, 'department', ${stage.department.id}, ${more.outcome ?? 'passed'}, ${stage.manager.who.accountId}, ${more.decider ?? null},
    ${more.leader ?? stage.leader.personId}, ${more.comment ?? null}, now())`.execute(db())

describe('decisions', () => {
  test('I5 eight at one step: one stands', async () => expect(through(await eight(() => decision(100)), 'one_decision_per_step')).toBe(1))
  test('I11 nobody decides on his own, and nobody says that somebody else leads it', async () => {
    await expect(decision(101, { decider: stage.leader.personId })).rejects.toMatchObject({ constraint: 'nobody_decides_on_his_own_application' })
    await expect(decision(102, { decider: stage.leader.personId, leader: stage.manager.personId })).rejects.toMatchObject({ constraint: 'a_decision_carries_the_leader' })
  })
  test('I8 E61 of a version that was submitted', async () => expect(decision(103, { revision: 9 })).rejects.toMatchObject({ constraint: 'a_decision_is_of_a_submitted_version' }))
  test('S2-85 a return has its reason', async () => expect(decision(104, { outcome: 'returned' })).rejects.toMatchObject({ constraint: 'a_return_has_its_reason' }))
})

describe('places', () => {
  const slot = (n: number, application = id) => sql`
    insert into limit_slot (family, role, person_id, slot, most, application_id) values ('soft', 'leader', ${stage.leader.personId}, ${n}, 2, ${application})`.execute(db())
  test('I6 eight on one place: one has it; none beyond the last', async () => {
    const others = await Promise.all(Array.from({ length: 8 }, () => submitted(server, stage.leader, stage.call.id)))
    expect(through(await eight((i) => slot(1, others[i]?.id)), 'one_project_per_slot')).toBe(1)
    await expect(slot(3)).rejects.toMatchObject({ constraint: 'slots_end_at_the_limit' })
  })
  test('I6 an application takes one place of a person', async () => expect(through(await eight((i) => sql`
    insert into limit_slot (family, role, person_id, slot, most, application_id) values ('wide', 'leader', ${stage.leader.personId}, ${i + 1}, 9, ${id})`.execute(db())), 'one_slot_per_application_and_person')).toBe(1))

  const place = (n: number, application: string) => sql`
    insert into unit_quota_slot (call_id, unit_id, slot, most, application_id) values (${stage.call.id}, ${stage.unit.id}, ${n}, 20, ${application})`.execute(db())
  test('E57 one recommendation per place, one place per application', async () => {
    const others = await Promise.all(Array.from({ length: 8 }, () => submitted(server, stage.leader, stage.call.id)))
    expect(through(await eight((i) => place(1, others[i]?.id ?? '')), 'one_recommendation_per_slot')).toBe(1)
    expect(through(await eight((i) => place(i + 2, id)), 'one_recommendation_per_application')).toBe(1)
    await expect(place(21, others[7]?.id ?? '')).rejects.toMatchObject({ constraint: 'recommendations_end_at_the_quota' })
  })
})

describe('what is frozen', () => {
  test.each(['application_version', 'application_file', 'call_version', 'call_window'])('E61 I12 rows of %s never change', async (table) => {
    if (table === 'application_file') {
      const file = newId()
      await sql`insert into draft_file (id, draft_id, field, name, kind, bytes, sha256, file_key, state, uploaded_by, uploaded_at)
        values (${file}, ${id}, 'proof', '证明.pdf', 'pdf', 10, ${'0'.repeat(64)}, ${file}, 'clean', ${stage.leader.who.accountId}, now())`.execute(db())
      await sql`insert into application_file (application_id, revision, file_id) values (${id}, 1, ${file})`.execute(db())
      await expect(sql`update draft_file set state = 'refused', refusal = 'file.virus' where id = ${file}`.execute(db())).rejects.toMatchObject({ constraint: 'a_submitted_file_is_clean' })
    }
    for (const deed of [`delete from ${table}`, `update ${table} set ${table === 'application_file' ? 'revision = 1' : table === 'call_window' ? 'reason = reason' : 'hash = hash'}`]) {
      await expect(sql.raw(deed).execute(db())).rejects.toMatchObject({ code: '55000' })
    }
  })

  const version = (more: { received: string; opens: string; closes: string; nth: number | null; until?: string | null; leader?: string }) => sql`
    insert into application_version (application_id, revision, call_version, call_id, content, hash, received_at, window_nth, opens_at, closes_at, correct_until, submitted_by, receipt, leader_id, leader_name, unit_name)
    values (${id}, 2, 1, ${stage.call.id}, '{}', ${'0'.repeat(64)}, ${more.received}, ${more.nth}, ${more.opens}, ${more.closes}, ${more.until ?? null}, ${stage.leader.who.accountId}, 'x',
      ${more.leader ?? stage.leader.personId}, '林知远', '渝江示范大学')`.execute(db())
  test('I12 E55 late is late, and a window is one that was published', async () => {
    const { rows: [w] } = await sql<{ opens_at: Date; closes_at: Date }>`select opens_at, closes_at from call_window where call_id = ${stage.call.id} and level = 'leader'`.execute(db())
    const [opens, closes] = [w?.opens_at.toISOString() ?? '', w?.closes_at.toISOString() ?? '']
    const after = (ms: number) => new Date(new Date(closes).getTime() + ms).toISOString()
    await expect(version({ received: after(1000), opens, closes, nth: 1 })).rejects.toMatchObject({ constraint: 'late_is_late' })
    await expect(version({ received: after(5000), opens, closes: after(10_000), nth: 1 })).rejects.toMatchObject({ constraint: 'a_submission_names_its_window' })
    await expect(version({ received: after(0), opens, closes, nth: null, until: after(0) })).rejects.toMatchObject({ constraint: 'late_is_late' })
    await expect(version({ received: after(0), opens, closes, nth: 1, leader: stage.manager.personId })).rejects.toMatchObject({ constraint: 'a_version_is_led_by_who_leads_it' })
    await version({ received: after(999), opens, closes, nth: 1 })
  })
})

test('one number per application, one key that signs', async () => {
  const { rows: [row] } = await sql<{ number: string }>`select number from application where id = ${id}`.execute(db())
  const other = await submitted(server, stage.leader, stage.call.id)
  await expect(sql`update application set number = ${row?.number} where id = ${other.id}`.execute(db())).rejects.toMatchObject({ constraint: 'one_application_per_number' })
  expect(through(await eight(() => sql`insert into receipt_key (id, public_jwk, sealed, made_at) values (${newId()}, '{}', 'x', now())`.execute(db())), 'one_signing_receipt_key')).toBe(0)
})

test('what is under way lies on a desk of its way', async () => {
  await expect(sql`update application set desk_id = null where id = ${id}`.execute(db())).rejects.toMatchObject({ constraint: 'what_is_under_way_lies_on_a_desk' })
  await expect(sql`update application set desk_id = ${newId()} where id = ${id}`.execute(db())).rejects.toMatchObject({ constraint: 'the_desk_is_on_the_route' })
  await expect(sql`update application set number = null where id = ${id}`.execute(db())).rejects.toMatchObject({ constraint: 'what_was_submitted_has_a_number' })
})
