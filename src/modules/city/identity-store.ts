import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Identity as IdentityTable } from '../../platform/db/tables.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../platform/seal/rotate.ts'
import type { LegalFacts, PersonFacts } from './claims.ts'
import type { Door } from './door.ts'

const context = 'identity.said'

/** For the rotation of keys. */
export const identitySealed: readonly SealedColumn[] = [{ table: 'identity', key: 'id', column: 'said', context }]

/** What the provider says of whoever came through a door. */
export type Said = LegalFacts | PersonFacts

/** Who somebody is at the provider, and whose account it is here. */
export interface Identity {
  id: string
  issuer: string
  subject: string
  door: Door
  accountId: string
  name: string
  /** What the provider said at the last sign-in. */
  said: Said
  linkedAt: Date
  lastSeenAt: Date
  version: number
}

const identityIn = (row: Selectable<IdentityTable>, keyring: Keyring): Identity => ({
  id: row.id, issuer: row.issuer, subject: row.subject, door: row.door as Door, accountId: row.account_id, name: row.name,
  said: JSON.parse(keyring.open(row.said, context)) as Said, linkedAt: row.linked_at, lastSeenAt: row.last_seen_at, version: row.version,
})

/** One after the other for one subject, and for one document or credit code, until the transaction ends: of two first sign-ins the second finds the first. */
export const alone = async (tx: Tx, keyring: Keyring, kind: 'subject' | 'facts', key: string): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(hashtextextended(${`city ${kind} ${keyring.blind(key, `city.${kind}`)}`}, 0))`.execute(tx))

/** By the key of an identity, issuer and subject (S2-01), locked for the deed. */
export async function identityForUpdate(tx: Tx, keyring: Keyring, { issuer, subject }: { issuer: string; subject: string }): Promise<Identity | null> {
  const row = await tx.selectFrom('identity').selectAll().where('issuer', '=', issuer).where('subject', '=', subject).forUpdate().executeTakeFirst()
  return row ? identityIn(row, keyring) : null
}

/** The identity that an account is linked with at this provider. */
export async function identityOfAccount(db: Db, keyring: Keyring, issuer: string, accountId: string): Promise<Identity | null> {
  const row = await db.selectFrom('identity').selectAll().where('issuer', '=', issuer).where('account_id', '=', accountId).executeTakeFirst()
  return row ? identityIn(row, keyring) : null
}

/** All that an account is linked with, the latest first. */
export async function identitiesOf(db: Db, keyring: Keyring, accountId: string): Promise<Identity[]> {
  const rows = await db.selectFrom('identity').selectAll().where('account_id', '=', accountId).orderBy('linked_at', 'desc').execute()
  return rows.map((row) => identityIn(row, keyring))
}

export const insertIdentity = (tx: Tx, keyring: Keyring, i: Identity): Promise<unknown> =>
  tx.insertInto('identity').values({
    id: i.id, issuer: i.issuer, subject: i.subject, door: i.door, account_id: i.accountId, name: i.name, said: keyring.seal(JSON.stringify(i.said), context),
    linked_at: i.linkedAt, last_seen_at: i.lastSeenAt, version: i.version,
  }).execute()

/** The caller holds the row. */
export const saveIdentity = (tx: Tx, keyring: Keyring, i: Identity): Promise<unknown> =>
  tx.updateTable('identity').set({ name: i.name, said: keyring.seal(JSON.stringify(i.said), context), last_seen_at: i.lastSeenAt, version: i.version })
    .where('id', '=', i.id).execute()

export const deleteIdentity = (tx: Tx, id: string): Promise<unknown> => tx.deleteFrom('identity').where('id', '=', id).execute()
