import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { CallDocument } from './document.ts'

/** A version as it was published; it never changes. */
export interface PublishedVersion {
  version: number
  document: CallDocument
  hash: string
  note: string
  publishedBy: string
  publishedAt: Date
}

const versions = (db: Db, callId: string) =>
  db.selectFrom('call_version as v').innerJoin('account as a', 'a.id', 'v.published_by').where('v.call_id', '=', callId)
    .select(['v.version', 'v.hash', 'v.note', 'a.display_name as publishedBy', 'v.published_at as publishedAt'])

/** All of them without their documents, the newest first. */
export const versionsOf = (db: Db, callId: string): Promise<Omit<PublishedVersion, 'document'>[]> => versions(db, callId).orderBy('v.version', 'desc').execute()

export const versionOf = async (db: Db, callId: string, version: number): Promise<PublishedVersion | null> =>
  (await versions(db, callId).select(sql<CallDocument>`v.document`.as('document')).where('v.version', '=', version).executeTakeFirst()) ?? null

export const addVersion = (tx: Tx, callId: string, row: Omit<PublishedVersion, 'publishedBy'>, publishedBy: string): Promise<unknown> =>
  tx.insertInto('call_version').values({
    call_id: callId, version: row.version, document: JSON.stringify(row.document), hash: row.hash, note: row.note, published_by: publishedBy, published_at: row.publishedAt,
  }).execute()
