import pg from 'pg'
import { CannotOpen } from './cannot-open.ts'
import { NamingClient } from './client.ts'
import type { Engine, ServerOptions } from './database.ts'
import { GuardedPool } from './pool.ts'
import { valueTypes } from './values.ts'

const oldest = 150_000

/** Set on every connection by a statement, not in the start-up packet, which PgBouncer refuses. */
const session = `
  set timezone = 'UTC';
  set client_min_messages = 'warning';
  set statement_timeout = '60s';
  set lock_timeout = '20s';
  set idle_in_transaction_session_timeout = '60s'`

/** A pool on a PostgreSQL server (15 or newer). */
export async function openServer(options: ServerOptions): Promise<Engine> {
  const pool = new GuardedPool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    Client: options.namedStatements === false ? pg.Client : NamingClient,
    types: valueTypes,
    application_name: 'kehui',
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 60_000,
    onConnect: async (client) => void (await client.query(session)),
  })
  pool.on('error', options.onLostConnection ?? (() => undefined))
  try {
    const { rows } = await pool.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    )
    refuseUnfit(rows[0]?.version ?? 0, rows[0]?.encoding ?? '')
  } catch (error) {
    await pool.end()
    throw error instanceof CannotOpen ? error : unreachable(options.url, error)
  }
  return { kind: 'server', pool, close: () => pool.end() }
}

function refuseUnfit(version: number, encoding: string): void {
  const major = Math.floor(version / 10_000)
  if (version < oldest) {
    throw new CannotOpen(`数据库服务器是 PostgreSQL ${major}，需要 15 或更高版本。`, `The database server is PostgreSQL ${major}; 15 or newer is needed.`)
  }
  if (encoding !== 'UTF8') {
    throw new CannotOpen(`数据库编码是 ${encoding}，需要 UTF8。`, `The database is encoded in ${encoding}; UTF8 is needed.`)
  }
}

function unreachable(url: string, cause: unknown): CannotOpen {
  const place = placeOf(url)
  const why = cause instanceof Error ? cause.message || cause.name : String(cause)
  return new CannotOpen(`无法连接数据库 ${place}：${why}`, `The database ${place} cannot be reached: ${why}`, { cause })
}

/** Host and database of an address, without its password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL'
  const { host, pathname, searchParams } = new URL(url)
  return `${host || (searchParams.get('host') ?? '')}${pathname}`
}
