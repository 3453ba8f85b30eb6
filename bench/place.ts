import pg from 'pg'
import { startPostgres, type TestServer } from '../checks/harness/postgres.ts'
import { withDatabase } from '../checks/harness/template.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { migrate } from '../src/platform/db/migrate.ts'

/** A server of our own as production runs it, with a migrated database to be measured. */
export interface Place {
  server: TestServer
  /** Address of the measured database. */
  url: string
  /** Asks from another database of the server, so that the look does not count with what is looked at. */
  control: pg.Client
  version: string
  close(): Promise<void>
}

/** fsync on and everything as PostgreSQL has it by itself; beside that only what counts statements and writes them down. */
const settings = [
  'autovacuum = on', 'jit = on', 'deadlock_timeout = 1s',
  `shared_preload_libraries = 'pg_stat_statements'`,
  'logging_collector = on', `log_destination = 'jsonlog'`, `log_directory = 'log'`, `log_filename = 'bench.log'`, 'log_rotation_age = 0', 'log_rotation_size = 0',
]

const name = 'bench'

export async function openPlace(): Promise<Place> {
  const server = await startPostgres({ durable: true, more: settings })
  const control = new pg.Client(server.url)
  try {
    await control.connect()
    await control.query('create extension pg_stat_statements')
    await control.query(`create database ${name}`)
    const url = withDatabase(server.url, name)
    const database = await openDatabase({ url, poolSize: 1 })
    try {
      await migrate(database)
    } finally {
      await database.close()
    }
    const { rows } = await control.query<{ server_version: string }>('show server_version')
    return { server, url, control, version: rows[0]?.server_version ?? '', close: () => control.end().then(() => server.stop()) }
  } catch (error) {
    await control.end().catch(() => undefined)
    await server.stop()
    throw error
  }
}

/** Works on the measured database itself; its statements must not run while something is measured. */
export async function onDatabase<T>(place: Place, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(place.url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
