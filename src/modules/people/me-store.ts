import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { room } from './person-journal.ts'

/** How long the unit usually takes to enable somebody, in days: the median of its last twenty; null before the third. */
export async function usualDaysOf(db: Db, unitId: string): Promise<number | null> {
  const { rows } = await sql<{ days: number | null; n: number }>`
    select percentile_cont(0.5) within group (order by extract(epoch from vouched_at - joined_at) / 86400)::float8 as days, count(*)::int as n
    from (select vouched_at, joined_at from person where unit_id = ${unitId} and vouched_at > joined_at order by vouched_at desc limit 20) as d`.execute(db)
  const [found] = rows
  return found && found.n >= 3 && found.days !== null ? Math.max(1, Math.ceil(found.days)) : null
}

export async function remindedAt(db: Db, personId: string): Promise<Date | null> {
  const row = await db.selectFrom('person').select('reminded_at').where('id', '=', personId).executeTakeFirst()
  return row?.reminded_at ?? null
}

/** When this person chose a unit, of his own accord. */
export async function choicesOf(db: Db, personId: string): Promise<Date[]> {
  const { rows } = await sql<{ at: string }>`
    select body ->> 'at' as at from journal where room = ${room} and subject = ${personId} and event = 'chosen'`.execute(db)
  return rows.map(({ at }) => new Date(at))
}

export const noteReminder = async (tx: Tx, personId: string, at: Date): Promise<void> =>
  void (await tx.updateTable('person').set({ reminded_at: at }).where('id', '=', personId).execute())

/** Present names of units, by id. */
export const namesOfUnits = async (db: Db, ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await db.selectFrom('unit').select(['id', 'name']).where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
