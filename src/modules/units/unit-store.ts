import { sql, type Selectable } from 'kysely'
import { bareCode } from '../../codes/text.ts'
import { unitNameForComparison, unitNameSkeleton } from '../../codes/unit-name.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage } from '../../platform/db/keyset.ts'
import type { Unit } from '../../platform/db/tables.ts'
import type { Registration } from './registration.ts'
import type { UnitStatus } from './unit.ts'

export type UnitRow = Selectable<Unit>

/** A unit out of an approved registration; `one_active_unit_per_credit_code` has the last word (I4). */
export async function insertUnit(tx: Tx, id: string, r: Registration, now: Date): Promise<void> {
  const f = r.form
  await tx
    .insertInto('unit')
    .values({
      id,
      status: 'active',
      name: f.name ?? '',
      name_key: unitNameForComparison(f.name ?? ''),
      name_skeleton: unitNameSkeleton(f.name ?? ''),
      credit_code: f.creditCode ?? '',
      credit_code_by_hand: f.creditCodeByHand,
      legal_nature: f.legalNature ?? '',
      legal_type: f.legalType ?? '',
      legal_representative: f.legalRepresentative ?? '',
      authority_id: r.deskId ?? '',
      registered_district: f.registeredDistrict ?? '',
      registered_address: f.registeredAddress ?? '',
      located_district: f.locatedDistrict ?? '',
      located_address: f.locatedAddress ?? '',
      approved_at: now,
    })
    .execute()
}

export const unitForUpdate = (tx: Tx, id: string): Promise<UnitRow | undefined> =>
  tx.selectFrom('unit').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const unitById = (db: Db, id: string): Promise<UnitRow | undefined> =>
  db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst()

export const saveUnitStatus = (tx: Tx, id: string, status: string, version: number): Promise<unknown> =>
  tx.updateTable('unit').set({ status, version }).where('id', '=', id).where('version', '=', version - 1).executeTakeFirstOrThrow()

/** The active unit with this code, and its keeper's name, for the refusal of a second registration (E01). */
export const activeUnitWithCode = (db: Db, creditCode: string): Promise<{ id: string; name: string; keeper: string | null } | undefined> =>
  db
    .selectFrom('unit as u')
    .leftJoin('mandate as m', (on) => on.onRef('m.scope_id', '=', 'u.id').on('m.post', '=', 'unit_account').on(sql<boolean>`upper_inf(m.during)`))
    .leftJoin('account as a', 'a.id', 'm.account_id')
    .select(['u.id', 'u.name', 'a.display_name as keeper'])
    .where('u.credit_code', '=', creditCode).where('u.status', '=', 'active')
    .executeTakeFirst()

export interface UnitFilters {
  name?: string | undefined
  creditCode?: string | undefined
  status?: UnitStatus | undefined
  after?: string | undefined
  before?: string | undefined
  size: number
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
