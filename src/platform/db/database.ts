import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Tables } from './tables.ts'
import { openEmbedded, openInMemory } from './embedded.ts'
import { openServer } from './server.ts'

/** What a store reads and writes with. */
export type Db = Kysely<Tables>
/** The same within a transaction: every verb gets it from `transact` and uses nothing else until it is done. */
export type Tx = Db

export interface Database {
  kind: 'embedded' | 'server'
  db: Db
  pool: pg.Pool
  /** Waits for running queries, closes every connection and gives the data folder free. */
  close(): Promise<void>
}

export interface ServerOptions {
  /** `postgres://user:password@host:port/database` */
  url: string
  poolSize?: number
  /** Off where PgBouncer older than 1.21 stands between in transaction mode. */
  namedStatements?: boolean
  /** An idle connection broke (the server was restarted); the pool has already dropped it. */
  onLostConnection?: (error: Error) => void
}

export interface EmbeddedOptions {
  /** The engine's own folder; made if it is missing. */
  dataDir: string
  /** Called before a step of some seconds: the first start makes the folder. */
  onSlowStep?: (step: 'make_data_folder') => void
}

export interface MemoryOptions {
  memory: true
  /** What `dumpDataDir` of another in-memory database gave. */
  from?: Blob
}

/** What the two engines have in common: a pool and a way to end. */
export interface Engine {
  kind: Database['kind']
  pool: pg.Pool
  close(): Promise<void>
}

/**
 * Opens the one database of this program: a PostgreSQL server by its address, or the embedded engine in a folder (or
 * in memory, for tests). Throws `CannotOpen` with a sentence for the operator.
 */
export async function openDatabase(options: ServerOptions | EmbeddedOptions | MemoryOptions): Promise<Database> {
  const engine = await openEngine(options)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: engine.pool }) })
  return { kind: engine.kind, db, pool: engine.pool, close: engine.close }
}

const openEngine = (options: ServerOptions | EmbeddedOptions | MemoryOptions): Promise<Engine> => {
  if ('url' in options) return openServer(options)
  return 'dataDir' in options ? openEmbedded(options) : openInMemory(options)
}
