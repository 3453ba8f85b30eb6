import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { pino } from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../checks/database.ts'
import { makeJobs, runIfDue, type Job } from './jobs.ts'
import { makeMetrics } from './metrics.ts'
import type { Tools } from './tools.ts'

const database = await testDatabase()
const { db } = database
const lines: string[] = []
const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
/** A job reaches nothing here but the database, the log and the metrics. */
const tools = () => ({ db, database, log, metrics: makeMetrics() }) as Partial<Tools> as Tools

function counted(more: Partial<Job> = {}) {
  const seen = { runs: 0, now: 0, most: 0 }
  const job: Job = {
    name: 'units.expire_drafts', everySeconds: 3600, ...more,
    async run(given) {
      seen.runs++
      seen.most = Math.max(seen.most, ++seen.now)
      try {
        await (more.run?.(given) ?? sleep(20))
      } finally {
        seen.now--
      }
    },
  }
  return { job, seen }
}

const hourLater = () => sql`update job_lease set last_started_at = last_started_at - interval '1 hour'`.execute(db)

beforeEach(async () => {
  lines.length = 0
  await sql`truncate job_lease`.execute(db)
})

test('many who ask at once: one runs, and again only when its time has come', async () => {
  const { job, seen } = counted()
  const ran = await Promise.all(Array.from({ length: 10 }, () => runIfDue(job, tools())))
  expect(ran.filter(Boolean)).toHaveLength(1)
  expect(await runIfDue(job, tools())).toBe(false)
  await hourLater()
  await Promise.all(Array.from({ length: 10 }, () => runIfDue(job, tools())))
  expect(seen).toEqual({ runs: 2, now: 0, most: 1 })
})

test('a run that outlasts its interval is not joined by a second', async () => {
  let finish = () => {}
  const { job, seen } = counted({ run: () => new Promise<void>((resolve) => (finish = resolve)) })
  const first = runIfDue(job, tools())
  await expect.poll(() => seen.runs).toBe(1)
  await hourLater()
  expect(await runIfDue(job, tools())).toBe(false)
  finish()
  await first
})

test('a job that fails is logged with its name, comes round again and does not disturb the others', async () => {
  const metrics = makeMetrics()
  const { job } = counted({ run: () => Promise.reject(new Error('no luck')) })
  expect(await runIfDue(job, { ...tools(), metrics })).toBe(true)
  expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ job: job.name, msg: 'a job failed' })
  expect(await metrics.text()).toMatch(/kehui_job_seconds_count\{job="units.expire_drafts",outcome="failed"\} 1/)
  await hourLater()
  expect(await runIfDue(job, tools())).toBe(true)
})

test('a process that died in a run holds it back until its lease is over', async () => {
  const { job, seen } = counted()
  await sql`
    insert into job_lease (name, leased_until, last_started_at)
    values (${job.name}, now() + interval '1 minute', now() - interval '2 hours')`.execute(db)
  expect(await runIfDue(job, tools())).toBe(false)
  await sql`update job_lease set leased_until = now() - interval '1 second'`.execute(db)
  expect(await runIfDue(job, tools())).toBe(true)
  expect(seen.runs).toBe(1)
})

test('started, jobs run by themselves; stopped, the run that has begun is waited for', async () => {
  let finished = false
  const { job, seen } = counted({ run: () => sleep(150).then(() => void (finished = true)) })
  const jobs = makeJobs([job], tools())
  jobs.start()
  await expect.poll(() => seen.runs).toBe(1)
  await jobs.stop()
  expect(finished).toBe(true)
  expect(seen.runs).toBe(1)
})
