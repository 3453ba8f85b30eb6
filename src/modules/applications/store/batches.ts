import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { ApplicationBatch } from '../../../platform/db/tables.ts'
import type { BatchVerb } from '../batch/contract.ts'
import type { Part } from './decisions.ts'
import type { Bilingual } from '../../calls/form/definition.ts'
import { titleColumn } from './facts.ts'
import type { ApplicationState } from '../state.ts'

export type BatchRow = Omit<Selectable<ApplicationBatch>, 'verb' | 'sample'> & { verb: BatchVerb; sample: { id: string; opened: boolean }[] }
type Params = Record<string, string | number>

/** One of a set as it was frozen: what the law says of it, or `ready` or `warned`. */
export interface FrozenItem {
  id: string
  seen: number
  outcome: string
  params: Params
}

/** E48: the set with its items in one statement, in the order given: that of the queue. A draft that was deleted since it was read is in no set. */
export const insertBatch = (tx: Tx, of: { id: string; accountId: string; deskId: string; verb: BatchVerb; asked: number; sample: readonly string[]; at: Date; expiresAt: Date }, items: readonly FrozenItem[]): Promise<unknown> => sql`
  with batch as (
    insert into application_batch (id, made_by, desk_id, verb, items, done, sample, made_at, expires_at)
    values (${of.id}, ${of.accountId}, ${of.deskId}, ${of.verb}, ${of.asked}, 0, ${JSON.stringify(of.sample.map((id) => ({ id, opened: false })))}::jsonb, ${of.at}, ${of.expiresAt}))
  insert into application_batch_item (batch_id, application_id, seen, nth, outcome, params)
  select ${of.id}, i.id, i.seen, i.nth, i.outcome, i.params
  from jsonb_to_recordset(${JSON.stringify(items.map((item, nth) => ({ ...item, nth })))}::jsonb) as i (id uuid, seen int, nth int, outcome text, params jsonb)
  join application a on a.id = i.id for key share of a`.execute(tx)

/** A batch of this desk. */
export async function batchOf(db: Db, deskId: string, id: string): Promise<BatchRow | null> {
  return (await db.selectFrom('application_batch').selectAll().where('id', '=', id).where('desk_id', '=', deskId).executeTakeFirst() as BatchRow | undefined) ?? null
}

/** The same, held until the deed is over: of two who run it one finds it run. */
export async function batchForUpdate(tx: Tx, deskId: string | null | undefined, id: string): Promise<BatchRow | null> {
  const { rows: [row] } = await sql<BatchRow>`select * from application_batch where id = ${id} and desk_id = ${deskId ?? null} for update`.execute(tx)
  return row ?? null
}

export interface HeldItem {
  id: string
  seen: number
  outcome: string
  nth: number
}

/**
 * Its items in the order of the set, their applications held as `lockApplications` holds them. A statement of its own: whoever has waited
 * for the batch must not read its items as they were before he waited.
 */
export async function setForUpdate(tx: Tx, batchId: string): Promise<HeldItem[]> {
  const { rows } = await sql<HeldItem>`
    select i.application_id as id, i.seen, i.outcome, i.nth from application_batch_item i join application a on a.id = i.application_id join call c on c.id = a.call_id
    where i.batch_id = ${batchId} order by a.id for update of a for share of c`.execute(tx)
  return rows.sort((a, b) => a.nth - b.nth)
}

export interface Outcome {
  id: string
  outcome: string
  params: Params
}

/** What became of its items, and that it was run or taken back. */
export const becameOf = (batchId: string, outcomes: readonly Outcome[], at: { run: Date } | { undone: Date }): Part[] => [
  sql`became as (
    update application_batch_item i set outcome = o.outcome, params = o.params
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o (id uuid, outcome text, params jsonb)
    where i.batch_id = ${batchId} and i.application_id = o.id)`,
  sql`ended as (
    update application_batch set ${'run' in at ? sql`run_at = ${at.run}, done = ${outcomes.filter(({ outcome }) => outcome === 'done').length}` : sql`undone_at = ${at.undone}`}
    where id = ${batchId})`,
]

/** N5: one of the sample was opened; in the database, so that two tabs do not undo each other's mark. */
export const markOpened = (tx: Tx, batchId: string, id: string): Promise<unknown> => sql`
  update application_batch set sample = (
    select coalesce(jsonb_agg(case when s->>'id' = ${id} then jsonb_build_object('id', s->>'id', 'opened', true) else s end order by nth), '[]')
    from jsonb_array_elements(sample) with ordinality as e (s, nth))
  where id = ${batchId}`.execute(tx)

export interface Group {
  outcome: string
  params: Params
  n: number
  /** Lie at a department of the unit whose batch it is (D11). */
  acting: number
  /** By the level to which a pass leads (route.ts, `levelAfter`). */
  next: Readonly<Record<'unit' | 'authority' | 'bureau', number>>
  examples: { id: string; number: string | null; title: string }[]
}

