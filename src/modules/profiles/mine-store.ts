import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import { room } from './profile-journal.ts'
import { linkOf, shownOf, type Line } from './review-store.ts'
import type { Revision } from './profile.ts'

/** The decision on a version; null while there is none. */
export async function decisionOf(db: Db, personId: string, version: number) {
  return (await db.selectFrom('profile_decision').selectAll().where('person_id', '=', personId).where('version', '=', version).executeTakeFirst()) ?? null
}

/** S2-70..72: public facts of an active unit. */
export interface EmployerFacts {
  id: string
  name: string
  district: string | null
  unitNature: string | null
  postalAddress: string | null
}

/** A unit as an employer, if it is active, or the one that somebody belongs to whatever its status. */
export async function employerFacts(db: Db, unitId: string, { isActive }: { isActive: boolean }): Promise<EmployerFacts | null> {
  const { rows: [row] } = await sql<EmployerFacts>`
    select u.id, u.name, u.located_district as district, f.unit_nature as "unitNature", f.postal_address as "postalAddress"
    from unit u left join unit_profile f on f.unit_id = u.id where u.id = ${unitId} ${isActive ? sql`and u.status = 'active'` : sql``}`.execute(db)
  return row ?? null
}

/** S2-75: names of the secondary units in force, in the order of their coming. */
export async function secondaryUnitsOf(db: Db, unitId: string): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('secondary_unit').select(['id', 'name']).where('unit_id', '=', unitId).where('active', '=', true).orderBy('created_at').orderBy('id').execute()
}

export async function secondaryUnitNamed(db: Db, id: string | null): Promise<{ id: string; name: string; active: boolean } | null> {
  if (id === null) return null
  return (await db.selectFrom('secondary_unit').select(['id', 'name', 'active']).where('id', '=', id).executeTakeFirst()) ?? null
}

/** From which secondary unit to which its unit moved the line of somebody since he submitted this version, in their order; null is the unit itself. */
export async function movesSince(db: Db, { personId, version, unitId }: Pick<Revision, 'personId' | 'version' | 'unitId'>): Promise<{ from: string | null; to: string | null }[]> {
  const { rows } = await sql<{ from: string | null; to: string | null }>`
    select body ->> 'fromSecondaryUnit' as from, body ->> 'secondaryUnitId' as to from journal
    where room = ${room} and subject = ${personId} and event = 'moved' and body ->> 'unitId' = ${unitId} and seq > (
      select min(seq) from journal where room = ${room} and subject = ${personId} and event = 'submitted' and body ->> 'revision' = ${String(version)})
    order by seq`.execute(db)
  return rows
}

/** A secondary unit of that unit that goes on being active until this transaction ends: its row is held against archiving (I7). */
export async function activeSecondaryUnitForShare(tx: Tx, unitId: string, id: string): Promise<boolean> {
  const { rows } = await sql`select from secondary_unit where id = ${id} and unit_id = ${unitId} and active for share`.execute(tx)
  return rows.length === 1
}

/** Who manages it now, whether or not he has signed in since; null where nobody does. */
export async function hasManager(db: Db, secondaryUnitId: string): Promise<boolean> {
  const { rows } = await sql`select from role_grant where secondary_unit_id = ${secondaryUnitId} and kind = 'secondary_unit_manager' and upper_inf(during)`.execute(db)
  return rows.length > 0
}

/** N25: how many days decisions of this unit usually take, of the last fifty; null where there were none. */
export async function usualDaysOf(db: Db, unitId: string): Promise<number | null> {
  const { rows: [row] } = await sql<{ days: number | null }>`
    select percentile_cont(0.5) within group (order by extract(epoch from decided_at - submitted_at) / 86400) as days from (
      select decided_at, submitted_at from profile_review where unit_id = ${unitId} and state in ('pending','approved','refused') and decided_at is not null
      order by place desc limit 50) as d`.execute(db)
  return row?.days == null ? null : Math.max(1, Math.round(row.days))
}

/** A version begins to wait: the line of the person in that unit's list, new or again; `one_pending_profile_per_person` has the last word (I13). */
export async function putLine(
  tx: Tx, keyring: Keyring, of: { id: string; line: Line | null; revision: Revision; name: string; sex: string | null; deskId: string; place: number },
): Promise<void> {
  const { revision } = of
  const columns = {
    ...shownOf(keyring, revision, { name: of.name, sex: of.sex }), ...linkOf(revision.secondaryUnitId), state: 'pending', desk_id: of.deskId, place: of.place,
    submitted_at: revision.submittedAt, updated_at: revision.submittedAt, decided_at: null,
  }
  if (of.line) await tx.updateTable('profile_review').set(columns).where('id', '=', of.id).execute()
  else await tx.insertInto('profile_review').values({ id: of.id, person_id: revision.personId, unit_id: revision.unitId, ...columns }).execute()
}

/**
 * What waited is withdrawn: the line shows again what this unit approved and what is in force, or nothing (1.4.4).
 */
export async function restoreLine(
  tx: Tx, keyring: Keyring, of: { line: Line; approved: (Revision & { decidedAt: Date }) | null; who: { name: string; sex: string | null }; deskId: string; at: Date },
): Promise<void> {
  const { line, approved } = of
  const columns = approved
    ? { ...shownOf(keyring, approved, of.who), ...linkOf(approved.secondaryUnitId), state: 'approved', desk_id: of.deskId, decided_at: approved.decidedAt, submitted_at: approved.submittedAt }
    : { ...linkOf(null), state: 'withdrawn', desk_id: line.unitId }
  await tx.updateTable('profile_review').set({ ...columns, updated_at: of.at }).where('id', '=', line.id).execute()
}
