import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { ProfileExport } from '../../platform/db/tables.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../platform/seal/rotate.ts'
import type { Lang } from '../../kernel/words.ts'
import type { ReviewFilters } from './desk-contract.ts'
import type { Reach } from './reach.ts'

const context = 'profile_export.filters'

/** For the rotation of keys. */
export const exportSealed: readonly SealedColumn[] = [{ table: 'profile_export', key: 'id', column: 'filters', context }]

export type ExportRow = Selectable<ProfileExport>
/** What was searched for, and in which language it is to be written. */
export interface Order {
  filters: ReviewFilters
  lang: Lang
}

export const reachIn = (row: Pick<ExportRow, 'unit_id' | 'desk_id'>): Reach => ({ unitId: row.unit_id, deskId: row.desk_id })
export const orderIn = (keyring: Keyring, row: ExportRow): Order => JSON.parse(keyring.open(row.filters, context)) as Order

export const insertExport = (tx: Tx, keyring: Keyring, of: { id: string; accountId: string; reach: Reach; purpose: string; order: Order; at: Date }): Promise<unknown> =>
  tx.insertInto('profile_export').values({
    id: of.id, asked_by: of.accountId, unit_id: of.reach.unitId, desk_id: of.reach.deskId, purpose: of.purpose,
    filters: keyring.seal(JSON.stringify(of.order), context), asked_at: of.at,
  }).execute()

/** What somebody asked for at this desk, the latest first. */
export const exportsOf = (db: Db, accountId: string, { unitId, deskId }: Reach): Promise<ExportRow[]> =>
  db.selectFrom('profile_export').selectAll().where('asked_by', '=', accountId).where('unit_id', '=', unitId).where('desk_id', deskId === null ? 'is' : '=', deskId)
    .orderBy('asked_at', 'desc').limit(20).execute()

export const waitingExports = (db: Db): Promise<ExportRow[]> =>
  db.selectFrom('profile_export').selectAll().where('state', '=', 'waiting').orderBy('asked_at').limit(20).execute()

export const expiredExports = (db: Db, now: Date): Promise<ExportRow[]> =>
  db.selectFrom('profile_export').selectAll().where('state', '=', 'made').where('expires_at', '<=', now).limit(200).execute()

/** Whether the account still acts for that desk: a workbook is not made for who has left. */
export async function stillActs(db: Db, row: ExportRow): Promise<boolean> {
  const { rows } = await sql`
    select from mandate where account_id = ${row.asked_by} and scope_id = ${row.desk_id ?? row.unit_id} and upper_inf(during)`.execute(db)
  return rows.length > 0
}

/** An end of an export that still is where it was; says whether it was. */
export async function endExport(db: Db  , row: ExportRow, ended: { state: 'made'; rows: number; file_key: string; done_at: Date; expires_at: Date } | { state: 'failed'; done_at: Date } | { state: 'expired'; file_key: null }): Promise<boolean> {
  const saved = await db.updateTable('profile_export').set(ended).where('id', '=', row.id).where('state', '=', row.state).returning('id').executeTakeFirst()
  return saved !== undefined
}
