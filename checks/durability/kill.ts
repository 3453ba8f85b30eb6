import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../harness/postgres.ts'
import { proveKill, type Proof } from './prove.ts'
import { proveSubmit, type SubmitProof } from './prove-submit.ts'

/** `npm run proof:kill [rounds]`: the long form of checks/races/durability.race.test.ts and applications-kill.race.test.ts. */
const rounds = Number(process.argv[2] ?? 60)
const tell = (what: string, { acknowledged }: Proof) => console.log(`${what}: killed ${rounds} times, ${acknowledged} acknowledged rows, 0 lost`)

const tellSubmit = (what: string, { rounds: n, nothing, unanswered, answered }: SubmitProof) =>
  console.log(`${what}, killed while it submits: ${n} times (${nothing} before anything was there, ${unanswered} without an answer, ${answered} after it), each once, with the same receipt`)

const folder = await mkdtemp(join(tmpdir(), 'kehui-kill-'))
const server = await startPostgres({ durable: true })
try {
  tell('embedded database, program killed', await proveKill({ dataDir: join(folder, 'db') }, rounds))
  tell('PostgreSQL, program killed', await proveKill({ url: server.url }, rounds))
  tell('PostgreSQL, backend killed', await proveKill({ url: server.url }, rounds, 'backend'))
  tellSubmit('embedded database', await proveSubmit({ dataDir: join(folder, 'submit') }, Math.ceil(rounds / 3)))
  tellSubmit('PostgreSQL', await proveSubmit({ url: server.url }, Math.ceil(rounds / 3)))
} finally {
  await server.stop()
  await rm(folder, { recursive: true })
}
