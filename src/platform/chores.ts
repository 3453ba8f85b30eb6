import { sql } from 'kysely'
import { filesFolder, sweepUploads } from './files/local.ts'
import type { Job } from './jobs.ts'
import { forgetSent } from './outbox/queue.ts'

const dayInSeconds = 86_400
/** How long a notice that was sent can still be looked up; the journal keeps for ever that it was written. */
const daysOfNotices = 90

/** What the platform does for itself, beside the jobs of the rooms. */
export const platformJobs: readonly Job[] = [
  {
    name: 'outbox.forget_sent',
    everySeconds: dayInSeconds,
    async run({ db }) {
      await forgetSent(db, daysOfNotices)
    },
  },
  {
    // I9: long after the last browser has given up repeating.
    name: 'idempotency.forget_keys',
    everySeconds: dayInSeconds,
    async run({ db }) {
      await sql`delete from idempotency where created_at < now() - interval '7 days'`.execute(db)
    },
  },
  {
    name: 'files.sweep_uploads',
    everySeconds: dayInSeconds,
    async run({ config, clock }) {
      await sweepUploads(filesFolder(config), clock.now())
    },
  },
]
