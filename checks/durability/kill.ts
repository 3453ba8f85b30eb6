import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../harness/postgres.ts'
import { proveKill, type Proof } from './prove.ts'

/** `npm run proof:kill [rounds]`: the long form of checks/races/durability.race.test.ts. */
const rounds = Number(process.argv[2] ?? 60)
const tell = (what: string, { acknowledged }: Proof) => console.log(`${what}: killed ${rounds} times, ${acknowledged} acknowledged rows, 0 lost`)

const folder = await mkdtemp(join(tmpdir(), 'kehui-kill-'))
const server = await startPostgres({ durable: true })
try {
  tell('embedded database, program killed', await proveKill({ dataDir: join(folder, 'db') }, rounds))
  tell('PostgreSQL, program killed', await proveKill({ url: server.url }, rounds))
  tell('PostgreSQL, backend killed', await proveKill({ url: server.url }, rounds, 'backend'))
} finally {
  await server.stop()
  await rm(folder, { recursive: true })
}
