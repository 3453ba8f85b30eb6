import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startProgram } from '../../bench/program.ts'
import { makeKeyring } from '../../src/platform/seal/keyring.ts'
import { startPostgres } from '../harness/postgres.ts'
import { withDatabase } from '../harness/template.ts'
import { Stranger } from './client.ts'
import { compare, type Comparison } from './compare.ts'
import { fillKnown, fillNewcomers, type Range } from './fill.ts'
import { guess } from './guess.ts'
import { surfaces, type Surface } from './surfaces.ts'

/**
 * `npm run proof:enumeration [-- words of surfaces]`: the real program on a PostgreSQL server of its own, asked the same
 * of what it knows and of what it does not (D14): accounts, documents, units that wait. Answers must be the same in status, headers and body,
 * and their times must not tell. 300 pairs, in turn and in random order within a pair; where they leave it unclear, 1,200
 * more. Exit code 1 when a difference is shown, or equality cannot be.
 */
const words = process.argv.slice(2)
const wanted = surfaces.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
const [few, many, warmUp] = [300, 1_200, 30]
/** Each surface has guesses of its own: no name, mailbox or phone meets a limit. */
const each = few + many + warmUp
const secret = Buffer.alloc(32, 11)
const keyring = makeKeyring([{ id: 'proof', secret }], 'aes')

if (wanted.length === 0) throw new Error(`no surface is called so; there are ${surfaces.map(({ name }) => name).join('; ')}`)
const server = await startPostgres({ durable: true })
try {
  const url = await emptyDatabase('enumeration')
  const ranges = wanted.map(({ known }, i): Range => ({ known, from: i * each, count: each }))
  await fillKnown(url, keyring, ranges)
  const program = await startProgram(url, `proof:${secret.toString('base64url')}`, { TRUST_PROXY: '127.0.0.1' })
  const stranger = new Stranger(program.port)
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  try {
    console.log('| surface | pairs | answers | known, median ms | unknown, median ms | Cliff\'s delta | 90 % interval | verdict |\n|---|---|---|---|---|---|---|---|')
    for (const [i, surface] of wanted.entries()) {
      const range = ranges[i]
      if (range?.known === 'vouched') await prepareNewcomers(program.port, pool, range)
      report(surface, await prove(stranger, surface, i * each))
    }
  } finally {
    stranger.close()
    await pool.end()
    await program.stop()
  }
} finally {
  await server.stop()
}

/** A proof holds for an hour only, so it is made when it is needed. The first look at the agreement puts it in force. */
async function prepareNewcomers(port: number, pool: pg.Pool, range: Range): Promise<void> {
  const looked = await fetch(`http://127.0.0.1:${port}/register/person/agreement`)
  if (!looked.ok) throw new Error(`no agreement: ${looked.status}`)
  await fillNewcomers(pool, keyring, range)
}

interface Proof extends Comparison {
  /** Two answers that differ, or null. */
  differs: [string, string] | null
}

async function prove(stranger: Stranger, surface: Surface, from: number): Promise<Proof> {
  const known: number[] = []
  const unknown: number[] = []
  let differs: Proof['differs'] = null
  async function pairs(first: number, count: number, counted: boolean): Promise<void> {
    for (let n = first; n < first + count; n++) {
      const order = Math.random() < 0.5 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
      const shapes = { known: '', unknown: '' }
      for (const kind of order) {
        const { ms, shape } = await stranger.ask(surface.ask(guess(kind, n)))
        if (!shape.startsWith(`[${surface.status},`)) throw new Error(`${surface.name}, ${kind} ${n}: not ${surface.status} but ${shape.slice(0, 2_000)}`)
        shapes[kind] = shape
        if (counted) (kind === 'known' ? known : unknown).push(ms)
      }
      if (shapes.known !== shapes.unknown) differs ??= [shapes.known, shapes.unknown]
    }
  }
  await pairs(from, warmUp, false)
  await pairs(from + warmUp, few, true)
  let found = compare(known, unknown)
  if (found.verdict !== 'same') {
    await pairs(from + warmUp + few, many, true)
    found = compare(known, unknown)
  }
  // What is done apart from the request, is done before the next surface is measured.
  await sleep(1_500)
  return { ...found, differs }
}

function report({ name }: Surface, { pairs, medianKnown, medianUnknown, delta, low, high, verdict, differs }: Proof): void {
  const cells = [
    name, pairs, differs ? '**differ**' : 'same', medianKnown.toFixed(2), medianUnknown.toFixed(2), delta.toFixed(3),
    `${low.toFixed(3)} to ${high.toFixed(3)}`, verdict === 'same' ? 'same' : `**${verdict}**`,
  ]
  console.log(`| ${cells.join(' | ')} |`)
  if (differs) console.log(`\nKnown:\n${differs[0]}\nUnknown:\n${differs[1]}\n`)
  if (differs || verdict !== 'same') process.exitCode = 1
}

async function emptyDatabase(name: string): Promise<string> {
  const client = new pg.Client(server.url)
  await client.connect()
  try {
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  return withDatabase(server.url, name)
}
