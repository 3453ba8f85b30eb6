import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Content } from '../../calls/form/definition.ts'
import { versionsWithin } from '../reach.ts'

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
  /** Whose it is, and stays (E10). */
  leader: { personId: string; name: string; unit: string; department: string | null }
}

/** What is judged from now on, and never changes (E61), with the files it shows: clean ones alone (I23). */
export async function insertVersion(tx: Tx, v: Frozen): Promise<void> {
  await tx.insertInto('application_version').values({
    application_id: v.applicationId, revision: v.revision, call_version: v.callVersion, call_id: v.callId, content: v.text, hash: v.hash, received_at: v.receivedAt,
    window_nth: v.window?.nth ?? null, opens_at: v.window?.opensAt ?? null, closes_at: v.window?.closesAt ?? null, correct_until: v.correctUntil,
    submitted_by: v.submittedBy, receipt: v.receipt,
    leader_id: v.leader.personId, leader_name: v.leader.name, unit_name: v.leader.unit, secondary_unit_name: v.leader.department,
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
  /** Whose it is, and from where (E10, E34). */
  leaderName: string
  unitName: string
  secondaryUnitName: string | null
}

/** Every submitted version, the last first, without its content; for a desk those that it reads (reach.ts). */
export async function versionsOf(db: Db, id: string, desk: Pick<Actor, 'mandate'> | null = null): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.revision, v.call_version as "callVersion", v.hash, v.received_at as "receivedAt", v.receipt, v.leader_name as "leaderName", v.unit_name as "unitName", v.secondary_unit_name as "secondaryUnitName"
    from application_version v join application a on a.id = v.application_id
    where v.application_id = ${id} ${desk ? sql`and ${versionsWithin(desk)}` : sql``} order by v.revision desc`.execute(db)
  return rows
}

/** Which versions of it somebody submitted himself: others are another leader's (E10). */
export async function ownRevisions(db: Db, id: string, accountId: string): Promise<ReadonlySet<number>> {
  const rows = await db.selectFrom('application_version').select('revision').where('application_id', '=', id).where('submitted_by', '=', accountId).execute()
  return new Set(rows.map(({ revision }) => revision))
}

/** Whether a version that this desk reads shows this file. */
export async function isShown(db: Db, id: string, fileId: string, desk: Pick<Actor, 'mandate'>): Promise<boolean> {
  const { rows } = await sql`
    select 1 from application_file v join application a on a.id = v.application_id where v.application_id = ${id} and v.file_id = ${fileId} and ${versionsWithin(desk)} limit 1`.execute(db)
  return rows.length > 0
}

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

/** A draft that was never submitted; the drafts room forgets its contents. A batch that skipped it tells it as not found from now on. */
export async function deleteApplication(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('application_batch_item').where('application_id', '=', id).execute()
  await tx.deleteFrom('application_look').where('application_id', '=', id).execute()
  await tx.deleteFrom('application').where('id', '=', id).where('revision', '=', 0).returning('id').executeTakeFirstOrThrow()
}
