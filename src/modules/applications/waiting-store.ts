import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ApplicationState } from './state.ts'

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
