import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll } from 'vitest'
import { openDatabase, type Database } from '../src/platform/db/database.ts'
import { embeddedTemplate, serverTemplate, withDatabase } from './harness/template.ts'

/**
 * A fresh, migrated, empty database of the engine under test, closed and dropped after the tests of the file. Call it
 * while the file is collected: `const database = await testDatabase()` at the top or in a `describe`.
 */
export async function testDatabase(): Promise<Database> {
  const database = await openTestDatabase()
  afterAll(() => database.close())
  return database
}

/** The same for who closes it himself. `KEHUI_TEST_DB` is `embedded` (default) or `server`. */
export const openTestDatabase = (): Promise<Database> =>
  process.env.KEHUI_TEST_DB === 'server' ? openOnServer() : openEmbedded()

const openEmbedded = async (): Promise<Database> => openDatabase({ memory: true, from: await embeddedTemplate('migrated') })

/** A database of the engine under test without any table, for who closes it himself. */
export const openEmptyDatabase = async (): Promise<Database> =>
  process.env.KEHUI_TEST_DB === 'server' ? openOnServer('template0') : openDatabase({ memory: true, from: await embeddedTemplate('empty') })

/** Address of the tests' PostgreSQL server; set by the runner or by vitest's set-up (checks/harness/vitest-server.ts). */
export function serverUrl(): string {
  const url = process.env.KEHUI_TEST_PG_URL
  if (!url) throw new Error('KEHUI_TEST_PG_URL is not set: run the tests with `npm test` or `npx vitest`')
  return url
}

/** Address of a fresh database on the server, for tests that open it several times, and how to drop it. */
export async function serverDatabase(from?: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const template = from ?? (await serverTemplate(serverUrl()))
  await onServer(`create database ${name} template ${template}`)
  return {
    url: withDatabase(serverUrl(), name),
    drop: () => onServer(`drop database if exists ${name} with (force)`),
  }
}

async function openOnServer(template?: string): Promise<Database> {
  const { url, drop } = await serverDatabase(template)
  const database = await openDatabase({ url, poolSize: 20 })
  return { ...database, close: () => database.close().then(drop) }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client(serverUrl())
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
