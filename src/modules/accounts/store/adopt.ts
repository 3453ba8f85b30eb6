import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewAccount } from './accounts.ts'

/** However many there are, one statement; the unique indexes refuse all of them for one that is taken. */
export async function insertAccounts(tx: Tx, rows: readonly NewAccount[]): Promise<void> {
  await sql`
    insert into account (id, user_name, display_name, password_hash, password_changed_at, mail, mail_blind, phone, phone_blind,
      phone_last4_blind, lang, must_change_password, created_at)
    select id, user_name, display_name, password_hash, password_changed_at, mail, mail_blind, phone, phone_blind,
      phone_last4_blind, lang, must_change_password, created_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, user_name text, display_name text, password_hash text,
      password_changed_at timestamptz, mail text, mail_blind text, phone text, phone_blind text, phone_last4_blind text, lang text,
      must_change_password boolean, created_at timestamptz)`.execute(tx)
}
