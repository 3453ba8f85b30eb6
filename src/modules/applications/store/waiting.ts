import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
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
}

/** What a leader has in hand. */
export async function unsubmittedOf(db: Db, accountId: string): Promise<Unsubmitted[]> {
  const { rows } = await sql<Unsubmitted>`
    select a.id, a.call_id as "callId", a.state, a.begun_at as "begunAt", case when a.state = 'draft' then a.begun_at else a.changed_at end as since, a.correct_until as "correctUntil"
    from application a where a.account_id = ${accountId} and a.state in ('draft','returned','withdrawn') order by a.place desc limit 500`.execute(db)
  return rows
}

/** Departments of a unit that have no manager, each with what lies there (D11); by the counts that are kept (D22). */
export async function unattendedOf(db: Db, unitId: string): Promise<{ id: string; name: string; n: number; since: Date | null }[]> {
  const { rows } = await sql<{ id: string; name: string; n: number; since: Date | null }>`
    select * from (
      select s.id, s.name, s.created_at, (select coalesce(sum(t.n), 0)::int from application_total t where t.scope_id = s.id and t.state = 'department') as n,
        (select a.queued_at from application a where a.desk_id = s.id order by a.queued_at limit 1) as since
      from secondary_unit s
      where s.unit_id = ${unitId} and not exists (select from role_grant g where g.secondary_unit_id = s.id and g.kind = 'secondary_unit_manager' and upper_inf(g.during))) as d
    where n > 0 order by created_at, id`.execute(db)
  return rows
}
