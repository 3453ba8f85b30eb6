import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Unit } from './unit.ts'
import { columnsOf } from './unit-store.ts'

/** Rows and names of many new units, two statements. */
export async function insertAdopted(tx: Tx, units: readonly Unit[]): Promise<void> {
  const rows = units.map((unit) => ({ id: unit.id, name_id: newId(unit.approvedAt.getTime()), ...columnsOf(unit) }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, name_id uuid, status text, version int, approved_at timestamptz,
    name text, name_key text, name_skeleton text, credit_code text, credit_code_by_hand boolean, legal_nature text, legal_type text,
    legal_representative text, authority_id uuid, registered_district text, registered_address text, located_district text, located_address text)`
  await sql`
    insert into unit (id, status, version, approved_at, name, name_key, name_skeleton, credit_code, credit_code_by_hand, legal_nature, legal_type,
      legal_representative, authority_id, registered_district, registered_address, located_district, located_address)
    select id, status, version, approved_at, name, name_key, name_skeleton, credit_code, credit_code_by_hand, legal_nature, legal_type,
      legal_representative, authority_id, registered_district, registered_address, located_district, located_address
    from ${given}`.execute(tx)
  await sql`insert into unit_name (id, unit_id, name, during) select name_id, id, name, tstzrange(approved_at, null) from ${given}`.execute(tx)
}
