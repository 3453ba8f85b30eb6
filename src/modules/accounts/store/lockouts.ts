import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'

export interface Window {
  now: Date
  /** A failure window that began before is forgotten. */
  since: Date
  /** A slot taken before belongs to a server that died. */
  staleSince: Date
}

/**
 * Locks the rows of the subjects until the transaction ends, in their order, and gives the failures that count now.
 * Rows are made for unknown names too: nothing here tells them from known ones (D14).
 */
export async function failuresOf(tx: Tx, subjects: readonly string[], { since }: Window): Promise<Map<string, number>> {
  const rows = sql.join([...subjects].sort().map((subject) => sql`(${subject})`))
  const { rows: counted } = await sql<{ subject: string; failures: number }>`
    insert into lockout as l (subject) values ${rows}
    on conflict (subject) do update set
      failures = case when l.first_failed_at <= ${since} then 0 else l.failures end,
      first_failed_at = case when l.first_failed_at <= ${since} then null else l.first_failed_at end
    returning subject, failures`.execute(tx)
  return new Map(counted.map((row) => [row.subject, row.failures]))
}

/** Attempts in flight, by subject; to be asked after `failuresOf` in the same transaction. */
export async function inFlight(tx: Tx, subjects: readonly string[], { staleSince }: Window): Promise<Map<string, number>> {
  const rows = await tx.selectFrom('lockout_slot').select(['subject', (e) => e.fn.countAll<number>().as('n')])
    .where('subject', 'in', [...subjects]).where('taken_at', '>', staleSince).groupBy('subject').execute()
  return new Map(rows.map((row) => [row.subject, row.n]))
}

export const takeSlots = (tx: Tx, slots: readonly { id: string; subject: string }[], now: Date) =>
  tx.insertInto('lockout_slot').values(slots.map((slot) => ({ ...slot, taken_at: now }))).execute()

export const giveBack = (db: Db, slots: readonly { id: string }[]) =>
  db.deleteFrom('lockout_slot').where('id', 'in', slots.map((slot) => slot.id)).execute()

/** Counts one failure; the window begins with the first, and anew with the one that reaches the limit. */
export async function countFailure(tx: Tx, subject: string, limit: number, now: Date): Promise<void> {
  await sql`
    insert into lockout as l (subject, failures, first_failed_at) values (${subject}, 1, ${now})
    on conflict (subject) do update set failures = l.failures + 1,
      first_failed_at = case when l.failures + 1 >= ${limit} then ${now} else coalesce(l.first_failed_at, ${now}) end`.execute(tx)
}

export const forgetFailures = (tx: Tx, subject: string) =>
  tx.updateTable('lockout').set({ failures: 0, first_failed_at: null }).where('subject', '=', subject).execute()

/**
 * Removes what has run out. A row that an attempt holds is left alone, and the others are held before they are judged in
 * a second statement: a slot taken meanwhile would go with its row, and its attempt would be counted nowhere.
 */
export async function pruneLockouts(tx: Tx, { since, staleSince }: Window): Promise<void> {
  await tx.deleteFrom('lockout_slot').where('taken_at', '<', staleSince).execute()
  const { rows: held } = await sql<{ subject: string }>`
    select l.subject from lockout l where (l.first_failed_at is null or l.first_failed_at <= ${since})
      and not exists (select from lockout_slot s where s.subject = l.subject)
    limit 10000 for update of l skip locked`.execute(tx)
  if (held.length === 0) return
  await sql`
    delete from lockout l where l.subject = any(${held.map((row) => row.subject)}::text[])
      and (l.first_failed_at is null or l.first_failed_at <= ${since})
      and not exists (select from lockout_slot s where s.subject = l.subject)`.execute(tx)
}
