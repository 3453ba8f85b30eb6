import { mkdirSync } from 'node:fs'
import type { Config } from './config.ts'
import { openDatabase, type Database } from './platform/db/database.ts'
import { migrate } from './platform/db/migrate.ts'

/** The database that the settings name, brought up to the newest migration. */
export async function openConfigured(config: Config, onSlowStep?: () => void): Promise<Database> {
  mkdirSync(config.dataDir, { recursive: true })
  const { database: d } = config
  const database = d.kind === 'server'
    ? await openDatabase({ url: d.url, poolSize: d.pool, namedStatements: d.namedStatements })
    : await openDatabase({ dataDir: d.folder, ...(onSlowStep ? { onSlowStep } : {}) })
  await migrate(database)
  return database
}
