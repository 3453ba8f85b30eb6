import type { AdapterPayload } from 'oidc-provider'
import type { Db } from '../../../platform/db/database.ts'
import { digest } from '../../../platform/secrets.ts'
import type { Keyring } from '../../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../../platform/seal/rotate.ts'

const context = 'oidc_record.payload'

/** For the rotation of keys. */
export const recordSealed: SealedColumn = { table: 'oidc_record', key: 'id', column: 'payload', context }

/** A value is worth something to whoever holds it: the table knows its digest only, and the payload is sealed. */
const idOf = (model: string, value: string): string => digest(`${model}:${value}`)

export async function putRecord(db: Db, keyring: Keyring, record: { model: string; value: string; payload: AdapterPayload; expiresAt: Date }): Promise<void> {
  const { model, value, payload, expiresAt } = record
  const columns = {
    payload: keyring.seal(JSON.stringify(payload), context), expires_at: expiresAt,
    grant_id: payload.grantId ? idOf('Grant', payload.grantId) : null,
    uid: payload.uid ? idOf(`${model}.uid`, payload.uid) : null,
  }
  await db.insertInto('oidc_record').values({ id: idOf(model, value), model, ...columns })
    .onConflict((on) => on.column('id').doUpdateSet(columns)).execute()
}

type Row = { payload: string; consumed_at: Date | null } | undefined

/** The payload, with the time of its use where it is used up. What does not open was kept for another installation. */
const payloadIn = (keyring: Keyring, row: Row): AdapterPayload | undefined => row && {
  ...(JSON.parse(keyring.open(row.payload, context)) as AdapterPayload), ...(row.consumed_at && { consumed: Math.floor(row.consumed_at.getTime() / 1000) }),
}

/** What is kept under this value and has not run out, and until when. */
export async function keptRecord(db: Db, keyring: Keyring, model: string, value: string, now: Date): Promise<{ payload: AdapterPayload; expiresAt: Date } | undefined> {
  const row = await db.selectFrom('oidc_record').select(['payload', 'consumed_at', 'expires_at'])
    .where('id', '=', idOf(model, value)).where('expires_at', '>', now).executeTakeFirst()
  const payload = payloadIn(keyring, row)
  return row && payload && { payload, expiresAt: row.expires_at }
}

export const findRecord = async (db: Db, keyring: Keyring, model: string, value: string, now: Date): Promise<AdapterPayload | undefined> =>
  (await keptRecord(db, keyring, model, value, now))?.payload

export const findRecordByUid = async (db: Db, keyring: Keyring, model: string, uid: string, now: Date): Promise<AdapterPayload | undefined> =>
  payloadIn(keyring, await db.selectFrom('oidc_record').select(['payload', 'consumed_at'])
    .where('uid', '=', idOf(`${model}.uid`, uid)).where('expires_at', '>', now).limit(1).executeTakeFirst())

/** I16: of many at once, one is told that it was the first. */
export async function consumeRecord(db: Db, model: string, value: string, now: Date): Promise<boolean> {
  const row = await db.updateTable('oidc_record').set({ consumed_at: now })
    .where('id', '=', idOf(model, value)).where('consumed_at', 'is', null).where('expires_at', '>', now).returning('id').executeTakeFirst()
  return row !== undefined
}

export const dropRecord = (db: Db, model: string, value: string): Promise<unknown> =>
  db.deleteFrom('oidc_record').where('id', '=', idOf(model, value)).execute()

/** Codes and tokens of one authorisation, of one kind. */
export const dropRecordsOfGrant = (db: Db, model: string, grantId: string): Promise<unknown> =>
  db.deleteFrom('oidc_record').where('grant_id', '=', idOf('Grant', grantId)).where('model', '=', model).execute()

/** The authorisation that this one belongs to: without it no code is redeemed and no token answers, not even one that is being made now. */
export const dropGrantOf = (db: Db, model: string, value: string): Promise<unknown> =>
  db.deleteFrom('oidc_record').where('id', 'in', (e) => e.selectFrom('oidc_record as of').select('of.grant_id').where('of.id', '=', idOf(model, value))).execute()

export const pruneRecords = (db: Db, now: Date): Promise<unknown> => db.deleteFrom('oidc_record').where('expires_at', '<=', now).execute()
