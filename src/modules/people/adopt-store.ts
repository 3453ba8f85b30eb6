import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { Person } from './person.ts'
import { columnsOf, documentColumns } from './person-store.ts'

/** However many there are, one statement: the kept totals take them as a whole. */
export async function insertPeople(tx: Tx, keyring: Keyring, people: readonly Person[]): Promise<void> {
  const rows = people.map((p) => ({
    id: p.id, account_id: p.accountId, user_name: p.userName, name: p.name, ...documentColumns(keyring, p.document), ...columnsOf(keyring, p), created_at: p.createdAt,
  }))
  await sql`
    insert into person (id, account_id, user_name, name, document_type, document, document_blind, document_last4_blind,
      state, version, unit_id, place, state_reason, state_since, joined_at, vouched_at, compared_at, created_at)
    select id, account_id, user_name, name, document_type, document, document_blind, document_last4_blind,
      state, version, unit_id, place, state_reason, state_since, joined_at, vouched_at, created_at, created_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, account_id uuid, user_name text, name text, document_type text, document text,
      document_blind text, document_last4_blind text, state text, version int, unit_id uuid, place bigint, state_reason text,
      state_since timestamptz, joined_at timestamptz, vouched_at timestamptz, created_at timestamptz)`.execute(tx)
}
