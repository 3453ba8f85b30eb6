import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { Document, Person } from './person.ts'
import { documentBlind, personIn, type PersonRow } from './person-store.ts'

/** More people than this with one number are no search, and are counted by nobody. */
const mostFound = 20

async function found(db: Db, keyring: Keyring, where: RawBuilder<unknown>): Promise<Person[]> {
  const { rows } = await sql<PersonRow>`select p.* from person p where ${where} order by p.vouched_at, p.id limit ${mostFound}`.execute(db)
  return rows.map((row) => personIn(row, keyring))
}

/** By something whole only: whoever knows no more than a part finds nobody. */
export const withDocument = (db: Db, keyring: Keyring, document: Document): Promise<Person[]> =>
  found(db, keyring, sql`p.document_blind = ${documentBlind(keyring, document)}`)

/** D21: the last four alone stand for thousands, so the name is asked for as well. */
export const withLast4 = (db: Db, keyring: Keyring, last4: string, name: string): Promise<Person[]> =>
  found(db, keyring, sql`p.document_last4_blind = ${keyring.blind(last4, 'document_last4')} and p.name = ${name}`)

/** By the key of the account, whatever capitals were typed (I14). */
export const withUserName = (db: Db, keyring: Keyring, userName: string): Promise<Person[]> =>
  found(db, keyring, sql`p.account_id = (select id from account where user_name_key = lower(normalize(${userName.trim()}, NFKC)))`)

/** Anybody, locked for the deed of the support. */
export async function anyForUpdate(tx: Tx, keyring: Keyring, id: string): Promise<Person | null> {
  const row = await tx.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? personIn(row, keyring) : null
}
