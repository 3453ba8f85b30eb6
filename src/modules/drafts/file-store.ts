import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { DraftFile as FileTable } from '../../platform/db/tables.ts'

export type FileRow = Selectable<FileTable>

/** What stands there now, in the order of its coming; what was taken out does not. */
export const filesOf = (db: Db, draftId: string): Promise<FileRow[]> =>
  db.selectFrom('draft_file').selectAll().where('draft_id', '=', draftId).where('removed_at', 'is', null).orderBy('uploaded_at').orderBy('id').execute()

/** One file of a draft, also one that was taken out: submitted versions go on showing it. */
export const fileOf = (db: Db, draftId: string, id: string): Promise<FileRow | undefined> =>
  db.selectFrom('draft_file').selectAll().where('id', '=', id).where('draft_id', '=', draftId).executeTakeFirst()

export const insertFile = (tx: Tx, row: FileRow): Promise<unknown> => tx.insertInto('draft_file').values(row).execute()

export const removeFile = async (tx: Tx, id: string, at: Date): Promise<void> =>
  void (await tx.updateTable('draft_file').set({ removed_at: at }).where('id', '=', id).executeTakeFirstOrThrow())

/** Everything that was ever uploaded for a draft and is still kept. */
export async function keptOf(db: Db, draftId: string): Promise<{ files: number; bytes: number }> {
  const { rows: [row] } = await sql<{ files: number; bytes: number }>`
    select count(*)::int as files, coalesce(sum(bytes), 0)::float8 as bytes from draft_file where draft_id = ${draftId}`.execute(db)
  return row ?? { files: 0, bytes: 0 }
}

/** Files in quarantine: those that somebody waits for, then those that were taken out; the longest waiting first. `after`: the last one seen. */
export async function unchecked(db: Db, after: FileRow | null, most: number): Promise<FileRow[]> {
  // Ids are made in the order of coming, and are exact where a time that went through the program is not.
  const behind = after ? sql`and ((removed_at is not null), id) > (${after.removed_at !== null}, ${after.id})` : sql``
  const { rows } = await sql<FileRow>`
    select * from draft_file where state = 'checking' ${behind} order by (removed_at is not null), id limit ${most}`.execute(db)
  return rows
}

/**
 * The outcome of a second look, for every file that still waits for it; gives whether it was this one. A submission
 * that refers to the file holds its row meanwhile, or finds it refused (I23).
 */
export async function settleFile(tx: Tx, id: string, to: { state: 'clean'; previewKey: string | null } | { state: 'refused'; refusal: string }): Promise<boolean> {
  const columns = to.state === 'clean' ? { state: to.state, preview_key: to.previewKey } : { state: to.state, refusal: to.refusal }
  const row = await tx.updateTable('draft_file').set(columns).where('id', '=', id).where('state', '=', 'checking').returning('id').executeTakeFirst()
  return row !== undefined
}

/** Taken out before then, and shown by no submitted version: gone with this. */
export async function forgetRemoved(tx: Tx, before: Date, most: number): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    delete from draft_file where id in (
      select f.id from draft_file f where f.removed_at < ${before} and not exists (select from application_file a where a.application_id = f.draft_id and a.file_id = f.id)
      order by f.removed_at limit ${most} for update skip locked)
    returning *`.execute(tx)
  return rows
}

/** Which of these names of the store a row knows. */
export async function knownKeys(db: Db, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select file_key as key from draft_file where file_key = any(${sql.val([...keys])}::text[])
    union all select preview_key from draft_file where preview_key = any(${sql.val([...keys])}::text[])`.execute(db)
  return new Set(rows.map(({ key }) => key))
}
export const keysOf = ({ file_key, preview_key }: Pick<FileRow, 'file_key' | 'preview_key'>): string[] => (preview_key ? [file_key, preview_key] : [file_key])
