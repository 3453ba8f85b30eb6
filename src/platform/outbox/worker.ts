import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../db/database.ts'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { fillInboxes } from './inbox.ts'
import { messageOf, type Wording } from './message.ts'
import { backlog, claim, markFailed, markSent, putBack, type Due } from './queue.ts'
import { Unreachable, type Sender } from './sender.ts'
import type { Senders } from './senders.ts'

export interface OutboxOptions extends Wording {
  db: Db
  senders: Senders
  log: Logger
  metrics: Metrics
  /** How often an empty outbox is looked at. */
  everyMs?: number
  /** Longer than any sender may take; a row whose worker died is free again after it. */
  leaseSeconds?: number
}

export interface Outbox {
  /** Sends everything that is due now, once; for tests, and before a short-lived process ends. */
  drain(): Promise<void>
  /** Begins to send, each channel by itself, so that a dead mail server does not hold up the inboxes. */
  start(): void
  /** Lets what is on its way arrive, then rests. */
  stop(): Promise<void>
}

const lanes = 4
const mostWaitMs = 5 * 60_000

export function makeOutbox(options: OutboxOptions): Outbox {
  const { db, senders, log, metrics, everyMs = 1000, leaseSeconds = 300 } = options
  const stopped = new AbortController()

  metrics.watch('outbox_waiting', 'Notices still to be sent', async () => (await backlog(db)).waiting)
  metrics.watch('outbox_dead', 'Notices given up after twelve attempts', async () => (await backlog(db)).dead)
  metrics.watch('outbox_oldest_seconds', 'Age of the oldest due notice', async () => (await backlog(db)).oldestSeconds)

  /** One turn of a channel. `again`: there may be more now; `closed`: nobody answers on the other side. */
  async function turn(channel: Due['channel']): Promise<'again' | 'idle' | 'closed'> {
    if (channel === 'inbox') {
      const { seen, errors } = await fillInboxes(db, options, 100)
      for (let i = errors.length; i < seen; i++) metrics.notice('inbox', 'sent')
      for (const error of errors) report('inbox', 'failed', error)
      return seen === 100 ? 'again' : 'idle'
    }
    const sender = senders[channel]
    if (!sender) return 'idle'
    const rows = await claim(db, channel, lanes, leaseSeconds)
    const outcomes = await Promise.all(rows.map((row) => one(sender, row)))
    if (outcomes.includes('closed')) return 'closed'
    return rows.length === lanes ? 'again' : 'idle'
  }

  /** No connection of the pool is held while it is being sent: the embedded database has only one. */
  async function one(sender: Sender, row: Due): Promise<'done' | 'closed'> {
    try {
      const message = messageOf(row, options)
      if (message.address === null) throw new Error('no address')
      const { providerId } = await sender.send({ ...message, address: message.address })
      if (!(await markSent(db, row, providerId))) log.warn({ outbox: row.id }, 'a notice outlived its lease')
      metrics.notice(row.channel, 'sent')
    } catch (error) {
      const why = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown'
      if (error instanceof Unreachable) {
        await putBack(db, [row], 15, why)
        report(row.channel, 'failed', why)
        return 'closed'
      }
      const state = await markFailed(db, row, why)
      report(row.channel, state === 'dead' ? 'dead' : 'failed', why)
    }
    return 'done'
  }

  function report(channel: Due['channel'], outcome: 'failed' | 'dead', why: string): void {
    metrics.notice(channel, outcome)
    log.warn({ channel, outcome, why }, 'a notice was not sent')
  }

  /** Until the outbox rests. While the other side is away the channel waits, twice as long each time. */
  async function run(channel: Due['channel']): Promise<void> {
    let wait = everyMs
    while (!stopped.signal.aborted) {
      const left = await turn(channel).catch((error: unknown) => {
        log.error({ err: error, channel }, 'the outbox could not be worked on')
        return 'closed' as const
      })
      wait = left === 'closed' ? Math.min(mostWaitMs, wait * 2) : everyMs
      if (left !== 'again') await sleep(wait, undefined, { signal: stopped.signal }).catch(() => undefined)
    }
  }

  const channels = ['inbox', 'mail', 'sms'] as const
  let running: Promise<unknown> = Promise.resolve()
  return {
    async drain() {
      for (const channel of channels) while ((await turn(channel)) === 'again');
    },
    start() {
      running = Promise.all(channels.map(run))
    },
    async stop() {
      stopped.abort()
      await running
      await senders.mail?.close?.()
      await senders.sms?.close?.()
    },
  }
}
