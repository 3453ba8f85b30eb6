import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Config } from './config.ts'
import type { Clock } from './kernel/clock.ts'
import { signedOf } from './modules/accounts/index.ts'
import { siteOf } from './modules/settings/index.ts'
import { constraintWordsOf, rooms } from './modules.ts'
import { platformJobs } from './platform/chores.ts'
import type { Database } from './platform/db/database.ts'
import { makeFileStore } from './platform/files/local.ts'
import { makeJobs, type Jobs } from './platform/jobs.ts'
import type { Logger } from './platform/log.ts'
import type { Room } from './platform/room.ts'
import { makeMetrics, watchQueues } from './platform/metrics.ts'
import { sendersOf } from './platform/outbox/senders.ts'
import { makeOutbox, type Outbox } from './platform/outbox/worker.ts'
import { makeKeyring } from './platform/seal/keyring.ts'
import { makeSecrets } from './platform/secrets.ts'
import { makeServer } from './platform/serve/server.ts'
import type { Tools } from './platform/tools.ts'
import { translate } from './words.ts'

/** The whole program around one open, migrated database; nothing listens or works yet. */
export interface Assembled {
  tools: Tools
  app: FastifyInstance
  outbox: Outbox
  jobs: Jobs
  /** Lets running requests, sendings and jobs end; the database stays open. */
  stop(): Promise<void>
}

/** A table that is asked by what people send: `constructor` is no entry of it. */
const noNames = (): object => Object.create(null) as object

/** The only wiring; `main.ts` and the tests share it. */
export async function assemble(given: { config: Config; database: Database; clock: Clock; log: Logger; demo?: Room }): Promise<Assembled> {
  const { config, database, clock, log } = given
  const metrics = makeMetrics()
  const tools: Tools = {
    config, clock, database, db: database.db, log, metrics,
    keyring: makeKeyring(config.keys, config.cipher),
    secrets: makeSecrets(),
    files: makeFileStore(config),
    constraintWords: constraintWordsOf(rooms),
    helpers: Object.assign(noNames(), ...rooms.map((room) => room.helpers ?? {})) as Tools['helpers'],
    translate,
    deeds: Object.assign(noNames(), ...rooms.map((room) => room.deeds ?? {})) as Tools['deeds'],
    personalData: rooms.flatMap((room) => room.personalData ?? []),
    waiting: rooms.flatMap((room) => room.waiting ?? []),
    consequencesOf: (event) => rooms.flatMap((room) => room.consequences?.[event] ?? []),
  }
  const outbox = makeOutbox({
    db: database.db, senders: sendersOf(config, database.db, log), log, metrics,
    keyring: tools.keyring, translate: (lang) => translate[lang], publicUrl: config.publicUrl,
  })
  watchQueues(metrics, tools.secrets, database.pool)
  const jobs = makeJobs([...platformJobs, ...rooms.flatMap((room) => room.jobs ?? [])], tools)
  const app = await makeServer({
    rooms: given.demo ? [...rooms, given.demo] : rooms, tools,
    signedOf: signedOf(tools),
    siteOf: () => siteOf(database.db, config),
    health: async () => {
      const { rows } = await sql<{ waiting: number; dead: number; oldest: number | null; migration: string | null }>`
        select (select count(*)::int from outbox where state = 'waiting') as waiting,
               (select count(*)::int from outbox where state = 'dead') as dead,
               (select extract(epoch from clock_timestamp() - min(created_at))::int from outbox where state = 'waiting') as oldest,
               (select max(name) from schema_migration) as migration`.execute(database.db)
      const found = rows[0]
      return {
        demo: config.demo,
        migration: found?.migration,
        outbox: { waiting: found?.waiting, dead: found?.dead, oldestSeconds: found?.oldest ?? 0 },
        senders: { mail: !!config.mail || config.demo, sms: !!config.sms || config.demo },
      }
    },
  })
  return {
    tools, app, outbox, jobs,
    async stop() {
      await app.close()
      await app.ended()
      await Promise.all([outbox.stop(), jobs.stop()])
    },
  }
}
