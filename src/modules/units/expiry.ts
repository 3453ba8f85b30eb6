import { isRefusal } from '../../kernel/refusal.ts'
import { addDays } from '../../kernel/clock.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Job } from '../../platform/jobs.ts'
import { thePlatform } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { tellApplicant } from './notices.ts'
import { happen } from './registration-journal.ts'
import { draftsToExpire, draftsToWarn } from './registration-store.ts'

const atOnce = 50
const warnDays = 3

/** E07: drafts whose time is over end, each told to its applicant; in small transactions. Says how many. */
export async function expireDrafts(tools: Tools): Promise<number> {
  let done = 0
  for (;;) {
    const now = tools.clock.now()
    const n = await transact(tools.db, tools.constraintWords, async (tx) => {
      const drafts = await draftsToExpire(tx, tools.keyring, now, atOnce)
      for (const draft of drafts) {
        const expired = await happen(tx, tools, thePlatform, draft, draft.id, { event: 'expired', at: now.toISOString() })
        if (isRefusal(expired)) return expired
        await tellApplicant(tx, tools, expired, 'expired')
      }
      return drafts.length
    })
    if (isRefusal(n)) throw new Error(`drafts could not expire: ${n.code}`)
    done += n
    if (n < atOnce) return done
  }
}

/** Three days before, once per save, in small transactions. */
export async function warnOfExpiry(tools: Tools): Promise<void> {
  for (;;) {
    const now = tools.clock.now()
    const n = await transact(tools.db, tools.constraintWords, async (tx) => {
      const drafts = await draftsToWarn(tx, tools.keyring, now, addDays(now, warnDays), atOnce)
      for (const draft of drafts) await tellApplicant(tx, tools, draft, 'expiring')
      return drafts.length
    })
    if (isRefusal(n)) throw new Error(`drafts could not be warned: ${n.code}`)
    if (n < atOnce) return
  }
}

export const expiryJob: Job = {
  name: 'units.expire_drafts',
  everySeconds: 900,
  async run(tools) {
    await expireDrafts(tools)
    await warnOfExpiry(tools)
  },
}
