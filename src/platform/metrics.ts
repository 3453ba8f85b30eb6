import type { Pool } from 'pg'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** What the operator's monitoring reads (text of Prometheus). No label holds anything a user typed. */
export interface Metrics {
  contentType: string
  text(): Promise<string>
  /** `route` is the pattern (`/api/units/:id`), never the address asked for. */
  request(route: string, method: string, status: number, seconds: number): void
  /** Outcome of one try to send a notice. */
  notice(channel: string, outcome: 'sent' | 'failed' | 'dead'): void
  job(name: string, outcome: 'done' | 'failed', seconds: number): void
  /** A number that is asked for whenever the monitoring looks; what cannot be had then is NaN. */
  watch(name: string, help: string, read: () => number | Promise<number>): void
}

/** What makes people wait before the database or the processor is full. */
export function watchQueues(metrics: Metrics, { waiting }: { waiting: () => number }, pool: Pool): void {
  metrics.watch('secrets_waiting', 'Passwords that wait to be hashed', waiting)
  metrics.watch('database_connections', 'Open connections of the pool', () => pool.totalCount)
  metrics.watch('database_connections_idle', 'Connections nobody uses', () => pool.idleCount)
  metrics.watch('database_waiting', 'Queries that wait for a connection', () => pool.waitingCount)
}

/** Its own registry, so that several servers can live in one process (tests). */
export function makeMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'kehui_' })
  const requests = new Histogram({
    name: 'kehui_http_request_seconds', help: 'Time to answer a request', registers,
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  })
  const notices = new Counter({
    name: 'kehui_notices_total', help: 'Tries to send a notice', registers, labelNames: ['channel', 'outcome'],
  })
  const jobs = new Histogram({
    name: 'kehui_job_seconds', help: 'Time a job ran', registers, labelNames: ['job', 'outcome'],
    buckets: [0.01, 0.1, 1, 10, 60, 600],
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    request: (route, method, status, seconds) =>
      requests.observe({ route, method, status: String(status) }, seconds),
    notice: (channel, outcome) => notices.inc({ channel, outcome }),
    job: (job, outcome, seconds) => jobs.observe({ job, outcome }, seconds),
    watch(name, help, read) {
      registry.removeSingleMetric(`kehui_${name}`)
      new Gauge({
        name: `kehui_${name}`, help, registers,
        async collect() {
          // While the database is down the other numbers are wanted most; this one is then not a number.
          this.set(await Promise.resolve().then(read).catch(() => NaN))
        },
      })
    },
  }
}
