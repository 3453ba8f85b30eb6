import { createHash } from 'node:crypto'
import { existsSync, openAsBlob } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { dumpInMemory } from '../../src/platform/db/embedded.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts'
import { engineVersion } from '../../src/platform/db/engine.ts'

const cache = join(import.meta.dirname, '../../.cache')

/** Changes with every change of a migration. */
async function stamp(): Promise<string> {
  const migrations = await readMigrations()
  return createHash('sha256').update(migrations.map(({ checksum }) => checksum).join()).digest('hex').slice(0, 16)
}

/** An in-memory database after all migrations, or before the first one, as a file that the next is loaded from. */
export async function embeddedTemplate(state: 'migrated' | 'empty'): Promise<Blob> {
  const prefix = `tests-${state}-`
  const name = `${prefix}${engineVersion()}${state === 'migrated' ? `-${await stamp()}` : ''}.tar`
  const file = join(cache, name)
  if (!existsSync(file)) await makeEmbedded(name, prefix, state === 'migrated' ? migrate : async () => {})
  return openAsBlob(file)
}

async function makeEmbedded(name: string, prefix: string, work: Parameters<typeof dumpInMemory>[0]): Promise<void> {
  await mkdir(cache, { recursive: true })
  const own = join(cache, `${name}.${process.pid}`)
  await writeFile(own, Buffer.from(await (await dumpInMemory(work)).arrayBuffer()))
  await rename(own, join(cache, name))
  const old = (await readdir(cache)).filter((other) => other.startsWith(prefix) && other.endsWith('.tar') && other !== name)
  await Promise.all(old.map((other) => rm(join(cache, other), { force: true })))
}

const lockNumber = 7_210_402_025

/** Name of a migrated database on the server, made by whoever comes first; others are copied from it. */
export async function serverTemplate(url: string): Promise<string> {
  const name = `kehui_template_${await stamp()}`
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${lockNumber})`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (!rowCount) await makeOnServer(client, url, name)
    return name
  } finally {
    await client.end()
  }
}

async function makeOnServer(client: pg.Client, url: string, name: string): Promise<void> {
  const half = `${name}_half`
  await client.query(`drop database if exists ${half}`)
  await client.query(`create database ${half}`)
  const database = await openDatabase({ url: withDatabase(url, half), poolSize: 1 })
  try {
    await migrate(database)
  } finally {
    await database.close()
  }
  await client.query(`alter database ${half} rename to ${name}`)
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
