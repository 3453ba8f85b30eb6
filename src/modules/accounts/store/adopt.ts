import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { userNameKey, type NewAccount } from './accounts.ts'

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

export interface Wanted {
  userName: string
  mailBlind: string | null
  phoneBlind: string | null
}

/** Who has the user name, the mailbox and the phone of each, in one query; in the order that was asked. */
export async function holdersOfAll(db: Db, wanted: readonly Wanted[]): Promise<{ userName: string | null; mail: string | null; phone: string | null }[]> {
  const asked = wanted.map((one, n) => ({ n, key: userNameKey(one.userName), mail: one.mailBlind, phone: one.phoneBlind }))
  const { rows } = await sql<{ userName: string | null; mail: string | null; phone: string | null }>`
    select u.id as "userName", m.id as mail, p.id as phone
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as w (n int, key text, mail text, phone text)
    left join account u on u.user_name_key = w.key
    left join account m on m.mail_blind = w.mail
    left join account p on p.phone_blind = w.phone
    order by w.n`.execute(db)
  return rows
}
