import { join } from 'node:path'
import { ConfigError } from './error.ts'
import type { Reader } from './reader.ts'

export type DatabaseSettings =
  /** PGlite in a folder of the data directory. */
  | { kind: 'embedded'; folder: string }
  /** A PostgreSQL server, 15 or newer. */
  | { kind: 'server'; url: string; pool: number; namedStatements: boolean }

/** Half a database URL is refused here, so that nobody waits for a connection to a place that was never meant. */
export function databaseOf(read: Reader, dataDir: string): DatabaseSettings {
  const text = read.text('DATABASE_URL')
  const pool = read.whole('DB_POOL', 1, 500)
  const namedStatements = read.flag('DB_NAMED_STATEMENTS')
  if (text === null) return { kind: 'embedded', folder: join(dataDir, 'db') }

  const url = URL.parse(text)
  if (!url) throw new ConfigError('database_url_shape')
  if (!['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw new ConfigError('database_url_scheme', { scheme: url.protocol.replace(':', '') })
  }
  const socket = url.searchParams.get('host')
  if (!url.hostname && !socket) throw new ConfigError('database_url_host')
  if (url.pathname.length < 2) throw new ConfigError('database_url_name')
  if (!url.username && !url.searchParams.get('user')) throw new ConfigError('database_url_user')
  return { kind: 'server', url: text, pool: pool ?? 10, namedStatements: namedStatements ?? true }
}
