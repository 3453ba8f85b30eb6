import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { mkdir, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { CannotOpen } from './cannot-open.ts'
import { NamingClient } from './client.ts'
import { DurableFS } from './durable-fs.ts'
import type { Engine, EmbeddedOptions, MemoryOptions } from './database.ts'
import { embeddedMajor, engineOptions } from './engine.ts'
import { lockFolder } from './lock.ts'
import { GuardedPool } from './pool.ts'
import { copyTemplate } from './template.ts'
import { keepUp } from './upkeep.ts'
import { valueTypes } from './values.ts'

/** `-F`, which PGlite passes by default, would switch fsync off whatever else is set. */
const durable = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  // The engine's fdatasync is an empty function; its fsync reaches DurableFS.
  '-c', 'fsync=on', '-c', 'wal_sync_method=fsync',
]

/**
 * The embedded engine in a folder, with the guards it lacks by itself (stack.md): one process at a time, writes that
 * reach the disk, a folder that is either whole or not there, and a sentence for a folder of another version.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Engine> {
  const folder = await realFolder(options.dataDir)
  const unlock = lockFolder(folder)
  try {
    if (!existsSync(join(folder, 'PG_VERSION'))) {
      refuseStrange(folder)
      options.onSlowStep?.('make_data_folder')
      await copyTemplate(folder)
    }
    refuseOtherMajor(folder)
    const engine = await start({ ...engineOptions, fs: new DurableFS(folder), startParams: durable })
    const stopUpkeep = keepUp(engine.pool)
    return { ...engine, close: () => stopUpkeep().then(engine.close).finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

/** The engine cannot start in a symbolic link, and the lock must know a folder by one name. */
async function realFolder(path: string): Promise<string> {
  const folder = resolve(path)
  if (existsSync(folder)) return realpath(folder)
  await mkdir(dirname(folder), { recursive: true })
  return join(await realpath(dirname(folder)), basename(folder))
}

/** The embedded engine in memory: for tests. */
export const openInMemory = (options: MemoryOptions): Promise<Engine> =>
  start({ ...engineOptions, ...(options.from && { loadDataDir: options.from }) })

/** The files of an in-memory database after some work in it, to load others from (`openInMemory`). */
export async function dumpInMemory(work: (engine: Engine) => Promise<unknown>): Promise<Blob> {
  const engine = await PGlite.create(engineOptions)
  const running = behindPool(engine)
  await work(running)
  await running.pool.query('checkpoint')
  const files = await engine.dumpDataDir('none')
  await running.close()
  return files
}

const start = async (options: PGliteOptions): Promise<Engine> => behindPool(await PGlite.create(options))

function behindPool(engine: PGlite): Engine {
  const pool = new GuardedPool({
    ...createPgConfig(engine),
    Client: NamingClient,
    types: valueTypes,
    max: 1,
    idleTimeoutMillis: 0,
    // Nobody waits for the only connection for ever: what holds it that long is a mistake in the program.
    connectionTimeoutMillis: 60_000,
  })
  pool.on('error', () => undefined)
  const close = async () => {
    await pool.end()
    await engine.close()
  }
  return { kind: 'embedded', pool, close }
}

/** A mistyped path must not cost anybody the files that are there: making a data folder begins with an empty one. */
function refuseStrange(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return
  throw new CannotOpen(
    `${folder} 不是数据目录，里面却有别的文件。请换一个目录。`,
    `${folder} is not a data folder, but holds other files. Choose another folder.`,
  )
}

function refuseOtherMajor(folder: string): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (found === embeddedMajor) return
  throw new CannotOpen(
    `数据目录 ${folder} 由 PostgreSQL ${found} 写成，本程序内置 ${embeddedMajor}。请用原来的程序版本执行 npm run db:dump，再用本版本执行 npm run db:load。`,
    `The data folder ${folder} was written by PostgreSQL ${found}, this program embeds ${embeddedMajor}. ` +
      'Run `npm run db:dump` with the former version of the program, then `npm run db:load` with this one.',
  )
}
