import type { Db, Tx } from '../../platform/db/database.ts'
import type { Amendment } from './merge.ts'

const columns = [
  'code', 'name', 'name_en as nameEn', 'parent', 'valid_from as validFrom', 'valid_to as validTo', 'successor', 'sort', 'version',
] as const

const textOf = (day: Date | string | null): string | null => (day instanceof Date ? day.toISOString().slice(0, 10) : day)

/** A date is text here: the driver gives it as it stands (db/values.ts), the generated type does not know that. */
const asAmendment = (row: { validFrom: Date | string | null; validTo: Date | string | null } & Omit<Amendment, 'validFrom' | 'validTo'>): Amendment => ({
  ...row,
  validFrom: textOf(row.validFrom),
  validTo: textOf(row.validTo),
})

/** Every amendment of every list: what the operator types in, so a few hundred rows at most. */
export async function allAmendments(db: Db): Promise<ReadonlyMap<string, Amendment[]>> {
  const rows = await db.selectFrom('code_entry').select(['list', ...columns]).orderBy('list').orderBy('sort').orderBy('code').execute()
  const byList = Map.groupBy(rows, (row) => row.list)
  return new Map([...byList].map(([list, found]) => [list, found.map(({ list: _, ...row }) => asAmendment(row))]))
}

export async function amendmentForUpdate(tx: Tx, list: string, code: string): Promise<Amendment | null> {
  const row = await tx.selectFrom('code_entry').select(columns).where('list', '=', list).where('code', '=', code).forUpdate().executeTakeFirst()
  return row ? asAmendment(row) : null
}

/** Keeps a row; false where somebody else kept one since `version` was read (0: there was none). */
export async function keepAmendment(tx: Tx, list: string, row: Amendment): Promise<boolean> {
  const values = {
    name: row.name, name_en: row.nameEn, parent: row.parent, valid_from: row.validFrom, valid_to: row.validTo,
    successor: row.successor, sort: row.sort,
  }
  if (row.version === 0) {
    const kept = await tx.insertInto('code_entry').values({ list, code: row.code, ...values })
      .onConflict((on) => on.columns(['list', 'code']).doNothing()).returning('code').executeTakeFirst()
    return kept !== undefined
  }
  const kept = await tx.updateTable('code_entry').set({ ...values, version: row.version + 1 })
    .where('list', '=', list).where('code', '=', row.code).where('version', '=', row.version).returning('code').executeTakeFirst()
  return kept !== undefined
}
