import { sql } from 'kysely'
import { openDatabase, type Db } from '../../src/platform/db/database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { embeddedTemplate } from '../harness/template.ts'

export interface Column {
  name: string
  type: string
  nullable: boolean
  comment: string | null
}

export interface Constraint {
  name: string
  /** PostgreSQL's contype: p primary, u unique, x exclude, c check, f foreign, t trigger; `i` for a unique index. */
  kind: 'p' | 'u' | 'x' | 'c' | 'f' | 't' | 'i'
  definition: string
}

export interface Table {
  name: string
  comment: string | null
  columns: Column[]
  constraints: Constraint[]
}

/** What the migrations make of an empty database: every table with its columns, comments and constraints. */
export type Catalogue = readonly Table[]

let made: Promise<Catalogue> | undefined

/** The catalogue of this checkout; made once in a process. */
export const catalogue = (): Promise<Catalogue> => (made ??= make())

async function make(): Promise<Catalogue> {
  const database = await openDatabase({ memory: true, from: await embeddedTemplate('migrated') })
  try {
    await migrate(database)
    return await readCatalogue(database.db)
  } finally {
    await database.close()
  }
}

/** Reads the catalogue of any open database. */
export async function readCatalogue(db: Db): Promise<Catalogue> {
  const { rows: tables } = await sql<{ name: string; comment: string | null }>`
    select c.relname as name, obj_description(c.oid, 'pg_class') as comment from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`.execute(db)
  const { rows: columns } = await sql<Column & { table: string }>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
      col_description(c.oid, a.attnum) as comment
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`.execute(db)
  const { rows: constraints } = await sql<Constraint & { table: string }>`
    select c.relname as table, k.conname as name, k.contype::text as kind, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace and k.contype <> 'n'
    union all
    select t.relname, i.relname, 'i', pg_get_indexdef(x.indexrelid)
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    where t.relnamespace = 'public'::regnamespace and x.indisunique
      and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid)
    order by 1, 2`.execute(db)
  return tables.map((table) => ({
    ...table,
    columns: columns.filter((one) => one.table === table.name).map(({ table: _, ...column }) => column),
    constraints: constraints.filter((one) => one.table === table.name).map(({ table: _, ...constraint }) => constraint),
  }))
}
