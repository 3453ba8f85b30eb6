import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import { openMail, openPhone, type Contact } from './account.ts'

/** `contactOf` for very many accounts at once: one statement, for the notices of a batch. */
export async function contactsOf(db: Db, keyring: Keyring, accountIds: readonly string[]): Promise<Map<string, Contact>> {
  if (accountIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('account').select(['id', 'user_name', 'display_name', 'lang', 'mail', 'phone']).where('id', '=', sql<string>`any(${[...accountIds]}::uuid[])`).execute()
  return new Map(rows.map((row) => [row.id, {
    userName: row.user_name, name: row.display_name, lang: row.lang === 'en' ? 'en' : 'zh', mail: openMail(keyring, row.mail), phone: openPhone(keyring, row.phone),
  }]))
}
