import { sql, type Selectable } from 'kysely'
import { overtaken, type Refusal } from '../../kernel/refusal.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'
import type { LegacyImport as ImportTable } from '../../platform/db/tables.ts'
import type { Encoding, Separator } from './encoding.ts'
import { endStates, statesBefore, type Counts, type ImportState } from './import.ts'

type Row = Selectable<ImportTable>

export interface Import {
  id: string
  state: ImportState
  version: number
  fileName: string
  bytes: number
  fileKey: string | null
  encoding: Encoding
  separator: Separator
  problem: string | null
  problemParams: Record<string, string | number>
  total: number
  done: number
  counts: Counts
  units: number
  sendMail: boolean
  attempts: number
  startedBy: string | null
  createdAt: Date
  checkedAt: Date | null
  importedAt: Date | null
  erasedAt: Date | null
}

const importIn = (row: Row): Import => ({
  id: row.id, state: row.state as ImportState, version: row.version, fileName: row.file_name, bytes: row.bytes, fileKey: row.file_key,
  encoding: row.encoding as Encoding, separator: row.separator as Separator,
  problem: row.problem, problemParams: row.problem_params as Record<string, string | number>,
  total: row.total, done: row.done, counts: countsIn(row), units: row.n_units, sendMail: row.send_mail, attempts: row.attempts,
  startedBy: row.started_by, createdAt: row.created_at, checkedAt: row.checked_at, importedAt: row.imported_at, erasedAt: row.erased_at,
})
const countsIn = (row: Pick<Row, 'n_new' | 'n_there' | 'n_conflict' | 'n_defect'>): Counts =>
  ({ ok_new: row.n_new, already_there: row.n_there, conflict: row.n_conflict, defect: row.n_defect })

export const insertImport = (
  tx: Tx, one: { id: string; file_name: string; bytes: number; sha256: string; file_key: string; encoding: Encoding; separator: Separator; total: number; uploaded_by: string; created_at: Date },
): Promise<unknown> => tx.insertInto('legacy_import').values({ ...one, state: 'checking' }).execute()

export async function importById(db: Db, id: string): Promise<Import | null> {
  const row = await db.selectFrom('legacy_import').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? importIn(row) : null
}

export async function importForUpdate(tx: Tx, id: string): Promise<Import | null> {
  const row = await tx.selectFrom('legacy_import').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? importIn(row) : null
}

export type Change = Partial<{
  state: ImportState
  file_key: null
  encoding: Encoding
  separator: Separator
  problem: string | null
  problem_params: string
  total: number
  done: number
  n_new: number
  n_there: number
  n_conflict: number
  n_defect: number
  n_units: number
  send_mail: boolean
  attempts: number
  started_by: string
  checked_at: Date
  imported_at: Date
  erased_at: Date
}>

/** The next version of a row; somebody who was faster makes it `overtaken`. */
export async function saveImport(tx: Tx, before: Pick<Import, 'id' | 'version'>, change: Change): Promise<null | Refusal> {
  const saved = await tx
    .updateTable('legacy_import').set({ ...change, version: before.version + 1 })
    .where('id', '=', before.id).where('version', '=', before.version).returning('id').executeTakeFirst()
  return saved ? null : overtaken()
}

/** How far the step under way is, and that it was begun once more: no events. */
export const noteProgress = (db: Db, id: string, done: number): Promise<unknown> =>
  db.updateTable('legacy_import').set({ done }).where('id', '=', id).execute()
export async function noteAttempt(db: Db, id: string): Promise<number> {
  const row = await db.updateTable('legacy_import').set((e) => ({ attempts: e('attempts', '+', 1), done: 0 })).where('id', '=', id).returning('attempts').executeTakeFirst()
  return row?.attempts ?? 0
}

/** What waits for the job, oldest first. */
export const waitingImports = (db: Db): Promise<{ id: string; state: ImportState }[]> =>
  db.selectFrom('legacy_import').select(['id', sql<ImportState>`state`.as('state')]).where('state', 'in', [...statesBefore('finish_check'), ...statesBefore('finish')]).orderBy('created_at').execute()

/** Those whose file is still there and is not needed any more. */
export const importsToErase = (db: Db, before: Date): Promise<{ id: string; state: string; fileKey: string | null }[]> =>
  db.selectFrom('legacy_import').select(['id', 'state', 'file_key as fileKey']).where('file_key', 'is not', null)
    .where((e) => e.or([e('state', 'in', endStates), e.and([e('created_at', '<', before), e('state', 'in', statesBefore('expire'))])]))
    .execute()

/** Which of these keys belong to an import. */
export const fileKeysAmong = async (db: Db, keys: readonly string[]): Promise<Set<string>> =>
  new Set((await db.selectFrom('legacy_import').select('file_key as key').where('file_key', '=', sql<string>`any(${sql.val([...keys])}::text[])`).execute()).flatMap(({ key }) => key ?? []))

export const noteErased = (db: Db, id: string, at: Date): Promise<unknown> =>
  db.updateTable('legacy_import').set({ file_key: null, erased_at: at }).where('id', '=', id).where('file_key', 'is not', null).execute()

export interface ListedImport {
  id: string
  state: ImportState
  fileName: string
  total: number
  counts: Counts
  by: string
  createdAt: Date
}

export async function importsPage(db: Db, ask: PageAsk): Promise<KeysetPage<ListedImport>> {
  const page = await keysetPage<Row & { by: string }>(db, {
    select: sql`i.*, a.display_name as by`, from: sql`legacy_import i join account a on a.id = i.uploaded_by`, where: [],
    keys: [{ kind: 'time', of: sql`i.created_at` }, { kind: 'uuid', of: sql`i.id` }], descending: true,
  }, ask)
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id, state: row.state as ImportState, fileName: row.file_name, total: row.total, counts: countsIn(row), by: row.by, createdAt: row.created_at,
    })),
  }
}

/** Names of the account that uploaded and of the one that confirmed. */
export async function actorsOf(db: Db, id: string): Promise<{ by: string; startedBy: string | null }> {
  const row = await db.selectFrom('legacy_import as i').innerJoin('account as u', 'u.id', 'i.uploaded_by').leftJoin('account as s', 's.id', 'i.started_by')
    .select(['u.display_name as by', 's.display_name as startedBy']).where('i.id', '=', id).executeTakeFirst()
  return row ?? { by: '', startedBy: null }
}
