import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { EligibilityFacts } from './eligibility.ts'

interface Row { nature: string | null; region: string | null; registered_on: string | null; person_id: string | null; birth_date: string | null; title: string | null; degree: string | null }

const factsIn = (row: Row): EligibilityFacts => ({
  unit: { nature: row.nature, region: row.region, registeredOn: row.registered_on },
  leader: row.person_id === null ? null : { birthDate: row.birth_date, title: row.title, degree: row.degree },
})

/** Title and degree: what is approved (D4), or, where nothing is yet, what was handed in last. */
const reviewed = sql`
  left join lateral (
    select r.title, r.degree from profile_revision r where r.person_id = p.id and (f.approved_version is null or r.version = f.approved_version)
    order by r.version desc limit 1) v on true`

/**
 * What the platform holds of an account's person and of the unit that manages him now; null for an account without person (the
 * unit account: see `eligibilityForUnit`) and for whoever belongs to no unit.
 */
export async function eligibilityFor(db: Db, accountId: string): Promise<EligibilityFacts | null> {
  const { rows: [row] } = await sql<Row>`
    select n.unit_nature as nature, u.registered_district as region, n.registered_on::text as registered_on, p.id as person_id, f.birth_date::text as birth_date, v.title, v.degree
    from person p join unit u on u.id = p.unit_id left join unit_profile n on n.unit_id = u.id left join profile f on f.person_id = p.id ${reviewed}
    where p.account_id = ${accountId}`.execute(db)
  return row ? factsIn(row) : null
}

/** The same of a unit alone: for the unit account, which leads no project itself. */
export async function eligibilityForUnit(db: Db, unitId: string): Promise<EligibilityFacts | null> {
  const { rows: [row] } = await sql<Row>`
    select n.unit_nature as nature, u.registered_district as region, n.registered_on::text as registered_on, null::uuid as person_id
    from unit u left join unit_profile n on n.unit_id = u.id where u.id = ${unitId}`.execute(db)
  return row ? factsIn(row) : null
}
