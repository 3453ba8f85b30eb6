import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** What waits at a desk before and behind this one, in the order in which it came first (N7). */
export async function waitingBeside(db: Db, deskId: string | null, row: { id: string; queued_at: Date | null }): Promise<{ previousId: string | null; nextId: string | null }> {
  if (!deskId) return { previousId: null, nextId: null }
  const at = row.queued_at ?? new Date(0)
  const { rows: [found] } = await sql<{ previous: string | null; next: string | null }>`
    select (select a.id from application a where a.desk_id = ${deskId} and (a.queued_at, a.id) < (${at}::timestamptz, ${row.id}::uuid) order by a.queued_at desc, a.id desc limit 1) as previous,
      (select a.id from application a where a.desk_id = ${deskId} and (a.queued_at, a.id) > (${at}::timestamptz, ${row.id}::uuid) order by a.queued_at, a.id limit 1) as next`.execute(db)
  return { previousId: found?.previous ?? null, nextId: found?.next ?? null }
}

/** The one behind, or else the first that waits. */
export async function nextWaiting(db: Db, deskId: string | null, row: { id: string; queued_at: Date | null }): Promise<string | null> {
  const { nextId } = await waitingBeside(db, deskId, row)
  if (nextId || !deskId) return nextId
  const { rows: [first] } = await sql<{ id: string }>`select a.id from application a where a.desk_id = ${deskId} and a.id <> ${row.id} order by a.queued_at, a.id limit 1`.execute(db)
  return first?.id ?? null
}
