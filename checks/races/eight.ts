import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Db } from '../../src/platform/db/database.ts'
import type { Answered } from '../server.ts'

/** 40P01: who insert at once under an exclusion constraint may all wait for each other; PostgreSQL ends one after the other. */
const isDeadlock = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === '40P01'

/**
 * All at once. Whom a deadlock ended goes again when all the others have been answered, and alone: eight who go again
 * at once meet again and again, and nobody gets through for a minute.
 */
async function atOnce<T>(works: readonly (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
  const outcomes = await Promise.allSettled(works.map((work) => work()))
  for (const [i, work] of works.entries()) {
    const outcome = outcomes[i]
    if (outcome?.status === 'rejected' && isDeadlock(outcome.reason)) [outcomes[i] = outcome] = await Promise.allSettled([work()])
  }
  return outcomes
}

/** The same by eight at once, each until the database has said yes or no. */
export const eight = <T>(work: (i: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> =>
  atOnce(Array.from({ length: 8 }, (_, i) => () => work(i)))

/** What became of works that meet: `done`, or the rule that each of the others met; sorted. */
export async function metBy(works: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  const outcomes = await atOnce(works)
  return outcomes.map((one) => (one.status === 'fulfilled' ? 'done' : String((one.reason as { constraint?: string }).constraint ?? one.reason))).toSorted()
}

/** How many got through; the others must have met this rule. */
export function through(outcomes: readonly PromiseSettledResult<unknown>[], constraint: string): number {
  for (const one of outcomes) if (one.status === 'rejected') expect(one.reason).toMatchObject({ constraint })
  return outcomes.filter((one) => one.status === 'fulfilled').length
}

/** What became of a verb: `done`, or status and code of its refusal. */
export const said = (answer: Answered): string => (answer.status === 200 ? 'done' : `${answer.status} ${answer.problem.code}`)

/** Some statement of the program waits for a row that this test holds. */
export async function somebodyWaits(db: Db): Promise<void> {
  const waiting = sql<{ n: number }>`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await expect.poll(async () => (await waiting.execute(db)).rows[0]?.n, { timeout: 10_000 }).toBeGreaterThan(0)
}
