import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from './db/database.ts'
import type { Tools } from './tools.ts'

/** Work that comes round: expiry of drafts, cleaning, counting. */
export interface Job {
  /** `units.expire_drafts`: room and verb. */
  name: string
  everySeconds: number
  /** Runs alone: never twice at once, in this process or another. Its errors are logged and it comes round again. */
  run(tools: Tools): Promise<void>
}

export interface Jobs {
  start(): void
  /** Waits for the runs that have begun. */
  stop(): Promise<void>
}

/** A process that dies in the middle of a run holds it back for as long; a living one renews its lease at a third. */
const leaseSeconds = 90
/** How often a job is asked whether its time has come. */
const mostSleepMs = 30_000

/** Runs the jobs of all rooms. Several processes share them by leases: the last start counts for all of them. */
export function makeJobs(jobs: readonly Job[], tools: Tools): Jobs {
  const stopped = new AbortController()
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopped.signal }).catch(() => undefined)

  async function come(job: Job): Promise<void> {
    while (!stopped.signal.aborted) {
      await runIfDue(job, tools).catch((error: unknown) => {
        tools.log.error({ err: error, job: job.name }, 'a job has no lease')
      })
      await pause(Math.min(mostSleepMs, job.everySeconds * 1000) * (0.9 + 0.2 * Math.random()))
    }
  }

  let running: Promise<unknown> = Promise.resolve()
  return {
    start() {
      running = Promise.all(jobs.map(come))
    },
    async stop() {
      stopped.abort()
      await running
    },
  }
}

/** One run, if its time has come and nobody else is at it. Says whether it ran; its error is logged, not thrown. */
export async function runIfDue(job: Job, tools: Tools): Promise<boolean> {
  const startedAt = await takeLease(tools.db, job)
  if (!startedAt) return false
  const begun = performance.now()
  const renewal = setInterval(() => {
    renewLease(tools.db, job, startedAt).catch((error: unknown) => {
      tools.log.warn({ err: error, job: job.name }, 'a lease was not renewed')
    })
  }, (leaseSeconds * 1000) / 3)
  let outcome: 'done' | 'failed' = 'done'
  try {
    await job.run(tools)
  } catch (error) {
    outcome = 'failed'
    tools.log.error({ err: error, job: job.name }, 'a job failed')
  } finally {
    clearInterval(renewal)
    tools.metrics.job(job.name, outcome, (performance.now() - begun) / 1000)
    await freeLease(tools.db, job, startedAt)
  }
  return true
}

/** When this run began by the clock of the database, or null. Its text, exact to the microsecond, names the run. */
async function takeLease(db: Db, { name, everySeconds }: Job): Promise<string | null> {
  const { rows: [row] } = await sql<{ started: string }>`
    insert into job_lease as held (name, leased_until, last_started_at)
    values (${name}, clock_timestamp() + ${leaseSeconds} * interval '1 second', clock_timestamp())
    on conflict (name) do update
      set leased_until = excluded.leased_until, last_started_at = excluded.last_started_at
      where held.leased_until < clock_timestamp()
        and held.last_started_at <= clock_timestamp() - ${everySeconds} * interval '1 second'
    returning last_started_at::text as started`.execute(db)
  return row?.started ?? null
}

const renewLease = (db: Db, { name }: Job, startedAt: string) => sql`
  update job_lease set leased_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
  where name = ${name} and last_started_at = ${startedAt}::timestamptz`.execute(db)

const freeLease = (db: Db, { name }: Job, startedAt: string) => sql`
  update job_lease set leased_until = '-infinity', last_finished_at = clock_timestamp()
  where name = ${name} and last_started_at = ${startedAt}::timestamptz`.execute(db)
