import { sql } from 'kysely'
import { happened } from '../../platform/consequences.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'

/**
 * SQL: id of the secondary unit of his own unit to which a person `p` belongs now, or null. That of the version in force, wherever the
 * structure has moved it since; before one is, that of what was handed in.
 */
export const belongsTo = sql`(
  select case when v.version is null or v.version = r.revision or v.unit_id <> r.unit_id then r.secondary_unit_id else v.secondary_unit_id end
  from profile_review r left join profile f on f.person_id = r.person_id left join profile_revision v on v.person_id = f.person_id and v.version = f.approved_version
  where r.person_id = p.id and r.unit_id = p.unit_id and r.state <> 'left')`

/**
 * Says of these people that the secondary unit to which they belong may be another one now (`profiles.belongs`); what follows must never
 * refuse. One statement finds the few of whom there is something to follow: who writes an application that stands at another secondary
 * unit. It is said of each of these by himself; of all others nothing is said.
 */
export async function tellBelongs(tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const { rows } = await sql<{ id: string }>`
    select p.id from person p where p.id = any(${[...personIds]}::uuid[]) and exists (
      select from application a where a.account_id = p.account_id and a.unit_id = p.unit_id and a.state in ('draft','returned','withdrawn')
        and a.secondary_unit_id is distinct from ${belongsTo}) order by p.id`.execute(tx)
  for (const { id } of rows) await happened(tx, call, 'profiles.belongs', { subject: id })
}

/** Before an approval: whom it takes to another secondary unit of the unit that approved a version before. */
export async function taken(tx: Tx, lines: readonly { id: string }[]): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select r.person_id from profile_review r join profile f on f.person_id = r.person_id join profile_revision v on v.person_id = f.person_id and v.version = f.approved_version
    where r.id = any(${lines.map(({ id }) => id)}::uuid[]) and v.unit_id = r.unit_id and v.version <> r.revision and v.secondary_unit_id is distinct from r.secondary_unit_id`.execute(tx)
  return rows.map((row) => row.person_id)
}
