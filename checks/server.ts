import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { assemble, type Assembled } from '../src/assemble.ts'
import { loadConfig, type Config } from '../src/config.ts'
import type { AskOf, OutputOf, Verb } from '../src/kernel/contract.ts'
import type { Clock } from '../src/kernel/clock.ts'
import type { Database } from '../src/platform/db/database.ts'
import { makeLog } from '../src/platform/log.ts'
import { messageOf, type Message } from '../src/platform/outbox/message.ts'
import type { Due } from '../src/platform/outbox/queue.ts'
import type { Tools } from '../src/platform/tools.ts'
import { clientOf, Visitor, type Answered } from '../world/client.ts'
import { openTestDatabase } from './database.ts'

/** Stands still until a test moves it. */
export interface TestClock extends Clock {
  set(date: Date): void
  advance(by: { seconds?: number; minutes?: number; hours?: number; days?: number }): void
}

export function testClock(start = new Date()): TestClock {
  let now = start
  return {
    now: () => new Date(now),
    set: (date) => void (now = date),
    advance({ seconds = 0, minutes = 0, hours = 0, days = 0 }) {
      now = new Date(now.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
    },
  }
}

export { Visitor, type Answered } from '../world/client.ts'

export interface TestServer {
  app: FastifyInstance
  tools: Tools
  clock: TestClock
  outbox: Assembled['outbox']
  /** Asks a verb, as the typed client does. `key` repeats a deed (idempotent verbs get a fresh one otherwise). */
  ask<V extends Verb>(verb: V, input: AskOf<V>, visitor?: Visitor, more?: { key?: string; headers?: Record<string, string> }): Promise<Answered<OutputOf<V>>>
  /** A page: GET, or POST with the fields of its form. Redirects are not followed. */
  visit(path: string, visitor?: Visitor, form?: Record<string, string>): Promise<Answered>
  /** Everything that was put into the outbox, oldest first, in words. */
  sent(channel?: Message['channel']): Promise<(Message & { template: string; params: Record<string, string | number> })[]>
  close(): Promise<void>
}

/** The whole program on a fresh database, asked without a socket; closed after the tests of the file. */
export async function testServer(options: { config?: Partial<Config>; database?: Database; start?: Date } = {}): Promise<TestServer> {
  const server = await openTestServer(options)
  afterAll(() => server.close())
  return server
}

/** The same for who closes it himself. */
export async function openTestServer(options: { config?: Partial<Config>; database?: Database; start?: Date } = {}): Promise<TestServer> {
  const database = options.database ?? (await openTestDatabase())
  const dataDir = await mkdtemp(join(tmpdir(), 'kehui-test-'))
  const config: Config = {
    ...loadConfig({
      DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: process.env.KEHUI_TEST_LOG ?? 'silent', PUBLIC_URL: 'https://kehui.example.org', REQUESTS_PER_MINUTE: '1000000',
      KEYS: `test:${randomBytes(32).toString('base64url')}`, TRUST_PROXY: '',
    }),
    ...options.config,
  }
  const clock = testClock(options.start)
  const { app, tools, outbox, stop } = await assemble({ config, database, clock, log: makeLog(config.logLevel) })
  await app.ready()

  const client = clientOf(app, { host: 'kehui.example.org' })

  return {
    app, tools, clock, outbox,
    ask: (verb, input, visitor = new Visitor(), more = {}) => client.ask(verb, input, visitor, more),
    visit: (path, visitor = new Visitor(), form) => client.visit(path, visitor, form),
    async sent(channel) {
      const rows = await tools.db.selectFrom('outbox').selectAll().orderBy('id').execute()
      const wording = { keyring: tools.keyring, translate: (lang: 'zh' | 'en') => tools.translate[lang], publicUrl: config.publicUrl }
      return rows.filter((row) => channel === undefined || row.channel === channel).map((row) => ({
        ...messageOf(row as unknown as Due, wording), template: row.template,
        params: JSON.parse(tools.keyring.open(row.params, 'outbox.params')) as Record<string, string | number>,
      }))
    },
    async close() {
      await stop()
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Status, headers and body without what differs from request to request: for answers that must be the same (D14). */
export function shapeOf(answer: Answered) {
  const headers: Record<string, unknown> = { ...answer.headers, 'x-request-id': '', date: '', 'x-ratelimit-remaining': '', 'x-ratelimit-reset': '' }
  const text = answer.text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replaceAll(/nonce-[^']+/g, 'nonce').replaceAll(/"\d{4}-[^"]+Z"/g, 'time')
  return { status: answer.status, headers: { ...headers, 'content-security-policy': String(headers['content-security-policy']).replaceAll(/nonce-[^']+/g, 'nonce') }, text }
}
