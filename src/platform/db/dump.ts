import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import type { Database } from './database.ts'

/** The lines of a dump, each one JSON: the head, then every table with its rows as arrays of text, and the end. */
export interface DumpHead {
  kehui_dump: 1
  /** What the database had seen; its rows fit the tables of that time. */
  migrations: { name: string; checksum: string }[]
  sequences: { name: string; last: string | null }[]
}
export interface DumpTable {
  table: string
  columns: { name: string; type: string }[]
}
export interface DumpEnd {
  end: true
  rows: number
}

const batch = 500

/**
 * Writes the whole contents of the database, as of one moment, in a form that either engine loads (`load.ts`): the way
 * from one major version of the embedded engine to the next, and from the embedded engine to a server. Uploaded files
 * and keys are not in it. Gives the number of rows.
 */
export async function dump(database: Pick<Database, 'pool'>, out: Writable): Promise<number> {
  const client = await database.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await write(out, await headOf(client))
    let rows = 0
    for (const table of await tablesOf(client)) {
      await write(out, table)
      rows += await writeRows(client, table, out)
    }
    await write(out, { end: true, rows } satisfies DumpEnd)
    await client.query('commit')
    out.end()
    await finished(out)
    return rows
  } finally {
    client.release()
  }
}

async function headOf(client: pg.PoolClient): Promise<DumpHead> {
  const migrations = await client.query<DumpHead['migrations'][number]>('select name, checksum from schema_migration order by name')
  const sequences = await client.query<DumpHead['sequences'][number]>(
    `select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' order by sequencename`,
  )
  return { kehui_dump: 1, migrations: migrations.rows, sequences: sequences.rows }
}

/** Every table with the columns that are written; a generated column makes itself. */
async function tablesOf(client: pg.PoolClient): Promise<DumpTable[]> {
  const { rows } = await client.query<DumpTable>(`
    select c.relname as "table",
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`)
  return rows
}

async function writeRows(client: pg.PoolClient, { table, columns }: DumpTable, out: Writable): Promise<number> {
  // As text, every value comes back as it was: json would turn the jsonb value `null` into nothing at all.
  const values = columns.map(({ name }) => `${quoted(name)}::text`).join(', ')
  await client.query(`declare dumped cursor for select json_build_array(${values})::text as line from ${quoted(table)}`)
  let count = 0
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${batch} from dumped`)
    for (const { line } of rows) await writeLine(out, line)
    count += rows.length
    if (rows.length < batch) break
  }
  await client.query('close dumped')
  return count
}

const write = (out: Writable, value: DumpHead | DumpTable | DumpEnd): Promise<void> => writeLine(out, JSON.stringify(value))

/** Waits where the reader is slower, and notices when it is gone. */
async function writeLine(out: Writable, line: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    out.write(`${line}\n`, (error) => (error ? reject(error) : resolve()))
  })
}

/** A name as SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
