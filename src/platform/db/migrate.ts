import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { CannotOpen } from './cannot-open.ts'
import type { Database } from './database.ts'

export interface Migration {
  name: string
  checksum: string
  sql: string
}

const migrationsFolder = join(import.meta.dirname, '../../../migrations')
/** An arbitrary number of our own: everybody who migrates takes this lock first. */
const lockNumber = 7_210_402_024

/** The numbered SQL files (`0001_platform.sql`) in their order. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  const twice = names.find((name, i) => name.slice(0, 4) === names[i - 1]?.slice(0, 4))
  if (twice) throw new Error(`two migrations have the number ${twice.slice(0, 4)}`)
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings the database up to date: each file that it has not seen runs in a transaction of its own, with a lock that
 * lets one of several starting processes do it. Gives the names of what was applied. A file that was changed after it
 * was applied, or that a newer program applied, is refused with `CannotOpen`.
 */
export async function migrate(database: Pick<Database, 'pool'>, folder?: string): Promise<string[]> {
  return applyTo(database, await readMigrations(folder))
}

/** The same with these files only: a dump is loaded into the tables of its own time. */
export async function applyTo(database: Pick<Database, 'pool'>, migrations: Migration[]): Promise<string[]> {
  const client = await database.pool.connect()
  try {
    await client.query(`select pg_advisory_lock(${lockNumber})`)
    try {
      await client.query(journal)
      return await applyMissing(client, migrations)
    } finally {
      await client.query(`select pg_advisory_unlock(${lockNumber})`)
    }
  } finally {
    client.release()
  }
}

const journal = `
  create table if not exists schema_migration (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  );
  comment on table schema_migration is 'The files of migrations/ that this database has seen';
  comment on column schema_migration.name is '-; name of the file';
  comment on column schema_migration.checksum is '-; SHA-256 of its text';
  comment on column schema_migration.applied_at is '-; when it was applied'`

async function applyMissing(client: pg.PoolClient, migrations: Migration[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration')
  const seen = new Map(rows.map((row) => [row.name, row.checksum]))
  refuseForeign(migrations, seen)
  const missing = migrations.filter(({ name }) => !seen.has(name))
  for (const migration of missing) await apply(client, migration)
  return missing.map(({ name }) => name)
}

async function apply(client: pg.PoolClient, { name, checksum, sql }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function refuseForeign(migrations: Migration[], seen: Map<string, string>): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  for (const [name, checksum] of seen) {
    if (!known.has(name)) {
      throw new CannotOpen(
        `数据库中已有 ${name}，本程序没有这个迁移文件：数据库来自更新的程序版本。`,
        `The database has seen ${name}, which this program does not have: it belongs to a newer version of the program.`,
      )
    }
    if (known.get(name) !== checksum) {
      throw new CannotOpen(
        `迁移文件 ${name} 在执行之后被改动。请恢复原文件，改动写进新的文件。`,
        `The migration ${name} was changed after it had been applied. Restore it, and write the change into a new file.`,
      )
    }
  }
}
