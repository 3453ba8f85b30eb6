import { sql } from 'kysely'
import { addDays, dayOf } from '../../kernel/clock.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { endAfterWorkingDays, type Calendar } from './working-days.ts'

export interface KeptDay {
  day: string
  isWorking: boolean
  note: string
  isShipped: boolean
  changedAt: Date
}

const columns = [sql<string>`day::text`.as('day'), 'is_working as isWorking', 'note', sql<boolean>`changed_by is null`.as('isShipped'), 'changed_at as changedAt'] as const

/** The days of a span, both ends included, that differ from Monday to Friday. */
export const keptDays = (db: Db, from: string, to: string): Promise<KeptDay[]> =>
  db.selectFrom('working_day').select(columns).where(sql<boolean>`day between ${from}::date and ${to}::date`).orderBy('working_day.day').execute()

export const yearsKept = async (db: Db): Promise<number[]> =>
  (await sql<{ year: number }>`select distinct extract(year from day)::int as year from working_day order by year`.execute(db)).rows.map(({ year }) => year)

export const calendarOf = async (db: Db, from: string, to: string): Promise<Calendar> =>
  new Map((await keptDays(db, from, to)).map(({ day, isWorking }) => [day, isWorking]))

/** Holidays in a row are at most some ten days; whatever the table says, the span ends. */
const spanFor = (days: number): number => days * 3 + 60

/** E53, D28: 24:00 (Asia/Shanghai) of the nth working day after that time's day; what arrives before it is in time. */
export async function endOfCorrection(db: Db, from: Date, days: number): Promise<Date> {
  return endAfterWorkingDays(from, days, await calendarOf(db, dayOf(from), dayOf(addDays(from, spanFor(days)))))
}

/** Keeps what a day is; null: like any other of its weekday. */
export async function keepDay(tx: Tx, day: string, isWorking: boolean | null, note: string, by: { accountId: string; at: Date }): Promise<void> {
  if (isWorking === null) await sql`delete from working_day where day = ${day}::date`.execute(tx)
  else {
    await sql`
      insert into working_day (day, is_working, note, changed_by, changed_at) values (${day}::date, ${isWorking}, ${note}, ${by.accountId}, ${by.at})
      on conflict (day) do update set is_working = excluded.is_working, note = excluded.note, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(tx)
  }
}

/** Two who change the calendar take turns: a day that is not kept yet has no row to hold. */
export const lockCalendar = (tx: Tx): Promise<unknown> => sql`select pg_advisory_xact_lock(hashtext('working_day'))`.execute(tx)

/** How often a day was changed here: the seq of its last journal event. */
export async function seqOfDay(tx: Tx, subject: string): Promise<number> {
  const { rows: [row] } = await sql<{ seq: number | null }>`select max(seq) as seq from journal where room = 'calls.working_day' and subject = ${subject}`.execute(tx)
  return row?.seq ?? 0
}
