import { createInterface } from 'node:readline'
import { assemble } from '../../src/assemble.ts'
import { loadConfig } from '../../src/config.ts'
import { applicationsContract as verbs } from '../../src/modules/applications/contract.ts'
import { databaseClock } from '../../src/platform/clock.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { makeLog } from '../../src/platform/log.ts'
import { clientOf, Visitor } from '../../world/client.ts'
import type { Handed } from './prove-submit.ts'

/**
 * The whole program on a database that is there, as a process that can be killed: it says `ready`, submits when it is told to, and
 * says the receipt only after the answer came.
 */
const handed = JSON.parse(process.argv[2] ?? '{}') as Handed
const database = await openDatabase(handed.place)
const config = { ...loadConfig({ ...handed.env, DEMO: '0', LOG_LEVEL: 'silent', PUBLIC_URL: 'https://kehui.example.org', REQUESTS_PER_MINUTE: '1000000', TRUST_PROXY: '' }) }
const { app, stop } = await assemble({ config, database, clock: await databaseClock(database.db), log: makeLog('silent') })
await app.ready()
const visitor = new Visitor()
for (const [name, value] of handed.cookies) visitor.cookies.set(name, value)
console.log('ready')
for await (const line of createInterface({ input: process.stdin })) {
  const { id, key } = JSON.parse(line) as { id: string; key: string }
  const answer = await clientOf(app, { host: 'kehui.example.org' }).ask(verbs.submit, { id, version: 1 }, visitor, { key })
  console.log(JSON.stringify({ status: answer.status, text: answer.text }))
}
await stop()
await database.close()
