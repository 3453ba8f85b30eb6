import { isRefusal } from '../../kernel/refusal.ts'
import { addDays, addMinutes } from '../../kernel/clock.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Job } from '../../platform/jobs.ts'
import { erasePrivate, thePlatform } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { settingOf } from '../settings/index.ts'
import { caseRoom, happenToCase } from './case-journal.ts'
import { casesToErase } from './case-store.ts'
import { deleteEvidence, evidencesOf, keysOf, strayEvidence, type Evidence } from './evidence-store.ts'

const atOnce = 20
/** A licence without a case is nobody's business for longer than the codes it came with. */
const strayMinutes = 120

/**
 * Files go before their rows are committed: should the commit fail, the next run meets rows whose files are gone, which
 * is no harm, while the other order could leave a licence that nobody knows of.
 */
const drop = (tools: Tools, rows: readonly Evidence[]) => Promise.all(keysOf(rows).map((key) => tools.files.delete(key)))

/** I24: claimant, objection and evidence of cases closed long ago go; what was decided, by whom and when, stays. Says how many. */
export async function eraseCases(tools: Tools): Promise<number> {
  const days = await settingOf(tools.db, tools.config, 'recovery.keep_days')
  for (let done = 0; ;) {
    const now = tools.clock.now()
    const n = await transact(tools.db, tools.constraintWords, async (tx) => {
      const cases = await casesToErase(tx, tools.keyring, addDays(now, -days), atOnce)
      const scans = await evidencesOf(tx, cases.map(({ id }) => id))
      for (const one of cases) {
        await erasePrivate(tx, caseRoom, one.id)
        const erased = await happenToCase(tx, tools, thePlatform, one, { event: 'erased', at: now.toISOString() })
        if (isRefusal(erased)) return erased
      }
      await deleteEvidence(tx, scans.map(({ id }) => id))
      await drop(tools, scans)
      return cases.length
    })
    if (isRefusal(n)) throw new Error(`cases could not be erased: ${n.code}`)
    done += n
    if (n < atOnce) return done
  }
}

/** Files that came before a case that was never opened. */
export async function dropStrayEvidence(tools: Tools): Promise<void> {
  for (;;) {
    const n = await transact(tools.db, tools.constraintWords, async (tx) => {
      const scans = await strayEvidence(tx, addMinutes(tools.clock.now(), -strayMinutes), atOnce)
      await deleteEvidence(tx, scans.map(({ id }) => id))
      await drop(tools, scans)
      return scans.length
    })
    if (isRefusal(n)) throw new Error(`stray evidence could not be dropped: ${n.code}`)
    if (n < atOnce) return
  }
}

export const erasureJob: Job = {
  name: 'recovery.erase',
  everySeconds: 1800,
  async run(tools) {
    await eraseCases(tools)
    await dropStrayEvidence(tools)
  },
}
