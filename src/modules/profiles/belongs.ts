import { sql } from 'kysely'
import { happened } from '../../platform/consequences.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'

/**
 * Says of these people that the secondary unit to which they belong may be another one now (`profiles.belongs`, a person each); what follows
 * must never refuse.
 */
export async function tellBelongs(tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, personIds: readonly string[]): Promise<void> {
  for (const subject of personIds) await happened(tx, call, 'profiles.belongs', { subject })
}

/** Before an approval: whom it takes to another secondary unit of the unit that approved a version before. */
export async function taken(tx: Tx, lines: readonly { id: string }[]): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select r.person_id from profile_review r join profile f on f.person_id = r.person_id join profile_revision v on v.person_id = f.person_id and v.version = f.approved_version
    where r.id = any(${lines.map(({ id }) => id)}::uuid[]) and v.unit_id = r.unit_id and v.version <> r.revision and v.secondary_unit_id is distinct from r.secondary_unit_id`.execute(tx)
  return rows.map((row) => row.person_id)
}
