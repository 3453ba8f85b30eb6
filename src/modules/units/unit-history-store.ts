import { sql } from 'kysely'
import { unitNameForComparison } from '../../codes/unit-name.ts'
import { newId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { UnitStatus } from './unit.ts'

/** The name that a unit bears from then on (E03); the one before ends at that moment. */
export async function beginName(tx: Tx, unitId: string, name: string, now: Date): Promise<void> {
  await sql`update unit_name set during = tstzrange(lower(during), ${now}) where unit_id = ${unitId} and upper_inf(during)`.execute(tx)
  await sql`insert into unit_name (id, unit_id, name, during) values (${newId(now.getTime())}, ${unitId}, ${name}, tstzrange(${now}, null))`.execute(tx)
}

/** All names, the present one first; times as they were, `to` null for the present one. */
export async function namesOf(db: Db, unitId: string): Promise<{ name: string; from: Date; to: Date | null }[]> {
  const { rows } = await sql<{ name: string; from: Date; to: Date | null }>`
    select name, lower(during) as "from", upper(during) as "to" from unit_name where unit_id = ${unitId} order by lower(during) desc`.execute(db)
  return rows
}

/** The name that the unit bore at that time, for whatever was done then; null before its approval. */
export async function nameAt(db: Db, unitId: string, time: Date): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`select name from unit_name where unit_id = ${unitId} and during @> ${time}::timestamptz`.execute(db)
  return rows[0]?.name ?? null
}

export const insertSuccessors = async (tx: Tx, unitId: string, successors: readonly string[]): Promise<void> => {
  if (successors.length === 0) return
  await tx.insertInto('unit_successor').values(successors.map((successor_id) => ({ unit_id: unitId, successor_id }))).execute()
}

export interface Relative {
  id: string
  name: string
  creditCode: string
  status: UnitStatus
}

/** Who follows the unit, and whom it follows (E04). */
export async function relativesOf(db: Db, unitId: string): Promise<{ successors: Relative[]; predecessors: Relative[] }> {
  const { rows } = await sql<Relative & { follows: boolean }>`
    select u.id, u.name, u.credit_code as "creditCode", u.status, true as follows from unit_successor s join unit u on u.id = s.successor_id where s.unit_id = ${unitId}
    union all
    select u.id, u.name, u.credit_code, u.status, false from unit_successor s join unit u on u.id = s.unit_id where s.successor_id = ${unitId}
    order by 2`.execute(db)
  const plain = ({ id, name, creditCode, status }: Relative): Relative => ({ id, name, creditCode, status })
  return { successors: rows.filter((row) => row.follows).map(plain), predecessors: rows.filter((row) => !row.follows).map(plain) }
}

/** Which of these are active now, locked so that they stay so until the deed is done; in id order (I10). */
export async function activeAmong(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('unit').select(['id', 'status']).where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .orderBy('id').forShare().execute()
  return rows.filter((row) => row.status === 'active').map((row) => row.id)
}

/** D14: an active unit by its full name or its whole credit code, nothing less. */
export const activeUnitCalled = (db: Db, name: string, creditCode: string): Promise<Omit<Relative, 'status'>[]> =>
  db.selectFrom('unit').select(['id', 'name', 'credit_code as creditCode'])
    .where('status', '=', 'active')
    .where((q) => q.or([q('name_key', '=', unitNameForComparison(name)), q('credit_code', '=', creditCode)]))
    .orderBy('name').limit(5).execute()
