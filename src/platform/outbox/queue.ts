import { sql } from 'kysely'
import type { Db } from '../db/database.ts'

/** A row of the outbox that is to be sent now. */
export interface Due {
  id: string
  channel: 'inbox' | 'mail' | 'sms'
  recipient_id: string | null
  address: string | null
  lang: string
  template: string
  params: string
  /** Counts this attempt; also tells a later holder of the row from an earlier one. */
  attempts: number
}

/** After so many attempts a notice is dead and waits for a person (`revive`). */
export const mostAttempts = 12

const dueRows = (channel: Due['channel'], most: number) => sql`
  select id from outbox
  where state = 'waiting' and channel = ${channel} and due_at <= now()
    and (leased_until is null or leased_until < now())
  order by due_at, id limit ${most} for update skip locked`

/** Takes rows for as long as the lease runs; two workers never hold the same row. */
export async function claim(db: Db, channel: Due['channel'], most: number, leaseSeconds: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as materialized (${dueRows(channel, most)})
    update outbox set attempts = attempts + 1, leased_until = now() + ${leaseSeconds} * interval '1 second'
    from due where outbox.id = due.id
    returning outbox.id, channel, recipient_id, address, lang, template, params, attempts`.execute(db)
  return rows
}

/** Locks rows within a transaction instead: for what can be done in the same one. */
export async function lock(tx: Db, channel: Due['channel'], most: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as materialized (${dueRows(channel, most)})
    update outbox set attempts = attempts + 1 from due where outbox.id = due.id
    returning outbox.id, channel, recipient_id, address, lang, template, params, attempts`.execute(tx)
  return rows
}

/** False if the lease ran out and another worker holds the row by now. */
export async function markSent(db: Db, row: Due, providerId: string | null): Promise<boolean> {
  const done = await sql`
    update outbox
    set state = 'sent', sent_at = now(), leased_until = null, provider_id = ${providerId}, last_error = null
    where id = ${row.id} and attempts = ${row.attempts} and state = 'waiting'`.execute(db)
  return done.numAffectedRows === 1n
}

/** Tries again later, twice as late each time up to an hour, or gives up after the twelfth attempt. */
export async function markFailed(db: Db, row: Due, error: string): Promise<'waiting' | 'dead'> {
  const state = row.attempts >= mostAttempts ? 'dead' : 'waiting'
  const seconds = Math.min(3600, 15 * 2 ** row.attempts)
  await sql`
    update outbox set state = ${state}, leased_until = null, last_error = ${error},
      due_at = now() + ${seconds} * (0.8 + 0.4 * random()) * interval '1 second'
    where id = ${row.id} and attempts = ${row.attempts} and state = 'waiting'`.execute(db)
  return state
}

/** Gives rows back untried, their attempt uncounted, to be looked at again after some seconds. */
export async function putBack(db: Db, rows: readonly Due[], seconds: number, error: string): Promise<void> {
  for (const row of rows) {
    await sql`
      update outbox set attempts = attempts - 1, leased_until = null, last_error = ${error},
        due_at = now() + ${seconds} * interval '1 second'
      where id = ${row.id} and attempts = ${row.attempts} and state = 'waiting'`.execute(db)
  }
}

export interface Backlog {
  waiting: number
  dead: number
  /** How long the oldest notice that should be gone has waited. */
  oldestSeconds: number
}

export async function backlog(db: Db): Promise<Backlog> {
  const { rows: [row] } = await sql<{ waiting: number; dead: number; oldest: number }>`
    select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'dead') as dead,
      coalesce(extract(epoch from now() - min(created_at) filter (
        where state = 'waiting' and due_at <= now())), 0)::float8 as oldest
    from outbox where state in ('waiting', 'dead')`.execute(db)
  return { waiting: row?.waiting ?? 0, dead: row?.dead ?? 0, oldestSeconds: row?.oldest ?? 0 }
}

/** Gives the dead another twelve attempts, e.g. once the mail server's rules were mended. Returns how many. */
export async function revive(db: Db): Promise<number> {
  const done = await sql`
    update outbox set state = 'waiting', attempts = 0, due_at = now(), leased_until = null
    where state = 'dead'`.execute(db)
  return Number(done.numAffectedRows ?? 0n)
}

/** What was sent so long ago is forgotten; the journal keeps that it happened. */
export async function forgetSent(db: Db, days: number): Promise<number> {
  const done = await sql`
    delete from outbox where state = 'sent' and sent_at < now() - ${days} * interval '1 day'`.execute(db)
  return Number(done.numAffectedRows ?? 0n)
}
