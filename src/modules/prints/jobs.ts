import { addDays } from '../../kernel/clock.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Job } from '../../platform/jobs.ts'
import { templateVersion } from './compose.ts'
import { draftDays, drawer } from './fields.ts'
import { makeNext } from './make.ts'
import { forgetDrafts, forgetOutdated, knownFiles } from './print-store.ts'

/** At most so many in one run: the lease of the job is somebody else's as well. */
const atOnce = 40

export const makePrints: Job = {
  name: 'prints.make',
  everySeconds: 3,
  async run(tools) {
    for (let n = 0; n < atOnce; n++) if (!(await makeNext(tools))) return
  },
}

/** Prints of drafts after a day, those of earlier templates, and files that no row names. */
export const sweepPrints: Job = {
  name: 'prints.sweep',
  everySeconds: 3600,
  async run(tools) {
    const before = addDays(tools.clock.now(), -draftDays)
    const gone = await transact(tools.db, tools.constraintWords, async (tx) => [...(await forgetDrafts(tx, before, 500)), ...(await forgetOutdated(tx, templateVersion, before, 500))])
    if (!isRefusal(gone)) for (const { file_key } of gone) if (file_key) await tools.files.delete(file_key)
    const keys = await tools.files.keysIn(drawer, before)
    for (let from = 0; from < keys.length; from += 500) {
      const some = keys.slice(from, from + 500)
      const known = await knownFiles(tools.db, some)
      for (const key of some) if (!known.has(key)) await tools.files.delete(key)
    }
  },
}
