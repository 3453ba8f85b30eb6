import { sql, type Selectable } from 'kysely'
import { uuidPattern } from '../../kernel/ids.ts'
import { countedUpTo, cursorOf, keyOf } from '../../kernel/list.ts'
import { bareCode } from '../../codes/text.ts'
import { unitNameForComparison, unitNameSkeleton } from '../../codes/unit-name.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
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

/** Units of these authorities, newest approval first, by key. */
export async function unitsOf(db: Db, authorities: readonly string[], filters: UnitFilters) {
  const backwards = !!filters.before
  const key = timeKeyOf(filters.after ?? filters.before)
  let q = db
    .selectFrom('unit as u').innerJoin('authority as t', 't.id', 'u.authority_id')
    .where('u.authority_id', '=', sql<string>`any(${sql.val([...authorities])}::uuid[])`)
  if (filters.status) q = q.where('u.status', '=', filters.status)
  if (filters.creditCode) {
    const code = bareCode(filters.creditCode)
    q = q.where('u.credit_code', '=', code.ok ? code.value : '')
  }
  if (filters.name?.trim()) q = q.where('u.name_key', 'like', `%${unitNameForComparison(filters.name.trim()).replace(/[\\%_]/g, '\\$&')}%`)
  const counted = await db
    .selectFrom(q.select(sql`1`.as('one')).limit(countedUpTo + 1).as('c')).select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  if (key) q = q.where(sql<boolean>`(u.approved_at, u.id) ${sql.raw(backwards ? '>' : '<')} (${key[0]}::timestamptz, ${key[1]}::uuid)`)
  const found = (await q
    .selectAll('u').select(['t.name as authority', 't.name_en as authority_en', sql<string>`u.approved_at::text`.as('place')])
    .orderBy('u.approved_at', backwards ? 'asc' : 'desc').orderBy('u.id', backwards ? 'asc' : 'desc')
    .limit(filters.size + 1).execute()) as (ListedUnit & { place: string })[]
  return { ...pageOf(found, filters.size, backwards, !!key, (row) => [row.place, row.id]), n: counted.n }
}

/** Time and id of the row a page begins behind; a key that somebody made up is none, and never reaches a cast. */
export function timeKeyOf(cursor: string | undefined): [string, string] | null {
  const [time, id] = keyOf(cursor, 2)?.map(String) ?? []
  if (time === undefined || id === undefined || !uuidPattern.test(id)) return null
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(time) && !Number.isNaN(Date.parse(time)) ? [time, id] : null
}

/** Cuts one row more than a page into a page with its two cursors. */
export function pageOf<R>(found: R[], size: number, backwards: boolean, hasKey: boolean, placeOf: (row: R) => (string | number)[]) {
  const more = found.length > size
  const rows = found.slice(0, size)
  if (backwards) rows.reverse()
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    rows,
    next: last !== undefined && (backwards || more) ? cursorOf(placeOf(last)) : null,
    previous: first !== undefined && (backwards ? more : hasKey) ? cursorOf(placeOf(first)) : null,
  }
}
