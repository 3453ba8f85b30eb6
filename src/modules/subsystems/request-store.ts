import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'

export type RequestState = 'open' | 'granted' | 'declined' | 'withdrawn' | 'gone'

export interface Request {
  id: string
  personId: string
  subsystemId: string
  version: number
}

interface Row {
  id: string
  person_id: string
  subsystem_id: string
  version: number
}

const requestIn = (row: Row): Request => ({ id: row.id, personId: row.person_id, subsystemId: row.subsystem_id, version: row.version })

/** `one_open_request_for_a_subsystem` has the last word. */
export const insertRequest = (
  tx: Tx, row: { id: string; personId: string; subsystemId: string; unitId: string; note: string; at: Date; toldByMail: boolean },
): Promise<unknown> =>
  tx.insertInto('subsystem_request').values({
    id: row.id, person_id: row.personId, subsystem_id: row.subsystemId, unit_id: row.unitId, note: row.note, asked_at: row.at, told_by_mail: row.toldByMail,
  }).execute()

/** An open request of this unit; the person it is of is locked next, then the request is closed if it is still open. */
export async function openRequestOf(db: Db, unitId: string, id: string): Promise<(Request & { note: string }) | null> {
  const row = await db.selectFrom('subsystem_request').select(['id', 'person_id', 'subsystem_id', 'version', 'note'])
    .where('id', '=', id).where('unit_id', '=', unitId).where('state', '=', 'open').executeTakeFirst()
  return row ? { ...requestIn(row), note: row.note } : null
}

/** Closes the open requests of these pairs; gives them with their next version. */
export async function closeRequests(
  tx: Tx, pairs: readonly { personId: string; subsystemId: string }[], to: Exclude<RequestState, 'open'>, at: Date, answer = '',
): Promise<Request[]> {
  if (pairs.length === 0) return []
  const { rows } = await sql<Row>`
    update subsystem_request r set state = ${to}, answer = ${answer}, answered_at = ${at}, version = r.version + 1
    from unnest(${pairs.map((p) => p.personId)}::uuid[], ${pairs.map((p) => p.subsystemId)}::uuid[]) as p (person_id, subsystem_id)
    where r.person_id = p.person_id and r.subsystem_id = p.subsystem_id and r.state = 'open'
    returning r.id, r.person_id, r.subsystem_id, r.version`.execute(tx)
  return rows.map(requestIn)
}

/** All open ones of a person who left the unit they were put to. */
export async function closeRequestsOf(tx: Tx, personId: string, at: Date): Promise<Request[]> {
  const rows = await tx.updateTable('subsystem_request').set((e) => ({ state: 'gone', answered_at: at, version: e('version', '+', 1) }))
    .where('person_id', '=', personId).where('state', '=', 'open')
    .returning(['id', 'person_id', 'subsystem_id', 'version']).execute()
  return rows.map(requestIn)
}

/** All open ones that were put to a unit that is no more. */
export async function closeRequestsOfUnit(tx: Tx, unitId: string, at: Date): Promise<Request[]> {
  const rows = await tx.updateTable('subsystem_request').set((e) => ({ state: 'gone', answered_at: at, version: e('version', '+', 1) }))
    .where('unit_id', '=', unitId).where('state', '=', 'open')
    .returning(['id', 'person_id', 'subsystem_id', 'version']).execute()
  return rows.map(requestIn)
}

/** The last request of a person for each subsystem. */
export async function lastRequests(db: Db, personId: string): Promise<Map<string, { id: string; state: RequestState; note: string; askedAt: Date; answer: string; answeredAt: Date | null }>> {
  const rows = await db.selectFrom('subsystem_request').distinctOn('subsystem_id')
    .select(['id', 'subsystem_id', 'state', 'note', 'asked_at', 'answer', 'answered_at'])
    .where('person_id', '=', personId).orderBy('subsystem_id').orderBy('asked_at', 'desc').orderBy('id', 'desc').execute()
  return new Map(rows.map((row) => [row.subsystem_id, {
    id: row.id, state: row.state as RequestState, note: row.note, askedAt: row.asked_at, answer: row.answer, answeredAt: row.answered_at,
  }]))
}

/** Whether the mailbox of the unit heard of any question since, whatever became of that question. */
export async function wasMailedSince(db: Db, unitId: string, since: Date): Promise<boolean> {
  const row = await db.selectFrom('subsystem_request').select('id')
    .where('unit_id', '=', unitId).where('told_by_mail', '=', true).where('asked_at', '>', since).limit(1).executeTakeFirst()
  return row !== undefined
}

/** How often this person asked since, whatever became of it. */
export async function asksSince(db: Db, personId: string, since: Date): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`
    select count(*)::int as n from subsystem_request where person_id = ${personId} and asked_at > ${since}`.execute(db)
  return row?.n ?? 0
}

export interface ListedRequest {
  id: string
  version: number
  asked_at: Date
  note: string
  subsystem_id: string
  code: string
  subsystem_name: string
  name_en: string
  about: string
  about_en: string
  person_id: string
  user_name: string
  name: string
  state: string
  person_version: number
}

/** What people of a unit ask for, oldest first. */
export const requestsOf = (db: Db, unitId: string, ask: PageAsk): Promise<KeysetPage<ListedRequest>> =>
  keysetPage<ListedRequest>(db, {
    select: sql`r.id, r.version, r.asked_at, r.note, s.id as subsystem_id, s.code, s.name as subsystem_name, s.name_en, s.about, s.about_en,
      p.id as person_id, p.user_name, p.name, p.state, p.version as person_version`,
    from: sql`subsystem_request r join subsystem s on s.id = r.subsystem_id join person p on p.id = r.person_id`,
    where: [sql`r.unit_id = ${unitId}`, sql`r.state = 'open'`],
    keys: [{ kind: 'time', of: sql`r.asked_at` }, { kind: 'uuid', of: sql`r.id` }], descending: false,
  }, ask)
