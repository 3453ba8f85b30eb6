import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Content } from '../calls/form/definition.ts'

export interface Frozen {
  applicationId: string
  revision: number
  callId: string
  callVersion: number
  content: Content
  /** The text that is hashed: its canonical JSON. */
  text: string
  hash: string
  receivedAt: Date
  /** The leader's window it came in; null where it came in the correction window. */
  window: { nth: number; opensAt: Date; closesAt: Date } | null
  correctUntil: Date | null
  submittedBy: string
  receipt: string
}

/** What is judged from now on, and never changes (E61), with the files it shows: clean ones alone (I23). */
export async function insertVersion(tx: Tx, v: Frozen): Promise<void> {
  await tx.insertInto('application_version').values({
    application_id: v.applicationId, revision: v.revision, call_version: v.callVersion, call_id: v.callId, content: v.text, hash: v.hash, received_at: v.receivedAt,
    window_nth: v.window?.nth ?? null, opens_at: v.window?.opensAt ?? null, closes_at: v.window?.closesAt ?? null, correct_until: v.correctUntil,
    submitted_by: v.submittedBy, receipt: v.receipt,
  }).execute()
  const files = v.content.files.map(({ id }) => ({ application_id: v.applicationId, revision: v.revision, file_id: id }))
  if (files.length > 0) await tx.insertInto('application_file').values(files).execute()
}

export interface VersionRow {
  revision: number
  callVersion: number
  hash: string
  receivedAt: Date
  receipt: string
}

/** Every submitted version, the last first, without its content. */
export const versionsOf = (db: Db, id: string): Promise<VersionRow[]> =>
  db.selectFrom('application_version').select(['revision', 'call_version as callVersion', 'hash', 'received_at as receivedAt', 'receipt'])
    .where('application_id', '=', id).orderBy('revision', 'desc').execute()

export async function contentAt(db: Db, id: string, revision: number): Promise<Content | null> {
  const row = await db.selectFrom('application_version').select(sql<Content>`content`.as('content')).where('application_id', '=', id).where('revision', '=', revision).executeTakeFirst()
  return row?.content ?? null
}

/** 项目编号: the call's code and a number of its own, given once. */
export async function nextNumber(tx: Tx, callCode: string): Promise<string> {
  const { rows: [row] } = await sql<{ n: string }>`select nextval('application_number')::text as n`.execute(tx)
  return `${callCode}-${(row?.n ?? '').padStart(6, '0')}`
}

export const insertApplication = (tx: Tx, row: {
  id: string; call_id: string; category: string; leader_id: string; account_id: string; leader_name: string; unit_id: string; unit_name: string
  secondary_unit_id: string | null; secondary_unit_name: string | null; begun_at: Date
}): Promise<unknown> =>
  tx.insertInto('application').values({ ...row, state: 'draft', changed_at: row.begun_at, place: sql`nextval('application_place')` }).execute()

/** A draft that was never submitted; the drafts room forgets its contents. */
export async function deleteApplication(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('application_look').where('application_id', '=', id).execute()
  await tx.deleteFrom('application').where('id', '=', id).where('revision', '=', 0).executeTakeFirstOrThrow()
}
