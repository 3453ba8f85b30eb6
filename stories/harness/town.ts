import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { withDatabase } from '../../checks/harness/template.ts'
import { newKey } from '../../src/config/keys.ts'
import { programAt, type Place, type Program } from './program.ts'

/** The demo town after its first start, at rest: each story file lives in a copy of it. */
export interface TownTemplate {
  dataDir: string
  keys: string
  /** Address of the server and name of the database; null: embedded, inside of `dataDir`. */
  server: { url: string; database: string } | null
}

/** Builds the town once, by starting the program on nothing, as everybody's first start does. */
export async function buildTemplate(serverUrl: string | undefined): Promise<TownTemplate> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kehui-town-'))
  const database = `town_${randomBytes(6).toString('hex')}`
  if (serverUrl) await onServer(serverUrl, `create database ${database}`)
  const template: TownTemplate = { dataDir, keys: newKey('stories'), server: serverUrl ? { url: serverUrl, database } : null }
  const program = await programAt(placeOf(template, dataDir, database))
  await program.start()
  await atRest(program)
  await program.stop()
  return template
}

/** Until the last notice was sent: a letter on its way would arrive in every copy. */
async function atRest(program: Program): Promise<void> {
  let waiting: number | null = null
  for (const until = performance.now() + 120_000; performance.now() < until; await sleep(200)) {
    // No answer within its patience is no news: the machine is busy.
    waiting = await program.health().then(({ outbox }) => outbox.waiting, () => waiting)
    if (waiting === 0) return
  }
  throw new Error(waiting === null ? 'the town was built, and its program gave no answer for two minutes' : `${waiting} notices of the town are not sent after two minutes`)
}

export async function removeTemplate({ dataDir, server }: TownTemplate): Promise<void> {
  if (server) await onServer(server.url, `drop database if exists ${server.database} with (force)`)
  await rm(dataDir, { recursive: true, force: true })
}

/** A town of one's own. */
export async function copyOf(template: TownTemplate): Promise<{ place: Place; remove(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kehui-story-'))
  await cp(template.dataDir, dataDir, { recursive: true })
  const database = `story_${randomBytes(6).toString('hex')}`
  const { server } = template
  if (server) await onServer(server.url, `create database ${database} template ${server.database}`)
  return {
    place: placeOf(template, dataDir, database),
    async remove() {
      if (server) await onServer(server.url, `drop database if exists ${database} with (force)`)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const placeOf = ({ keys, server }: TownTemplate, dataDir: string, database: string): Place =>
  ({ dataDir, keys, databaseUrl: server && withDatabase(server.url, database) })

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
