import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'

/** How often one account may look in 24 hours: a unit that works through a week of registrations stays below. */
export const looksADay = { contact_revealed: 200, document_revealed: 50, person_looked_for: 100 } as const
export type Look = keyof typeof looksADay

/** How often this account did in the last 24 hours, by the time of the database, as the journal has it; at most one look more than allowed is read. */
export async function looksToday(tx: Tx, accountId: string, look: Look): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from journal where account_id = ${accountId} and at > now() - interval '24 hours' and room = 'people.reveal' and event = ${look}
      limit ${looksADay[look] + 1}) as looks`.execute(tx)
  return rows[0]?.n ?? 0
}
