import type { Selectable } from 'kysely'
import { overtaken, type Refusal } from '../../kernel/refusal.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { SecondaryUnit as SecondaryUnitTable } from '../../platform/db/tables.ts'
import type { SecondaryUnit } from './secondary-unit.ts'

export type SecondaryUnitRow = Selectable<SecondaryUnitTable>

const unitIn = (row: SecondaryUnitRow): SecondaryUnit => ({
  id: row.id, unitId: row.unit_id, name: row.name, active: row.active, version: row.version, createdAt: row.created_at, archivedAt: row.archived_at,
})

const columnsOf = (s: SecondaryUnit) => ({ name: s.name, active: s.active, version: s.version, archived_at: s.archivedAt })

export const insertSecondaryUnit = (tx: Tx, s: SecondaryUnit): Promise<unknown> =>
  tx.insertInto('secondary_unit').values({ id: s.id, unit_id: s.unitId, ...columnsOf(s), created_at: s.createdAt }).execute()

/** Keeps the next version; `one_secondary_unit_per_name` and who refers to it have the last word (I22, I7). */
export async function saveSecondaryUnit(tx: Tx, s: SecondaryUnit): Promise<Refusal | null> {
  const saved = await tx.updateTable('secondary_unit').set(columnsOf(s))
    .where('id', '=', s.id).where('version', '=', s.version - 1).returning('id').executeTakeFirst()
  return saved ? null : overtaken()
}

/** One of this unit, also an archived one. */
export async function secondaryUnitOf(db: Db, unitId: string, id: string): Promise<SecondaryUnit | null> {
  const row = await db.selectFrom('secondary_unit').selectAll().where('id', '=', id).where('unit_id', '=', unitId).executeTakeFirst()
  return row ? unitIn(row) : null
}

/** The same, held against everybody who links to it meanwhile (I7): they wait, and find it archived. */
export async function secondaryUnitForUpdate(tx: Tx, unitId: string, id: string): Promise<SecondaryUnit | null> {
  const row = await tx.selectFrom('secondary_unit').selectAll().where('id', '=', id).where('unit_id', '=', unitId).forUpdate().executeTakeFirst()
  return row ? unitIn(row) : null
}

/** Those in force, in the order of their coming. */
export async function activeSecondaryUnits(db: Db, unitId: string): Promise<SecondaryUnit[]> {
  const rows = await db.selectFrom('secondary_unit').selectAll().where('unit_id', '=', unitId).where('active', '=', true).orderBy('created_at').orderBy('id').execute()
  return rows.map(unitIn)
}
