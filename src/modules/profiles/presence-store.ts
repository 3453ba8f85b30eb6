import { sql } from 'kysely'
import { goneBefore } from '../../platform/at-desk.ts'
import type { Tx } from '../../platform/db/database.ts'

/** A sign of somebody who has this line open; whether his look begins with it. */
export async function signOf(tx: Tx, reviewId: string, accountId: string, now: Date): Promise<{ begins: boolean }> {
  const gone = goneBefore(now)
  const { rows: [row] } = await sql<{ begins: boolean }>`
    with before as (select seen_at from profile_presence where review_id = ${reviewId} and account_id = ${accountId} and seen_at >= ${gone})
    insert into profile_presence as p (review_id, account_id, since, seen_at) values (${reviewId}, ${accountId}, ${now}, ${now})
    on conflict (review_id, account_id) do update set since = case when p.seen_at < ${gone} then excluded.since else p.since end, seen_at = excluded.seen_at
    returning p.since = ${now} and not exists (select from before) as begins`.execute(tx)
  return { begins: row?.begins ?? false }
}

/**
 * Who else has it open now, and may act for its unit or its desk still: whose post has ended is gone with the same
 * transaction (E19), not with the next sign.
 */
export async function othersAt(tx: Tx, line: { id: string; unitId: string; deskId: string }, accountId: string, now: Date): Promise<{ name: string; since: Date }[]> {
  const { rows } = await sql<{ name: string; since: Date }>`
    select a.display_name as name, p.since from profile_presence p join account a on a.id = p.account_id and a.state = 'active'
    where p.review_id = ${line.id} and p.account_id <> ${accountId} and p.seen_at >= ${goneBefore(now)}
      and exists (select from mandate m where m.account_id = p.account_id and m.scope_id in (${line.unitId}::uuid, ${line.deskId}::uuid) and upper_inf(m.during))
    order by p.since, p.account_id limit 5`.execute(tx)
  return rows
}

export const dropPresenceBefore = (tx: Tx, before: Date) => tx.deleteFrom('profile_presence').where('seen_at', '<', before).execute()
