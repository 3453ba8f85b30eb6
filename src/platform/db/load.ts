import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type pg from 'pg'
import { CannotOpen } from './cannot-open.ts'
import type { Database } from './database.ts'
import { quoted, type DumpEnd, type DumpHead, type DumpTable } from './dump.ts'
import { applyTo, migrate, readMigrations } from './migrate.ts'

const batch = 500

/**
 * Fills an empty database from a dump: the tables of the dump's time are made, filled and then brought up to date. All
 * rows come in one transaction, and every constraint is checked over them before it ends; a dump that was cut short
 * leaves the tables empty. Gives the number of rows.
 */
export async function load(database: Pick<Database, 'pool'>, from: Readable): Promise<number> {
  const lines = createInterface({ input: from, crlfDelay: Infinity })[Symbol.asyncIterator]()
  const head = await headOf(lines)
  await refuseFilled(database.pool)
  await applyTo(database, await migrationsOf(head))
  const rows = await inTransaction(database.pool, (client) => fill(client, head, lines))
  await migrate(database)
  return rows
}

async function headOf(lines: AsyncIterator<string>): Promise<DumpHead> {
  const first = await lines.next()
  try {
    const head = JSON.parse(first.done ? '' : first.value) as DumpHead
    if (head.kehui_dump === 1) return head
  } catch {
    // Not JSON: not a dump either.
  }
  throw new CannotOpen('这不是科汇的导出文件。', 'This is not a dump of Kehui.')
}

async function refuseFilled(pool: pg.Pool): Promise<void> {
  const { rowCount } = await pool.query(`select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' limit 1`)
  if (rowCount) throw new CannotOpen('目标数据库不是空的，请换一个空数据库或数据目录。', 'The database is not empty: load the dump into an empty one.')
}

/** The files that the dump's database had seen, unchanged. */
async function migrationsOf({ migrations }: DumpHead) {
  const known = new Map((await readMigrations()).map((migration) => [migration.name, migration]))
  return migrations.map(({ name, checksum }) => {
    const migration = known.get(name)
    if (migration?.checksum === checksum) return migration
    throw new CannotOpen(
      `导出文件所用的 ${name} 与本程序不符：请使用导出时的版本或更新的版本。`,
      `The dump was made with a ${name} that this program does not have: load it with the program's version of that time, or a newer one.`,
    )
  })
}

async function fill(client: pg.PoolClient, head: DumpHead, lines: AsyncIterator<string>): Promise<number> {
  const foreignKeys = await dropForeignKeys(client)
  const filled: string[] = []
  let table: DumpTable | undefined
  let waiting: string[] = []
  let rows = 0
  const flush = async () => {
    if (table && waiting.length > 0) await insert(client, table, waiting)
    waiting = []
  }
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    if (next.value.startsWith('[')) {
      waiting.push(next.value)
      rows++
      if (waiting.length === batch) await flush()
      continue
    }
    await flush()
    const line = JSON.parse(next.value) as DumpTable | DumpEnd
    if ('end' in line) {
      if (line.rows !== rows) break
      for (const { name, last } of head.sequences) if (last !== null) await client.query('select setval($1::regclass, $2)', [quoted(name), last])
      for (const { statement } of foreignKeys) await client.query(statement)
      for (const name of filled) await client.query(`alter table ${quoted(name)} enable trigger user`)
      return rows
    }
    table = line
    await empty(client, table)
    filled.push(table.table)
  }
  throw new CannotOpen('导出文件不完整。', 'The dump is cut short.')
}

/** Triggers have done their work when the rows were first written. What migrations put there is in the dump as well. */
async function empty(client: pg.PoolClient, { table }: DumpTable): Promise<void> {
  await client.query(`alter table ${quoted(table)} disable trigger user`)
  await client.query(`delete from ${quoted(table)}`)
}

async function insert(client: pg.PoolClient, { table, columns }: DumpTable, lines: string[]): Promise<void> {
  const names = columns.map(({ name }) => quoted(name)).join(', ')
  const values = columns.map(({ type }, i) => `(line ->> ${i})::${type}`).join(', ')
  await client.query(
    `insert into ${quoted(table)} (${names}) overriding system value select ${values} from json_array_elements($1::json) line`,
    [`[${lines.join(',')}]`],
  )
}

/** Rows come table by table, in no order that foreign keys could follow: they are set again, and checked, at the end. */
async function dropForeignKeys(client: pg.PoolClient): Promise<{ statement: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; statement: string }>(`
    select conrelid::regclass::text as "table", conname as name,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as statement
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`)
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
  return rows
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
