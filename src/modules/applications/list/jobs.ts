import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import { dropExpired } from '../store/batches.ts'

/** Where the job gathers what the connections counted (migration 0027); they themselves have 0 to 7. */
const gathered = 8

/**
 * Kept counts are spread over shards, some of them below zero, and blocks stay behind when their rows have moved on: what
 * sums up is put together, what sums up to nothing goes. Rows that a deed has in hand wait for the next time: this never waits.
 */
export async function gatherCounts(db: Db): Promise<void> {
  await sql`
    with held as (select scope_id, call_id, state, shard from application_total where shard <> ${gathered} or n = 0 for update skip locked),
    gone as (delete from application_total t using held h where t.scope_id = h.scope_id and t.call_id = h.call_id and t.state = h.state and t.shard = h.shard returning t.*)
    insert into application_total as t (scope_id, call_id, state, shard, n)
    select scope_id, call_id, state, ${gathered}, sum(n) from gone group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3
    on conflict on constraint application_total_pkey do update set n = t.n + excluded.n`.execute(db)
  await sql`
    with held as (select scope_id, state, block, shard from application_block where shard <> ${gathered} or n = 0 for update skip locked),
    gone as (delete from application_block b using held h where b.scope_id = h.scope_id and b.state = h.state and b.block = h.block and b.shard = h.shard returning b.*)
    insert into application_block as b (scope_id, state, block, shard, n)
    select scope_id, state, block, ${gathered}, sum(n) from gone group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3
    on conflict on constraint application_block_pkey do update set n = b.n + excluded.n`.execute(db)
}

export const listJobs: readonly Job[] = [
  { name: 'applications.gather_counts', everySeconds: 900, run: ({ db }) => gatherCounts(db) },
  { name: 'applications.drop_batches', everySeconds: 3600, run: async ({ db, clock }) => void (await dropExpired(db, clock.now())) },
]
