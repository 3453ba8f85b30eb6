import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Db, Tx } from './db/database.ts'
import type { Keyring } from './seal/keyring.ts'
import type { SealedColumn } from './seal/rotate.ts'
import type { Request } from './serve/call.ts'

export interface Event {
  room: string
  /** Id of the row it speaks of. */
  subject: string
  /** The row's version after the deed: two deeds on one version meet at the primary key (I5). */
  seq: number
  /** What happened: `submitted`, `approved` ... */
  event: string
  /** Facts without personal values. */
  body?: Record<string, unknown>
  /** Personal values: sealed, kept beside the journal, erasable (I24). */
  private?: Record<string, unknown>
}

/** Who writes: a call of a person, or the platform itself (`actor: null`, `request: null`). */
export interface Author {
  actor: Actor | null
  request: Request | null
}

export const thePlatform: Author = { actor: null, request: null }

const context = 'journal_private.sealed'

/** For the rotation of keys. */
export const journalSealed: readonly SealedColumn[] = [{ table: 'journal_private', key: 'id', column: 'sealed', context }]

/** Writes one event in the caller's transaction; the journal is audit trail, timeline and source of notices at once. */
export async function record(tx: Tx, keyring: Keyring, by: Author, event: Event): Promise<void> {
  // Salted, so that the digest which outlives an erasure tells nothing of the values; over the plain text, so that it outlives a change of keys.
  const plain = event.private ? JSON.stringify({ ...event.private, salt: randomBytes(16).toString('base64url') }) : null
  await tx
    .insertInto('journal')
    .values({
      room: event.room,
      subject: event.subject,
      seq: event.seq,
      event: event.event,
      body: JSON.stringify(event.body ?? {}),
      private_digest: plain && createHash('sha256').update(plain).digest('hex'),
      account_id: by.actor?.accountId ?? null,
      actor_name: by.actor?.displayName ?? null,
      mandate: by.actor?.mandate ? JSON.stringify(by.actor.mandate) : null,
      address: by.request?.address ?? null,
      request_id: by.request?.id ?? null,
    })
    .execute()
  if (plain) {
    await tx
      .insertInto('journal_private')
      .values({ id: newId(), room: event.room, subject: event.subject, seq: event.seq, sealed: keyring.seal(plain, context) })
      .execute()
  }
}

/**
 * The same for the events of one deed on very many rows (an import): one statement, however many there are. Each
 * subject may stand there once.
 */
export async function recordAll(tx: Tx, keyring: Keyring, by: Author, events: readonly Event[]): Promise<void> {
  const plain = events.map((event) => (event.private ? JSON.stringify({ ...event.private, salt: randomBytes(16).toString('base64url') }) : null))
  const rows = events.map((event, i) => ({
    room: event.room, subject: event.subject, seq: event.seq, event: event.event, body: event.body ?? {},
    private_digest: plain[i] == null ? null : createHash('sha256').update(plain[i]).digest('hex'),
  }))
  const mandate = by.actor?.mandate ? JSON.stringify(by.actor.mandate) : null
  const sealed = rows.flatMap(({ room, subject, seq }, i) =>
    plain[i] == null ? [] : [{ id: newId(), room, subject, seq, sealed: keyring.seal(plain[i], context) }])
  const written = sql`
    insert into journal (room, subject, seq, event, body, private_digest, account_id, actor_name, mandate, address, request_id)
    select room, subject, seq, event, body, private_digest,
      ${by.actor?.accountId ?? null}::uuid, ${by.actor?.displayName ?? null}, ${mandate}::jsonb, ${by.request?.address ?? null}, ${by.request?.id ?? null}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (room text, subject uuid, seq int, event text, body jsonb, private_digest text)`
  await (sealed.length === 0 ? written : sql`
    with written as (${written})
    insert into journal_private (id, room, subject, seq, sealed)
    select id, room, subject, seq, sealed from jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb)
      as r (id uuid, room text, subject uuid, seq int, sealed text)`).execute(tx)
}

export interface PastEvent {
  seq: number
  event: string
  body: Record<string, unknown>
  private: Record<string, unknown> | null
  actorName: string | null
  mandate: Actor['mandate']
  at: Date
}

/** The personal values of an event as they were written; for lists that read the journal by themselves. */
export const openPrivate = (keyring: Keyring, sealed: string): Record<string, unknown> => JSON.parse(keyring.open(sealed, context)) as Record<string, unknown>

/** The events of one subject in their order: for timelines, and for replay. Reach is the caller's to check. */
export async function eventsOf(db: Db, keyring: Keyring, room: string, subject: string): Promise<PastEvent[]> {
  const rows = await db
    .selectFrom('journal as j')
    .leftJoin('journal_private as p', (on) =>
      on.onRef('p.room', '=', 'j.room').onRef('p.subject', '=', 'j.subject').onRef('p.seq', '=', 'j.seq'))
    .select(['j.seq', 'j.event', 'j.body', 'p.sealed', 'j.actor_name', 'j.mandate', 'j.at'])
    .where('j.room', '=', room)
    .where('j.subject', '=', subject)
    .orderBy('j.seq')
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    event: row.event,
    body: row.body as Record<string, unknown>,
    private: row.sealed ? openPrivate(keyring, row.sealed) : null,
    actorName: row.actor_name,
    mandate: row.mandate as Actor['mandate'],
    at: row.at,
  }))
}

/** The personal values of a subject's events are gone (I24); events, times and the digests of what was there stay. */
export const erasePrivate = async (tx: Tx, room: string, subject: string): Promise<void> =>
  void (await tx.deleteFrom('journal_private').where('room', '=', room).where('subject', '=', subject).execute())
