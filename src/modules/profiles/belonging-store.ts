import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Belonging } from './routing.ts'

/** Grants in force that mean this person: by his account, or by his document where they still wait for his sign-in. */
const means = (person: string) => sql.raw(`(g.account_id = ${person}.account_id or (g.account_id is null and g.document_blind = ${person}.document_blind))`)

/** Says nothing new, but the index of managers is of this kind alone (0019). */
const ofManager = sql`g.kind = 'secondary_unit_manager'`

/** What somebody is within a unit that he names, and the secondary unit that he says he belongs to; null where the unit has no such one in force. */
export async function belongingOf(
  db: Db, of: { personId: string; unitId: string; secondaryUnitId: string | null },
): Promise<(Belonging & { secondaryUnitName: string | null }) | null> {
  const { rows: [row] } = await sql<{ name: string | null; manages: boolean; authorised: boolean }>`
    select (select s.name from secondary_unit s where s.id = ${of.secondaryUnitId} and s.unit_id = ${of.unitId} and s.active) as name,
      exists (select from role_grant g where g.secondary_unit_id = ${of.secondaryUnitId} and ${ofManager} and upper_inf(g.during) and ${means('p')}) as manages,
      exists (select from role_grant g where g.unit_id = ${of.unitId} and g.kind = 'authorised_person' and upper_inf(g.during) and ${means('p')}) as authorised
    from person p where p.id = ${of.personId}`.execute(db)
  if (!row || (of.secondaryUnitId && row.name === null)) return null
  return {
    unitId: of.unitId, secondaryUnit: of.secondaryUnitId ? { id: of.secondaryUnitId, active: true } : null, secondaryUnitName: row.name,
    managesIt: row.manages, isAuthorisedPerson: row.authorised,
  }
}

/** The same for the lines of these people in one unit that are shown, decided or not, with the desk at which each stands now. */
export async function belongingsOf(db: Db, unitId: string, personIds: readonly string[]): Promise<(Belonging & { reviewId: string; deskId: string })[]> {
  const { rows } = await sql<{ id: string; desk_id: string; secondary_unit_id: string | null; manages: boolean; authorised: boolean }>`
    select r.id, r.desk_id, r.secondary_unit_id,
      exists (select from role_grant g where g.secondary_unit_id = r.secondary_unit_id and ${ofManager} and upper_inf(g.during) and ${means('p')}) as manages,
      exists (select from role_grant g where g.unit_id = r.unit_id and g.kind = 'authorised_person' and upper_inf(g.during) and ${means('p')}) as authorised
    from profile_review r join person p on p.id = r.person_id
    where r.unit_id = ${unitId} and r.person_id = any(${[...personIds]}::uuid[]) and r.state in ('pending', 'approved', 'refused') order by r.id`.execute(db)
  return rows.map((row) => ({
    reviewId: row.id, deskId: row.desk_id, unitId, secondaryUnit: row.secondary_unit_id ? { id: row.secondary_unit_id, active: true } : null,
    managesIt: row.manages, isAuthorisedPerson: row.authorised,
  }))
}
