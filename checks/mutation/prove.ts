import pg from 'pg'
import { startPostgres } from '../harness/postgres.ts'
import { serverTemplate, withDatabase } from '../harness/template.ts'
import { stepsFor } from './concerns.ts'
import { isImportant, kinds, targetsOf, type Target } from './targets.ts'
import { spares } from './spares.ts'
import { firstRed, type Red } from './trial.ts'

/**
 * `npm run proof:constraints [-- words of names, kinds or tables] [--only races]`: trusts guards.md by mutation. Each
 * constraint, unique index and trigger of the migrated schema is dropped in turn from the template that the tests copy
 * their databases from; some test must go red. Exit code 1 when a key, an exclusion or a trigger goes unmissed.
 */
const args = process.argv.slice(2)
const only = args.indexOf('--only')
const onlyRaces = only >= 0 && args[only + 1] === 'races'
const words = args.filter((arg, i) => !arg.startsWith('--') && (only < 0 || i !== only + 1))
const isWanted = (target: Target) => words.length === 0 || words.some((word) => kinds.has(word) ? target.kind === word : target.name.includes(word) || target.table === word)

const server = await startPostgres()
const client = new pg.Client(server.url)
try {
  await client.connect()
  const template = await serverTemplate(server.url)
  await client.query(`create database pristine template ${template}`)
  const targets = await onDatabase('pristine', targetsOf)
  const wanted = targets.filter(isWanted)
  if (wanted.length === 0) throw new Error(`no constraint is called so; there are ${targets.map(({ name }) => name).join(', ')}`)

  // A suite that is red without a mutation proves nothing.
  const green = new Map<string, Promise<Red | null>>()
  const ask = async (files: string[]) => {
    const key = files.join()
    if (!green.has(key)) green.set(key, firstRed(files, server.url))
    const before = await green.get(key)
    if (before) throw new Error(`red before anything was dropped: ${before.test}: ${before.why}`)
  }

  console.log(`${wanted.length} of ${targets.length} rules\n\n| rule | kind | table | caught by | how |\n|---|---|---|---|---|`)
  const unmissed: Target[] = []
  for (const target of wanted) {
    const steps = stepsFor(target.table, onlyRaces)
    let red: Red | null = null
    for (const files of steps) {
      await restore(template)
      await ask(files)
      await restore(template, target.drop)
      red = await firstRed(files, server.url)
      if (red) break
    }
    if ((await serverTemplate(server.url)) !== template) throw new Error('a migration was changed meanwhile: begin anew')
    const spare = spares[target.name]
    if (!red && !spare && isImportant(target)) unmissed.push(target)
    const cell = (text: string) => text.replaceAll('|', '\\|')
    console.log(`| ${target.name} | ${target.kind} | ${target.table} | ${red ? cell(red.test) : spare ? 'spare' : '**NOT CAUGHT**'} | ${cell(red?.why ?? spare ?? '')} |`)
  }
  console.log(unmissed.length > 0 ? `\nNot caught and important: ${unmissed.map(({ name }) => name).join(', ')}` : '\nEvery key, exclusion and trigger is missed by a test.')
  process.exitCode = unmissed.length > 0 ? 1 : 0
} finally {
  await client.end()
  await server.stop()
}

/** The template as the migrations made it, or without one rule. */
async function restore(template: string, drop?: string): Promise<void> {
  await client.query(`drop database ${template} with (force)`)
  await client.query(`create database ${template} template pristine`)
  if (drop) await onDatabase(template, (other) => other.query(drop))
}

async function onDatabase<T>(name: string, work: (other: pg.Client) => Promise<T>): Promise<T> {
  const other = new pg.Client(withDatabase(server.url, name))
  await other.connect()
  try {
    return await work(other)
  } finally {
    await other.end()
  }
}
