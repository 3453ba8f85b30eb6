import { randomBytes } from 'node:crypto'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { loadConfig } from '../../src/config.ts'
import { newId } from '../../src/kernel/ids.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { applicationStage, begun, sound, writes } from '../applications.ts'
import { openTestServer } from '../server.ts'
import type { Place } from './prove.ts'

/** What a submitter is started with. */
export interface Handed {
  place: Place
  env: Record<string, string>
  cookies: [string, string][]
}

export interface SubmitProof {
  rounds: number
  /** Killed before anything was there, after the commit without an answer, and after the answer. */
  nothing: number
  unanswered: number
  answered: number
}

/**
 * Kills the program at a random moment of a submission, starts it again and sends the same key: there is one submission, and the
 * receipt is the one that was there, or was said, before. Throws at the first that is lost, doubled or other.
 */
export async function proveSubmit(place: Place, rounds: number): Promise<SubmitProof> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kehui-submit-'))
  const env = { DATA_DIR: dataDir, KEYS: `test:${randomBytes(32).toString('base64url')}` }
  try {
    const { ids, cookies } = await prepare(place, env, rounds)
    const handed = { place, env, cookies }
    const proof: SubmitProof = { rounds, nothing: 0, unanswered: 0, answered: 0 }
    const said = new Map<string, string>()
    let running = await start(handed)
    for (const id of ids) {
      const round = await oneRound(handed, running, id)
      proof[round.met] += 1
      said.set(id, round.text)
      running = round.survivor
    }
    await end(running)
    for (const id of ids) {
      const receipts = await receiptsOf(place, id)
      if (receipts.length !== 1 || !said.get(id)?.includes(receipts[0] ?? '?')) throw new Error(`${receipts.length} submissions under one key, or another receipt than was said`)
    }
    return proof
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Drafts that can be submitted, and their leader's session. */
async function prepare(place: Place, env: Handed['env'], rounds: number): Promise<{ ids: string[]; cookies: Handed['cookies'] }> {
  const database = await openDatabase(place)
  await migrate(database)
  const server = await openTestServer({ database, config: { keys: loadConfig({ ...env, DEMO: '0' }).keys } })
  const { leader, call } = await applicationStage(server)
  const ids: string[] = []
  for (let i = 0; i < rounds; i++) {
    const id = await begun(leader, call.id)
    await writes(leader, id, sound)
    ids.push(id)
  }
  const cookies = [...leader.visitor.cookies]
  await server.close()
  return { ids, cookies }
}

interface Submitter {
  process: ChildProcess
  /** Sends it; the answer, or null where the process ended before it came. */
  submit(id: string, key: string): Promise<{ status: number; text: string } | null>
}

async function start(handed: Handed): Promise<Submitter> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'submitter.ts'), JSON.stringify(handed)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const first = await lines.next()
  if (first.value !== 'ready') throw new Error('the submitter did not start')
  return {
    process: child,
    async submit(id, key) {
      child.stdin.write(`${JSON.stringify({ id, key })}\n`)
      const line = await lines.next()
      return line.done ? null : (JSON.parse(line.value) as { status: number; text: string })
    },
  }
}

/** About as long as a submission takes: so that every part of it is met. */
const longest = 120

/** The survivor is the next one's victim. */
async function oneRound(handed: Handed, victim: Submitter, id: string): Promise<{ met: 'nothing' | 'unanswered' | 'answered'; text: string; survivor: Submitter }> {
  const key = newId()
  const ended = once(victim.process, 'exit')
  setTimeout(() => victim.process.kill('SIGKILL'), Math.random() * longest)
  const before = await victim.submit(id, key)
  await ended
  const there = await receiptsOf(handed.place, id)
  const survivor = await start(handed)
  const answer = await survivor.submit(id, key)
  if (answer?.status !== 200) throw new Error(`the same key gave ${answer?.text ?? 'nothing'}`)
  if (there.length > 1 || (there[0] && !answer.text.includes(there[0]))) throw new Error('the receipt is another one after the restart')
  if (before && (before.status !== 200 || before.text !== answer.text)) throw new Error(`what was said is not what is said again: ${before.text}`)
  return { met: before ? 'answered' : there.length > 0 ? 'unanswered' : 'nothing', text: answer.text, survivor }
}

async function end({ process }: Submitter): Promise<void> {
  const ended = once(process, 'exit')
  process.stdin?.end()
  await ended
}

/** A server may still be finishing what the killed program had sent: it is asked again until it stands still. */
async function receiptsOf(place: Place, id: string): Promise<string[]> {
  const database = await openDatabase(place)
  try {
    // Waits for a commit that is under way.
    await sql`select id from application where id = ${id} for update`.execute(database.db)
    const { rows } = await sql<{ receipt: string }>`select receipt from application_version where application_id = ${id}`.execute(database.db)
    return rows.map(({ receipt }) => receipt)
  } finally {
    await database.close()
  }
}
