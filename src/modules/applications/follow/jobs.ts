import { sql } from 'kysely'
import { addMinutes } from '../../../kernel/clock.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { Db } from '../../../platform/db/database.ts'
import { transact } from '../../../platform/db/transaction.ts'
import type { Job } from '../../../platform/jobs.ts'
import { thePlatform } from '../../../platform/journal.ts'
import type { Tools } from '../../../platform/tools.ts'
import { belongsTo } from '../../profiles/index.ts'
import { follow } from './follow.ts'
import { undoMinutes } from '../state.ts'

const atOnce = 500

/** A place among what is unsubmitted, by the time of the last change; times as texts, exact to the microsecond. */
interface Place {
  at: string
  id: string
}

/**
 * S2-86: what did not follow its leader when he went to another department, since it was under way or in somebody's hands, follows him
 * here. Looks through what changed since then, or through everything. What was returned waits until that can no longer be taken back
 * (E51): the move would keep the desk from it.
 */
export async function followLeaders(tools: Tools, since: Date | null = null): Promise<void> {
  const returnedBefore = addMinutes(tools.clock.now(), -undoMinutes)
  for (let after: Place | null = { at: since?.toISOString() ?? '-infinity', id: '00000000-0000-0000-0000-000000000000' }; after;) {
    const page = await unsubmitted(tools.db, after, returnedBefore)
    for (const accountId of new Set(page.filter((one) => one.is_elsewhere).map((one) => one.account_id))) {
      const done = await transact(tools.db, {}, (tx) => follow(tx, { ...thePlatform, tools }, accountId, returnedBefore))
      if (isRefusal(done)) throw new Error(`following was refused: ${done.code}`)
    }
    after = page.length < atOnce ? null : (page.at(-1) ?? null)
  }
}

async function unsubmitted(db: Db, { at, id }: Place, returnedBefore: Date): Promise<(Place & { account_id: string; is_elsewhere: boolean })[]> {
  const { rows } = await sql<Place & { account_id: string; is_elsewhere: boolean }>`
    with page as materialized (
      select a.id, a.account_id, a.unit_id, a.secondary_unit_id, a.state, a.changed_at from application a
      where a.state in ('draft','returned','withdrawn') and (a.changed_at, a.id) > (${at}::timestamptz, ${id}::uuid) order by a.changed_at, a.id limit ${atOnce})
    select a.id, a.changed_at::text as at, a.account_id,
      (p.unit_id = a.unit_id and a.secondary_unit_id is distinct from ${belongsTo} and (a.state <> 'returned' or a.changed_at <= ${returnedBefore})) is true as is_elsewhere
    from page a left join person p on p.account_id = a.account_id order by a.changed_at, a.id`.execute(db)
  return rows
}

/** What came back to a leader did so within the last minutes; of what was in somebody's hands all must be looked through, now and then. */
export const followJobs: readonly Job[] = [
  { name: 'applications.follow_leaders', everySeconds: 60, run: (tools) => followLeaders(tools, addMinutes(tools.clock.now(), -60)) },
  { name: 'applications.follow_all_leaders', everySeconds: 900, run: (tools) => followLeaders(tools) },
]
