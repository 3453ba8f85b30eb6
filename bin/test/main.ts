import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres, type TestServer } from '../../checks/harness/postgres.ts'
import { root } from './command.ts'
import { skipped, supply } from './needs.ts'
import { choose, parts } from './parts.ts'
import type { Context, Need, Outcome, Part } from './part.ts'
import { sumOf, table, type Line } from './table.ts'

/** Runs the chosen parts one after the other, whatever became of those before, and tells what each came to. */
async function main(args: readonly string[]): Promise<number> {
  const { chosen, rest } = choose(args)
  const mayMiss = skipped()
  if (!mayMiss) return 1
  const needs = new Set(chosen.flatMap((part) => part.needs ?? []).filter((need) => !mayMiss.has(need)))
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort())

  // One folder for everything that the tests leave lying about; the server's account must be able to pass through it.
  const temp = mkdtempSync(join(tmpdir(), 'kehui-run-'))
  chmodSync(temp, 0o711)
  process.env.TMPDIR = temp
  const missing = await supply(needs, stopped.signal)
  let server: TestServer | undefined
  try {
    if (needs.has('server') && !missing.has('server') && !stopped.signal.aborted) server = await startPostgres()
    const env = { ...(chosen === parts && { KEHUI_PICTURES: 'none' }), ...process.env, ...(server && { KEHUI_TEST_PG_URL: server.url }) }
    const lines = await runAll(chosen, { args: rest, env, signal: stopped.signal }, missing, mayMiss)
    for (const { title, outcome } of lines) for (const failure of outcome.failures ?? []) console.log(`\n✗ ${title}\n${failure}`)
    console.log(`\n${table(lines)}`)
    return stopped.signal.aborted ? 130 : sumOf(lines).failed > 0 ? 1 : 0
  } finally {
    await server?.stop()
    rmSync(temp, { recursive: true, force: true })
  }
}

async function runAll(
  chosen: readonly Part[], context: Context, missing: ReadonlyMap<Need, string>, mayMiss: ReadonlySet<Need>,
): Promise<Line[]> {
  const lines: Line[] = []
  for (const part of chosen) {
    if (context.signal.aborted) break
    console.log(`\n=== ${part.title} ===`)
    const begun = performance.now()
    const outcome = withoutNeed(part, missing, mayMiss) ?? (await part.run(context))
    lines.push({ title: part.title, seconds: (performance.now() - begun) / 1000, outcome })
  }
  return lines
}

/** The outcome of a part that lacks something: a failure, unless it was told to be left out. */
function withoutNeed(part: Part, missing: ReadonlyMap<Need, string>, mayMiss: ReadonlySet<Need>): Outcome | undefined {
  const leftOut = part.needs?.find((need) => mayMiss.has(need))
  if (leftOut) {
    tellFiles(part)
    return { passed: 0, failed: 0, skipped: 0, note: 'NOT RUN, as KEHUI_SKIP says' }
  }
  const lacking = part.needs?.find((need) => missing.has(need))
  if (!lacking) return undefined
  console.error(missing.get(lacking))
  tellFiles(part)
  return { passed: 0, failed: 1, skipped: 0, note: 'NOT RUN: see above' }
}

function tellFiles({ files }: Part): void {
  for (const file of files ? globSync(files, { cwd: root }).sort() : []) console.log(`- ${file}`)
}

process.exitCode = await main(process.argv.slice(2))
