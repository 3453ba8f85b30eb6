import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assemble, type Assembled } from '../../src/assemble.ts'
import { loadConfig } from '../../src/config.ts'
import { newKey } from '../../src/config/keys.ts'
import { databaseClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { makeLog } from '../../src/platform/log.ts'
import { embeddedTemplate } from '../harness/template.ts'

/** The whole program on loopback with its jobs, on a database in memory that is gone afterwards. */
export async function startPlatform(port: number): Promise<Assembled & { origin: string; end(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kehui-proof-'))
  const database = await openDatabase({ memory: true, from: await embeddedTemplate('migrated') })
  const origin = `http://127.0.0.1:${port}`
  const config = loadConfig({ DATA_DIR: folder, DEMO: '1', PORT: String(port), PUBLIC_URL: origin, KEYS: newKey('proof'), LOG_LEVEL: 'warn', REQUESTS_PER_MINUTE: '100000' })
  const program = await assemble({ config, database, clock: await databaseClock(database.db), log: makeLog(config.logLevel) })
  await program.app.listen({ port, host: '127.0.0.1' })
  program.outbox.start()
  program.jobs.start()
  return {
    ...program, origin,
    async end() {
      await program.stop()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
