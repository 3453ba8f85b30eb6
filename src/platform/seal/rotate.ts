import { sql, type RawBuilder } from 'kysely'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Db, Tx } from '../db/database.ts'
import { transact } from '../db/transaction.ts'
import { SealError, type Keyring } from './keyring.ts'

/** A column that holds sealed text, as its room declares it. */
export interface SealedColumn {
  table: string
  /** Column of the primary key. */
  key: string
  column: string
  /** What it was sealed under: `table.column`. */
  context: string
  /** Blind indexes made of the same value; null where a value has none. */
  blind?: readonly { column: string; of: (plain: string) => string | null; context: string }[]
}

export interface Rotated {
  /** `table.column` */
  column: string
  resealed: number
  reblinded: number
}

const batch = 500

/**
 * Seals everything anew that is not under the present key and cipher. Blind indexes go first, all of a table in one
 * transaction that keeps writers out, so that equal values are never under two keys; then the sealed values in
 * batches. It may be broken off and started again at any time. The server must not run meanwhile on another ring.
 */
export async function rotate(
  db: Db,
  keyring: Keyring,
  columns: readonly SealedColumn[],
  say: (progress: string) => void = () => undefined,
): Promise<Rotated[]> {
  const done = new Map(columns.map((c) => [c, { column: `${c.table}.${c.column}`, resealed: 0, reblinded: 0 }]))
  for (const table of new Set(columns.map((column) => column.table))) {
    const blinded = [...done].filter(([column]) => column.table === table && column.blind?.length)
    if (blinded.length === 0) continue
    await inOne(db, async (tx) => {
      await sql`lock table ${sql.table(table)} in share row exclusive mode`.execute(tx)
      for (const [column, result] of blinded) result.reblinded = await reblind(tx, keyring, column)
    })
    say(`${table}: ${blinded.reduce((sum, [, result]) => sum + result.reblinded, 0)} blind indexes made anew`)
  }
  for (const [column, result] of done) {
    for (let place = start; ; ) {
      const last = await inOne(db, (tx) => reseal(tx, keyring, column, place))
      if (!last && place === start) break
      place = last?.place ?? start
      result.resealed += last?.count ?? 0
      if (last) say(`${result.column}: ${result.resealed} sealed anew`)
    }
  }
  return [...done.values()]
}

/** How many values are not under the present key and cipher. While any is, an older key may not leave the ring. */
export async function staleValues(
  db: Db,
  keyring: Keyring,
  columns: readonly SealedColumn[],
): Promise<{ sealed: number; blind: number }> {
  const count = async (table: string, column: string, prefix: string) => {
    const { rows: [row] } = await sql<{ n: number }>`
      select count(*) as n from ${sql.table(table)} where ${isStale(column, prefix)}`.execute(db)
    return row?.n ?? 0
  }
  const stale = { sealed: 0, blind: 0 }
  for (const { table, column, blind } of columns) {
    stale.sealed += await count(table, column, keyring.sealPrefix)
    for (const index of blind ?? []) stale.blind += await count(table, index.column, keyring.blindPrefix)
  }
  return stale
}

const isStale = (column: string, prefix: string) =>
  sql`(${sql.ref(column)} is not null and not starts_with(${sql.ref(column)}, ${prefix}))`

async function inOne<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const done = await transact(db, {}, work)
  if (isRefusal(done)) throw new Error(`the rotation was refused: ${done.code}`)
  return done
}

interface Row {
  place: string
  key: string
  sealed: string
}

/**
 * Up to a batch of rows behind a place in the table's file: composite keys and huge tables cost the same. Rows may move
 * while we walk, so whoever calls begins again at the start until a walk from there finds nothing.
 */
async function rowsAfter(tx: Tx, c: SealedColumn, stale: RawBuilder<unknown>, place: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ctid::text as place, ${sql.ref(c.key)}::text as key, ${sql.ref(c.column)} as sealed
    from ${sql.table(c.table)}
    where ctid > ${place}::tid and ${sql.ref(c.column)} is not null and ${stale} limit ${batch} for update`.execute(tx)
  return rows
}

const start = '(0,0)'

function open(keyring: Keyring, c: SealedColumn, row: Row): string {
  try {
    return keyring.open(row.sealed, c.context)
  } catch (error) {
    if (error instanceof SealError) throw new SealError(`${error.message} (${c.key} ${row.key})`)
    throw error
  }
}

/** Writes the new values, each to its place. */
const write = (tx: Tx, table: string, column: string, rows: readonly Row[], values: readonly (string | null)[]) => sql`
  update ${sql.table(table)} as t set ${sql.ref(column)} = fresh.made
  from unnest(${rows.map((row) => row.place)}::text[], ${values}::text[]) as fresh (place, made)
  where t.ctid = fresh.place::tid`.execute(tx)

/** One batch; the place it ended at, or null when there was nothing behind the place given. */
async function reseal(tx: Tx, keyring: Keyring, c: SealedColumn, after: string) {
  const rows = await rowsAfter(tx, c, isStale(c.column, keyring.sealPrefix), after)
  const last = rows.at(-1)
  if (!last) return null
  await write(tx, c.table, c.column, rows, rows.map((row) => keyring.seal(open(keyring, c, row), c.context)))
  return { place: last.place, count: rows.length }
}

/** All stale blind indexes made of one sealed column; how many. */
async function reblind(tx: Tx, keyring: Keyring, c: SealedColumn): Promise<number> {
  let count = 0
  for (const index of c.blind ?? []) {
    for (let place = start; ; ) {
      const rows = await rowsAfter(tx, c, isStale(index.column, keyring.blindPrefix), place)
      const last = rows.at(-1)
      if (!last && place === start) break
      place = last?.place ?? start
      await write(tx, c.table, index.column, rows, rows.map((row) => {
        const value = index.of(open(keyring, c, row))
        return value === null ? null : keyring.blind(value, index.context)
      }))
      count += rows.length
    }
  }
  return count
}
