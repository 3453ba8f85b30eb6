import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'

export interface Visit {
  /** Of the ID token. */
  sid: string
  sessionId: string
  personId: string
  subsystemId: string
}

/**
 * Somebody enters: kept once per sid, however often it comes back in. A logout under this sid that the subsystem has not
 * heard of yet is void: it would end what begins now.
 */
export async function noteVisit(tx: Tx, visit: Visit, at: Date): Promise<void> {
  await tx.deleteFrom('logout_call').where('sid', '=', visit.sid).execute()
  await tx.insertInto('subsystem_visit')
    .values({ sid: visit.sid, session_id: visit.sessionId, person_id: visit.personId, subsystem_id: visit.subsystemId, entered_at: at })
    .onConflict((on) => on.column('sid').doNothing()).execute()
}

/** Holds a person and a subsystem as they are: every deed that ends a grant, disables or closes holds one of them, and waits. */
export const holdBoth = (tx: Tx, personId: string, code: string): Promise<unknown> =>
  sql`select from person p, subsystem s where p.id = ${personId} and s.code = ${code} for share of p, s`.execute(tx)

/** These visits end, and each subsystem that has an address for it will be told: one statement, in the transaction of the deed. */
const endVisits = async (db: Db, which: RawBuilder<unknown>, now: Date): Promise<number> => {
  const { rows: [row] } = await sql<{ n: number }>`
    with gone as (delete from subsystem_visit v where ${which} returning sid, person_id, subsystem_id),
    told as (
      insert into logout_call (id, subsystem_id, person_id, sid, due_at, created_at)
      select gen_random_uuid(), g.subsystem_id, g.person_id, g.sid, ${now}, ${now}
      from gone g join subsystem s on s.id = g.subsystem_id where s.backchannel_logout_uri is not null)
    select count(*)::int as n from gone`.execute(db)
  return row?.n ?? 0
}

/** Of one person, to these subsystems. */
export const endVisitsOf = (tx: Tx, personId: string, subsystemIds: readonly string[], now: Date): Promise<number> =>
  endVisits(tx, sql`v.person_id = ${personId} and v.subsystem_id = any(${[...subsystemIds]}::uuid[])`, now)

/** Of one person, to all. */
export const endAllVisitsOf = (tx: Tx, personId: string, now: Date): Promise<number> => endVisits(tx, sql`v.person_id = ${personId}`, now)

/** Of whoever holds this account, to all. */
export const endVisitsOfAccount = (tx: Tx, accountId: string, now: Date): Promise<number> =>
  endVisits(tx, sql`v.person_id in (select id from person where account_id = ${accountId})`, now)

/** Of all people of a unit, to all. */
export const endVisitsOfUnit = (tx: Tx, unitId: string, now: Date): Promise<number> =>
  endVisits(tx, sql`v.person_id in (select id from person where unit_id = ${unitId})`, now)

/** Of everybody, to one subsystem. */
export const endVisitsTo = (tx: Tx, subsystemId: string, now: Date): Promise<number> => endVisits(tx, sql`v.subsystem_id = ${subsystemId}`, now)

/** Of those whom nobody gave it, where it was everybody's until now. */
export const endVisitsWithoutGrant = (tx: Tx, subsystemId: string, now: Date): Promise<number> =>
  endVisits(tx, sql`v.subsystem_id = ${subsystemId} and not exists (
    select from subsystem_grant g where g.person_id = v.person_id and g.subsystem_id = v.subsystem_id and upper_inf(g.during))`, now)

/**
 * Visits whose session of the platform is over, whatever ended it: 退出系统, rest, a new password, a unit that was
 * suspended. Looked for instead of listened to, since a session that rests too long does nothing.
 */
export const endVisitsOfOverSessions = (db: Db, now: Date, idleSince: Date): Promise<number> =>
  endVisits(db, sql`not exists (select from session l where l.id = v.session_id and l.expires_at > ${now} and l.seen_at > ${idleSince})
    or not exists (select from person p join account a on a.id = p.account_id join unit u on u.id = p.unit_id
      where p.id = v.person_id and a.state = 'active' and u.status = 'active')`, now)

export interface DueCall {
  id: string
  personId: string
  sid: string
  attempts: number
  createdAt: Date
  code: string
  /** null where the address was taken back meanwhile. */
  uri: string | null
}

/** The subsystems for which a call is due. */
export async function subsystemsToTell(db: Db, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from subsystem s where exists (select from logout_call c where c.subsystem_id = s.id and c.due_at <= ${now})`.execute(db)
  return rows.map(({ id }) => id)
}

/** What is due for one subsystem, the oldest first. */
export async function dueCalls(db: Db, subsystemId: string, now: Date, most: number): Promise<DueCall[]> {
  const rows = await db
    .selectFrom('logout_call as c').innerJoin('subsystem as s', 's.id', 'c.subsystem_id')
    .select(['c.id', 'c.person_id', 'c.sid', 'c.attempts', 'c.created_at', 's.code', 's.backchannel_logout_uri'])
    .where('c.subsystem_id', '=', subsystemId).where('c.due_at', '<=', now).orderBy('c.due_at').orderBy('c.id').limit(most).execute()
  return rows.map((row) => ({
    id: row.id, personId: row.person_id, sid: row.sid, attempts: row.attempts, createdAt: row.created_at, code: row.code, uri: row.backchannel_logout_uri,
  }))
}

export const dropCall = (db: Db, id: string): Promise<unknown> => db.deleteFrom('logout_call').where('id', '=', id).execute()

export const postponeCall = (db: Db, id: string, attempts: number, dueAt: Date): Promise<unknown> =>
  db.updateTable('logout_call').set({ attempts, due_at: dueAt }).where('id', '=', id).execute()
