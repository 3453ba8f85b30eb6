import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { hash } from '@node-rs/argon2'
import { isRefusal } from '../src/kernel/refusal.ts'
import { makeKeyring } from '../src/platform/seal/keyring.ts'
import { makeSecrets } from '../src/platform/secrets.ts'
import { measureBatches } from './application-batches.ts'
import { Browser } from './browser.ts'
import { applicationsOf } from './fill/applications.ts'
import { fillApplications, fillCalls } from './fill/fill-applications.ts'
import { fillCall, fillDrafts } from './fill/fill-drafts.ts'
import { fillSubmittable } from './fill/fill-submittable.ts'
import { fillPeople, fillUnits } from './fill/fill-people.ts'
import { fillReviews, fillSchools } from './fill/fill-reviews.ts'
import { fillGround, fillRegistrations, password } from './fill/fill.ts'
import type { Bench } from './measure/block.ts'
import { compare, isEnough, type Comparison } from './measure/compare.ts'
import { cpuOf, cpuOfFamily } from './measure/cpu.ts'
import { watch, type Growth } from './measure/growth.ts'
import { delivered, holdJobs } from './measure/rest.ts'
import { operationsOn } from './operations.ts'
import { onDatabase, openPlace } from './place.ts'
import { measurePrints } from './prints.ts'
import { startProgram } from './program.ts'
import { report } from './report.ts'

/**
 * `npm run bench [-- words of operations] [--quick | --small] [--keep]`: what people do all day, over a database of a city's size.
 * `--quick` takes 10,000 registrations and short blocks; `--small` the smallest size and the shortest blocks, to see that everything
 * runs through, not to learn what it costs; `--keep` writes the page to bench/results/.
 */
const args = process.argv.slice(2)
const isQuick = args.includes('--quick')
const words = args.filter((arg) => !arg.startsWith('--'))
const isSmall = args.includes('--small')
const sizes = isSmall ? [1_000] : isQuick ? [1_000, 10_000] : [1_000, 10_000, 50_000]
const extent = isSmall ? { ms: 60, tries: 1, watched: 10 } : isQuick ? { ms: 300, tries: 2, watched: 30 } : { ms: 1500, tries: 3, watched: 60 }
/** Whether an operation of these is asked for: what only they need is not filled for others. */
const isAsked = (name: string) => words.length === 0 || words.some((word) => word.includes(name))
/** Whether only what has to do with applications is: then the town of units and people around them stays as small as it can be. */
const isOnlyApplications = words.length > 0 && words.every((word) => ['applications', 'drafts', 'prints'].some((room) => word.startsWith(room)))
const say = (line: string) => process.stderr.write(`${line}\n`)

const begun = performance.now()
const secret = Buffer.alloc(32, 7)
const keyring = makeKeyring([{ id: 'bench', secret }], 'aes')
const full = await makeSecrets().hash(password)
if (isRefusal(full)) throw new Error('no hash')
// The cheapest Argon2id there is: the parameters stand in the hash, so the program takes the same path with it.
const hashes = { full, light: await hash(password, { algorithm: 2, memoryCost: 8, timeCost: 1, parallelism: 1 }) }

const pages: string[] = []
const put = (page: string): void => {
  pages.push(page)
  console.log(page)
}
/** What could not be measured, and why: the rest is measured all the same. */
const stopped: string[] = []
const unlessStopped = async <T>(name: string, work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work()
  } catch (error) {
    stopped.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    say(`stopped: ${stopped.at(-1)}`)
    return null
  }
}

// What is printed needs no database.
if (words.length !== 1 || words[0] !== 'prints') await onPlace()
if (isAsked('prints')) {
  say('prints')
  const prints = await unlessStopped('prints', () => measurePrints(isSmall ? 3 : isQuick ? 20 : 60))
  if (prints) put(prints)
}
if (stopped.length > 0) {
  put(`## Not measured\n\n${stopped.map((line) => `- ${line}`).join('\n')}\n`)
  process.exitCode = 1
}
if (args.includes('--keep')) {
  const results = join(import.meta.dirname, 'results')
  await mkdir(results, { recursive: true })
  await writeFile(join(results, `${new Date().toISOString().slice(0, 10)}.md`), pages.join('\n'))
}

