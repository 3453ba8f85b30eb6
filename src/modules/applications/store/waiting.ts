import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import type { Closing } from '../../calls/closings.ts'
import type { ApplicationState } from '../state.ts'

/** What lies at the head of a desk's queue, by call: one look into its index each, however long the queue is. */
export async function queuesOf(db: Db, deskId: string, callIds: readonly string[], now: Date): Promise<ReadonlyMap<string, { since: Date | null; correctUntil: Date | null }>> {
  const { rows } = await sql<{ id: string; since: Date | null; correctUntil: Date | null }>`
    select c.id,
      (select a.queued_at from application a where a.desk_id = ${deskId} and a.call_id = c.id order by a.queued_at limit 1) as since,
      (select min(a.correct_until) from application a where a.desk_id = ${deskId} and a.call_id = c.id and a.correct_until > ${now}) as "correctUntil"
    from unnest(${[...callIds]}::uuid[]) as c (id)`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

export interface Unsubmitted {
  id: string
  callId: string
  state: Extract<ApplicationState, 'draft' | 'returned' | 'withdrawn'>
  begunAt: Date
  /** Begun, or brought back to the leader. */
  since: Date
  correctUntil: Date | null
  isCallWithdrawn: boolean
}

/** What a leader has in hand. */
export async function unsubmittedOf(db: Db, accountId: string): Promise<Unsubmitted[]> {
  const { rows } = await sql<Unsubmitted>`
    select a.id, a.call_id as "callId", a.state, a.begun_at as "begunAt", case when a.state = 'draft' then a.begun_at else a.changed_at end as since, a.correct_until as "correctUntil", c.state = 'withdrawn' as "isCallWithdrawn"
    from application a join call c on c.id = a.call_id where a.account_id = ${accountId} and a.state in ('draft','returned','withdrawn') order by a.place desc limit 500`.execute(db)
  return rows
}

/** Part of what lies at a desk of a call: of those begun within these times. */
export interface QueuePart extends Pick<Closing, 'from' | 'to'> {
  deskId: string
  callId: string
}

/** Which of these parts hold something whose time is that of the windows: a correction has its own (E53). A look into each queue ends at the first. */
export async function heldAmong<P extends QueuePart>(db: Db, parts: readonly P[], now: Date): Promise<P[]> {
  if (parts.length === 0) return []
  const { rows } = await sql<{ nth: number }>`
    select p.nth::int as nth
    from unnest(${parts.map(({ deskId }) => deskId)}::uuid[], ${parts.map(({ callId }) => callId)}::uuid[], ${parts.map(({ from }) => from)}::timestamptz[], ${parts.map(({ to }) => to)}::timestamptz[])
      with ordinality as p (desk_id, call_id, from_time, to_time, nth)
      cross join lateral (
        select from application a where a.desk_id = p.desk_id and a.call_id = p.call_id and (a.correct_until is null or a.correct_until <= ${now})
          and a.begun_at >= coalesce(p.from_time, '-infinity') and a.begun_at < coalesce(p.to_time, 'infinity') order by a.queued_at limit 1) as held
    order by p.nth`.execute(db)
  return rows.flatMap(({ nth }) => parts[nth - 1] ?? [])
}

/** A department of a unit at which something lies. */
export interface HoldingDepartment {
  id: string
  name: string
  n: number
  callIds: string[]
  since: Date | null
  /** Since when it has what it has had longest. */
  arrivedAt: Date | null
  /** When the first correction ends that lies there. */
  correctUntil: Date | null
  isVacant: boolean
}

/** By the counts that are kept (D22), and one look each into the indexes of its queue. */
export async function departmentsHolding(db: Db, unitId: string, now: Date): Promise<HoldingDepartment[]> {
  const { rows } = await sql<HoldingDepartment>`
    select s.id, s.name, k.n, k.call_ids as "callIds",
      (select a.queued_at from application a where a.desk_id = s.id order by a.queued_at limit 1) as since,
      (select a.arrived_at from application a where a.desk_id = s.id order by a.arrived_at limit 1) as "arrivedAt",
      (select a.correct_until from application a where a.desk_id = s.id and a.correct_until > ${now} order by a.correct_until limit 1) as "correctUntil",
      not exists (select from role_grant g where g.secondary_unit_id = s.id and g.kind = 'secondary_unit_manager' and upper_inf(g.during)) as "isVacant"
    from secondary_unit s cross join lateral (
      select sum(c.n)::int as n, array_agg(c.call_id) as call_ids from (
        select t.call_id, sum(t.n) as n from application_total t where t.scope_id = s.id and t.state = 'department' group by t.call_id having sum(t.n) > 0) as c) as k
    where s.unit_id = ${unitId} and k.n > 0 order by s.created_at, s.id`.execute(db)
  return rows
}
