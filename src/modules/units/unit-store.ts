import { sql, type Selectable } from 'kysely'
import { bareCode } from '../../codes/text.ts'
import { unitNameForComparison, unitNameSkeleton } from '../../codes/unit-name.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'
import type { Unit as UnitTable } from '../../platform/db/tables.ts'
import type { Unit, UnitStatus } from './unit.ts'

export type UnitRow = Selectable<UnitTable>

/** The row as the law knows it. */
export const unitIn = (row: UnitRow): Unit => ({
  id: row.id, status: row.status as UnitStatus, version: row.version, approvedAt: row.approved_at,
  name: row.name, creditCode: row.credit_code, creditCodeByHand: row.credit_code_by_hand, legalNature: row.legal_nature, legalType: row.legal_type,
  legalRepresentative: row.legal_representative, authorityId: row.authority_id, registeredDistrict: row.registered_district,
  registeredAddress: row.registered_address, locatedDistrict: row.located_district, locatedAddress: row.located_address,
})

/** For the stores of this room. */
export const columnsOf = (unit: Unit) => ({
  status: unit.status, version: unit.version, approved_at: unit.approvedAt,
  name: unit.name, name_key: unitNameForComparison(unit.name), name_skeleton: unitNameSkeleton(unit.name),
  credit_code: unit.creditCode, credit_code_by_hand: unit.creditCodeByHand, legal_nature: unit.legalNature, legal_type: unit.legalType,
  legal_representative: unit.legalRepresentative, authority_id: unit.authorityId, registered_district: unit.registeredDistrict,
  registered_address: unit.registeredAddress, located_district: unit.locatedDistrict, located_address: unit.locatedAddress,
})

/** A unit out of an approved registration; `one_active_unit_per_credit_code` has the last word (I4). */
export const insertUnit = (tx: Tx, unit: Unit): Promise<unknown> => tx.insertInto('unit').values({ id: unit.id, ...columnsOf(unit) }).execute()

/** The next version of a row that the caller holds locked. */
export const saveUnit = (tx: Tx, unit: Unit): Promise<unknown> =>
  tx.updateTable('unit').set(columnsOf(unit)).where('id', '=', unit.id).where('version', '=', unit.version - 1).executeTakeFirstOrThrow()

export async function unitForUpdate(tx: Tx, id: string): Promise<Unit | null> {
  const row = await tx.selectFrom('unit').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? unitIn(row) : null
}

export async function unitById(db: Db, id: string): Promise<Unit | null> {
  const row = await db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? unitIn(row) : null
}

/** The active unit with this code, and its keeper's name, for the refusal of a second registration (E01). */
export const activeUnitWithCode = (db: Db, creditCode: string): Promise<{ id: string; name: string; keeper: string | null } | undefined> =>
  db
    .selectFrom('unit as u')
    .leftJoin('mandate as m', (on) => on.onRef('m.scope_id', '=', 'u.id').on('m.post', '=', 'unit_account').on(sql<boolean>`upper_inf(m.during)`))
    .leftJoin('account as a', 'a.id', 'm.account_id')
    .select(['u.id', 'u.name', 'a.display_name as keeper'])
    .where('u.credit_code', '=', creditCode).where('u.status', '=', 'active')
    .executeTakeFirst()

export interface UnitFilters extends PageAsk {
  name?: string | undefined
  creditCode?: string | undefined
  status?: UnitStatus | undefined
}

export interface ListedUnit extends UnitRow {
  authority: string
  authority_en: string
}

/** Units of these authorities, newest approval first, by key, with the total up to 10,000 (D22). */
export function unitsOf(db: Db, authorities: readonly string[], filters: UnitFilters): Promise<KeysetPage<ListedUnit>> {
  const where = [sql`u.authority_id = any(${sql.val([...authorities])}::uuid[])`]
  if (filters.status) where.push(sql`u.status = ${filters.status}`)
  if (filters.creditCode?.trim()) {
    const code = bareCode(filters.creditCode)
    where.push(sql`u.credit_code = ${code.ok ? code.value : ''}`)
  }
  const name = filters.name?.trim()
  if (name) {
    if ([...name].length > 1) where.push(sql`bigrams(u.name) @> bigrams(${name})`)
    where.push(sql`position(lower(normalize(${unitNameForComparison(name)}, NFKC)) in lower(normalize(u.name_key, NFKC))) > 0`)
  }
  return keysetPage<ListedUnit>(db, {
    select: sql`u.*, t.name as authority, t.name_en as authority_en`,
    from: sql`unit u join authority t on t.id = u.authority_id`,
    where, keys: [{ kind: 'time', of: sql`u.approved_at` }, { kind: 'uuid', of: sql`u.id` }], descending: true,
  }, filters)
}