/** The items by what became of them, the first three of each by name. */
export async function groupsOf(db: Db, { id, desk_id }: Pick<BatchRow, 'id' | 'desk_id'>): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select i.outcome, i.params, count(*)::int as n, (count(*) filter (where a.state = 'department' and a.unit_id = ${desk_id}))::int as acting,
      jsonb_build_object('unit', count(*) filter (where a.state = 'department'), 'authority', count(*) filter (where a.state = 'unit' and a.authority_desk is not null),
        'bureau', count(*) filter (where a.state = 'authority' or a.state = 'unit' and a.authority_desk is null)) as next,
      to_jsonb((array_agg(jsonb_build_object('id', a.id, 'number', a.number, 'title', ${titleColumn}) order by i.nth))[1:3]) as examples
    from application_batch_item i join application a on a.id = i.application_id where i.batch_id = ${id} group by i.outcome, i.params order by min(i.nth)`.execute(db)
  return rows
}

/** Of those that can be decided what says until when their leaders may write: many have it in common. */
export async function leaderTimes(db: Db, batchId: string): Promise<{ callId: string; begunAt: Date; correctUntil: Date | null; n: number }[]> {
  const { rows } = await sql<{ callId: string; begunAt: Date; correctUntil: Date | null; n: number }>`
    select a.call_id as "callId", a.begun_at as "begunAt", a.correct_until as "correctUntil", count(*)::int as n
    from application_batch_item i join application a on a.id = i.application_id where i.batch_id = ${batchId} and i.outcome in ('ready', 'warned') group by 1, 2, 3`.execute(db)
  return rows
}

export interface NamedItem {
  id: string
  number: string | null
  title: string
  leader: string
  outcome: string
  params: Params
  state: ApplicationState
  nth: number
}

const named = sql`
  select a.id, a.number, ${titleColumn} as title, a.leader_name as leader, i.outcome, i.params, a.state, i.nth
  from application_batch_item i join application a on a.id = i.application_id`

/** Items behind a position. */
export async function namedItems(db: Db, batchId: string, after: number, most: number): Promise<NamedItem[]> {
  return (await sql<NamedItem>`${named} where i.batch_id = ${batchId} and i.nth >= ${after} order by i.nth limit ${most}`.execute(db)).rows
}

export async function namedSample(db: Db, batchId: string, ids: readonly string[]): Promise<NamedItem[]> {
  return (await sql<NamedItem>`${named} where i.batch_id = ${batchId} and i.application_id = any(${[...ids]}::uuid[]) order by i.nth`.execute(db)).rows
}

/** E57: the calls of the set that limit how many a unit passes on. */
export async function quotasOf(db: Db, batchId: string): Promise<{ callId: string; title: Bilingual; most: number; taken: number; wanted: number }[]> {
  const { rows } = await sql<{ callId: string; title: Bilingual; most: number; taken: number; wanted: number }>`
    select k.call_id as "callId", jsonb_build_object('zh', c.title, 'en', v.title_en) as title, (v.document->>'quotaPerUnit')::int as most, k.n as wanted,
      (select count(*)::int from unit_quota_slot q where q.call_id = k.call_id and q.unit_id = k.unit_id) as taken
    from (
      select a.call_id, a.unit_id, count(*)::int as n from application_batch_item i join application a on a.id = i.application_id
      where i.batch_id = ${batchId} and a.state = 'unit' and i.outcome in ('ready', 'warned', 'applications.quota')
        and not exists (select from unit_quota_slot o where o.application_id = a.id) group by a.call_id, a.unit_id) as k
    join call c on c.id = k.call_id join call_version v on v.call_id = c.id and v.version = c.published
    where v.document->>'quotaPerUnit' is not null order by c.title, k.unit_id`.execute(db)
  return rows
}

/** Places taken, by `<call> <unit>`, and which applications have them. */
export async function takenPlaces(db: Db, pairs: readonly { callId: string; unitId: string }[]): Promise<ReadonlyMap<string, { n: number; by: readonly string[] }>> {
  if (pairs.length === 0) return new Map()
  const { rows } = await sql<{ call_id: string; unit_id: string; n: number; by: string[] }>`
    select q.call_id, q.unit_id, count(*)::int as n, array_agg(q.application_id::text) as by from unit_quota_slot q
    join jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p ("callId" uuid, "unitId" uuid) on q.call_id = p."callId" and q.unit_id = p."unitId" group by 1, 2`.execute(db)
  return new Map(rows.map(({ call_id, unit_id, n, by }) => [`${call_id} ${unit_id}`, { n, by }]))
}

/** Of a desk, the latest first. */
export async function batchesOf(db: Db, deskId: string): Promise<(BatchRow & { by: string; undone: number })[]> {
  const { rows } = await sql<BatchRow & { by: string; undone: number }>`
    select b.*, m.display_name as by, (select count(*)::int from application_batch_item i where i.batch_id = b.id and i.outcome = 'undone') as undone
    from application_batch b join account m on m.id = b.made_by where b.desk_id = ${deskId} and b.run_at is not null order by b.run_at desc limit 50`.execute(db)
  return rows
}

/** Sets that were frozen and never run. */
export const dropExpired = (db: Db, now: Date): Promise<unknown> => sql`
  with gone as (select id from application_batch where run_at is null and expires_at <= ${now} limit 500),
  items as (delete from application_batch_item i using gone g where i.batch_id = g.id)
  delete from application_batch b using gone g where b.id = g.id`.execute(db)
