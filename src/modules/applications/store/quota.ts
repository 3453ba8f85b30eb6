import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Part } from './decisions.ts'

export interface QuotaWish {
  applicationId: string
  callId: string
  unitId: string
  most: number
}

/**
 * E57: a place of the unit in its call for each, in this order, as far as there are places; gives who has one, whoever kept the one he had
 * included. One statement, and another one only where somebody else was at it at the same moment.
 */
export async function takeQuota(tx: Tx, wishes: readonly QuotaWish[]): Promise<ReadonlySet<string>> {
  const got = new Set<string>()
  let open = wishes.map((wish, i) => ({ application_id: wish.applicationId, call_id: wish.callId, unit_id: wish.unitId, most: wish.most, i }))
  while (open.length > 0) {
    const { rows } = await sql<{ application_id: string; slot: number | null; is_put: boolean }>`
      with asked as (select * from jsonb_to_recordset(${JSON.stringify(open)}::jsonb) as w (application_id uuid, call_id uuid, unit_id uuid, most int, i int)),
      kept as (select q.application_id from unit_quota_slot q join asked using (application_id)),
      wish as (select * from asked w where not exists (select from kept where kept.application_id = w.application_id)),
      free as (
        select k.call_id, k.unit_id, n as slot, row_number() over (partition by k.call_id, k.unit_id order by n) as nth
        from (select distinct call_id, unit_id, most from wish) k cross join generate_series(1, k.most) n
        where not exists (select from unit_quota_slot q where q.call_id = k.call_id and q.unit_id = k.unit_id and q.slot = n)),
      placed as (
        select w.application_id, w.call_id, w.unit_id, w.most, f.slot from (
          select *, row_number() over (partition by call_id, unit_id order by i) as nth from wish) w
        left join free f using (call_id, unit_id, nth)),
      put as (
        insert into unit_quota_slot (call_id, unit_id, slot, most, application_id)
        select call_id, unit_id, slot, most, application_id from placed where slot is not null order by call_id, unit_id, slot
        on conflict on constraint one_recommendation_per_slot do nothing returning application_id)
      select p.application_id, p.slot, exists (select from put where put.application_id = p.application_id) as is_put from placed p
      union all select application_id, null, true from kept`.execute(tx)
    for (const row of rows) if (row.is_put) got.add(row.application_id)
    // Who found a place that somebody else took meanwhile looks again; who found none has none.
    const again = new Set(rows.filter((row) => row.slot !== null && !row.is_put).map((row) => row.application_id))
    open = open.filter((wish) => again.has(wish.application_id))
  }
  return got
}

const release = (ids: readonly string[]) => sql`delete from unit_quota_slot where application_id = any(${[...ids]}::uuid[])`

/** Returned, withdrawn, taken back or refused: its place is free. What the bureau sends back to be corrected keeps it (退回补正, E53). */
export const releaseQuota = (tx: Tx, ids: readonly string[]): Promise<unknown> => release(ids).execute(tx)

/** The same as part of the statement that writes the decision. */
export const quotaFreed = (ids: readonly string[]): Part => sql`freed as (${release(ids)})`

/** How many places of a call a unit has taken. */
export async function quotaTaken(db: Db, callId: string, unitId: string): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`select count(*)::int as n from unit_quota_slot where call_id = ${callId} and unit_id = ${unitId}`.execute(db)
  return row?.n ?? 0
}