/** A server with a filled database, and the program on it. */
async function onPlace(): Promise<void> {
  const place = await openPlace()
  const folder = await mkdtemp(join(tmpdir(), 'kehui-bench-sql-'))
  try {
    await onDatabase(place, (client) => fillGround(client, keyring, hashes.light))
    await onDatabase(place, fillUnits)
    await onDatabase(place, (client) => fillSchools(client, keyring))
    await onDatabase(place, fillCall)
    await onDatabase(place, fillCalls)
    const program = await startProgram(place.url, `bench:${secret.toString('base64url')}`)
    const browser = new Browser(program.port)
    try {
      await measure({ place, program, browser }, folder)
    } finally {
      browser.close()
      await program.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
    await place.close()
  }
}

async function measure(bench: Bench, folder: string): Promise<void> {
  const { place } = bench
  const growth: Growth = new Map()
  let rows = 0
  let town = 0
  for (const size of sizes) {
    const nextTown = isOnlyApplications ? Math.min(size, 1_000) : size
    say(`filling up to ${nextTown} registrations${isAsked('applications') ? `, ${applicationsOf(size).all} applications` : ''}`)
    if (nextTown > town) {
      await onDatabase(place, (client) => fillRegistrations(client, keyring, town + 1, nextTown, hashes))
      await onDatabase(place, (client) => fillPeople(client, keyring, town, nextTown, hashes.light))
      await onDatabase(place, (client) => fillReviews(client, keyring, nextTown))
    }
    await onDatabase(place, (client) => fillDrafts(client, rows, size))
    await onDatabase(place, (client) => fillSubmittable(client, keyring))
    if (isAsked('applications')) await onDatabase(place, (client) => fillApplications(client, rows, size))
    town = nextTown
    rows = size
    await onDatabase(place, holdJobs)
    const operations = (await onDatabase(place, operationsOn)).filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
    for (const operation of operations) await unlessStopped(`${operation.name}, at ${size}`, () => watch(bench, [operation], size, growth, extent.watched))
  }
  const comparisons: Comparison[] = []
  for (const operation of await onDatabase(place, operationsOn)) {
    if (words.length > 0 && !words.some((word) => operation.name.includes(word))) continue
    if (!isEnough(operation, extent.tries)) {
      say(`${operation.name}: at this size there are too few to go through`)
      continue
    }
    say(operation.name)
    const compared = await unlessStopped(operation.name, () => compare(bench, operation, { ...extent, folder }))
    if (compared) comparisons.push(compared)
  }
  const batches = isAsked('applications') ? await unlessStopped('batches', () => measureBatches(bench, isSmall ? [50, 200] : [500, 5_000])) : null
  put(report({
    registrations: town, applications: isAsked('applications') ? applicationsOf(rows) : null, postgres: place.version, seconds: (performance.now() - begun) / 1000, comparisons, growth, idle: await atRest(bench),
  }))
  if (batches) put(batches)
  if (comparisons.some(({ isVoid }) => isVoid)) say('Some runs are void: the machine was busy with other things.')
}

/** CPU milliseconds a second while nobody asks anything, and nothing is left to be delivered. */
async function atRest({ place, program }: Bench): Promise<{ program: number; postgres: number }> {
  await onDatabase(place, delivered)
  const seconds = 4
  const before = { program: cpuOf(program.processId), postgres: cpuOfFamily(place.server.processId) }
  await sleep(seconds * 1000)
  return { program: (cpuOf(program.processId) - before.program) / seconds, postgres: (cpuOfFamily(place.server.processId) - before.postgres) / seconds }
}
