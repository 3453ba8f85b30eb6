import { addMinutes } from '../../kernel/clock.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Job } from '../../platform/jobs.ts'
import { windowAt } from './lockout.ts'
import { answerRequests } from './recovery.ts'
import { idleSince } from './sessions.ts'
import { pruneLinks } from './store/links.ts'
import { pruneLockouts } from './store/lockouts.ts'
import { pruneProofs } from './store/proofs.ts'
import { pruneRequests } from './store/recoveries.ts'
import { pruneSessions } from './store/sessions.ts'

const day = 24 * 60

/** What has run out is removed: sessions, attempts, codes, links and requests for them keep personal data no longer than they serve. */
export const accountsJobs: readonly Job[] = [
  {
    name: 'accounts.prune',
    everySeconds: 600,
    async run(tools) {
      const now = tools.clock.now()
      await pruneSessions(tools.db, now, idleSince(tools))
      await transact(tools.db, {}, (tx) => pruneLockouts(tx, windowAt(now)))
      await pruneProofs(tools.db, addMinutes(now, -day))
      await pruneLinks(tools.db, addMinutes(now, -day))
      await pruneRequests(tools.db, addMinutes(now, -day))
    },
  },
  {
    // The process that took the request answers it within a second; this finds what a process that died left behind.
    name: 'accounts.answer_recoveries',
    everySeconds: 30,
    run: answerRequests,
  },
]
