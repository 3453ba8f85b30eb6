import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** How often this account did this in the last 24 hours, by the time of the database, as the journal has it; no more are read than matter. */
export async function looksToday(tx: Tx, accountId: string, room: string, event: string, upTo: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from journal where account_id = ${accountId} and at > now() - interval '24 hours' and room = ${room} and event = ${event} limit ${upTo}) as looks`.execute(tx)
  return rows[0]?.n ?? 0
}
