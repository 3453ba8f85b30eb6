import { sql } from 'kysely'
import { addDays } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { ReviewFilters } from './desk-contract.ts'
import { listOf, totalsOf } from './list-store.ts'
import type { Reach } from './reach.ts'
import { factColumns, type FactRow } from './review-store.ts'
import type { Silence } from './review.ts'

/** D22: how many lines of each state a desk has, from the counts that are kept. */
export async function countsOf(db: Db, reach: Reach): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; n: number }>`select state, sum(n)::int as n ${totalsOf(reach)} group by state`.execute(db)
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

const isManaged = sql`exists (select from role_grant g where g.secondary_unit_id = t.desk_id and g.kind = 'secondary_unit_manager' and upper_inf(g.during))`

/** What waits at a desk, and for the unit what waits where nobody answers (E36, D11); a secondary unit answers for itself alone. */
export async function waitingAt(db: Db, { unitId, deskId }: Reach, { now, days }: Silence): Promise<{ n: number; vacant: number; silent: number }> {
  const { rows: [row] } = await sql<{ n: number; vacant: number; silent: number }>`
    select
      (select coalesce(sum(n), 0)::int from profile_review_total where unit_id = ${unitId} and desk_id = ${deskId ?? unitId} and state = 'pending') as n,
      (select coalesce(sum(n), 0)::int from profile_review_total t where unit_id = ${unitId} and desk_id <> ${unitId} and state = 'pending' and not ${isManaged}
        and ${deskId === null}) as vacant,
      (select count(*)::int from profile_review t where unit_id = ${unitId} and desk_id <> ${unitId} and state = 'pending' and submitted_at <= ${addDays(now, -days)}
        and ${isManaged} and ${deskId === null}) as silent`.execute(db)
  return row ?? { n: 0, vacant: 0, silent: 0 }
}

/** Since when the first waits at the own desk. */
export async function oldestPending(db: Db, { unitId, deskId }: Reach): Promise<Date | null> {
  const row = await db.selectFrom('profile_review').select('submitted_at').where('desk_id', '=', deskId ?? unitId).where('state', '=', 'pending').orderBy('submitted_at').limit(1).executeTakeFirst()
  return row?.submitted_at ?? null
}

/** The secondary units in force of a unit, each with what waits there. */
export async function deskCounts(db: Db, unitId: string): Promise<{ id: string; name: string; waiting: number; isVacant: boolean }[]> {
  const { rows } = await sql<{ id: string; name: string; waiting: number; isVacant: boolean }>`
    select t.id, t.name, not exists (select from role_grant g where g.secondary_unit_id = t.id and g.kind = 'secondary_unit_manager' and upper_inf(g.during)) as "isVacant",
      (select coalesce(sum(n), 0)::int from profile_review_total where unit_id = ${unitId} and desk_id = t.id and state = 'pending') as waiting
    from secondary_unit t where t.unit_id = ${unitId} and t.active order by t.created_at, t.id`.execute(db)
  return rows
}

/** Lines of a filter with what the law must know of them, in the order of the list, at most so many. */
export async function selectionOf(db: Db, keyring: Keyring, reach: Reach, f: ReviewFilters, most: number): Promise<FactRow[]> {
  const list = listOf(keyring, reach, f)
  const { rows } = await sql<FactRow>`
    select ${factColumns} from ${list.from} where ${sql.join(list.where, sql` and `)} order by r.place ${sql.raw(list.descending ? 'desc' : 'asc')} limit ${most}`.execute(db)
  return rows
}

/** The ids before and after a place in a list that no personal value filters; null at its ends. */
export async function neighboursOf(db: Db, keyring: Keyring, reach: Reach, f: Pick<ReviewFilters, 'desk' | 'state' | 'order'>, reviewId: string): Promise<{ next: string | null; previous: string | null }> {
  const list = listOf(keyring, reach, f)
  const place = sql`(select place from profile_review where id = ${reviewId})`
  const nearest = (isAfter: boolean) => sql`(select r.id from ${list.from} where ${sql.join(list.where, sql` and `)} and r.place ${sql.raw(isAfter ? '>' : '<')} ${place}
    order by r.place ${sql.raw(isAfter ? 'asc' : 'desc')} limit 1)`
  const { rows: [row] } = await sql<{ next: string | null; previous: string | null }>`
    select ${nearest(!list.descending)} as next, ${nearest(list.descending)} as previous`.execute(db)
  return row ?? { next: null, previous: null }
}
