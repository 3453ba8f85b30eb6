import type { Browser } from '../browser.ts'
import type { Operation } from '../operations.ts'
import type { Place } from '../place.ts'
import type { Program } from '../program.ts'
import { cpuOf, cpuOfFamily } from './cpu.ts'
import { readCounters, resetCounters, type Counters } from './counters.ts'

/** What one request cost, on the mean of a block; latencies as they came. */
export interface Block extends Counters {
  program: number
  postgres: number
  ms: number[]
}

export const total = (block: Block): number => block.program + block.postgres

/** A measured place: server, program, and a browser on it. */
export interface Bench {
  place: Place
  program: Program
  browser: Browser
}

export async function once({ browser }: Bench, operation: Operation, n: number): Promise<number> {
  const answer = await browser.ask(operation.ask(n))
  const isRight = answer.status === 200 && operation.expects(answer.body as Record<string, unknown>)
  if (!isRight) throw new Error(`${operation.name} answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 300)}`)
  return answer.ms
}

/** One request after the other on one connection, from the `from`-th on. */
export async function block(bench: Bench, operation: Operation, from: number, times: number): Promise<Block> {
  const { place, program } = bench
  await resetCounters(place.control)
  const before = { program: cpuOf(program.processId), postgres: cpuOfFamily(place.server.processId) }
  const ms: number[] = []
  for (let i = 0; i < times; i++) ms.push(await once(bench, operation, from + i))
  const after = { program: cpuOf(program.processId), postgres: cpuOfFamily(place.server.processId) }
  const counted = await readCounters(place.control, 'bench')
  return {
    ms, program: (after.program - before.program) / times, postgres: (after.postgres - before.postgres) / times,
    queries: counted.queries / times, hit: counted.hit / times, read: counted.read / times,
  }
}
