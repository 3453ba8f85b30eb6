import { isRefusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Job } from '../../platform/jobs.ts'
import type { Tools } from '../../platform/tools.ts'
import { peopleToCompare, vouchedWith } from './duplicate-store.ts'
import { warnOwner } from './notices.ts'

const atOnce = 100

/**
 * S1-N1: compares the documents of who registered lately with those that units vouch for, and warns whose they are. Apart
 * from the registration, whose answer and time must not tell whether a document is known (D14).
 */
export async function compareDocuments(tools: Tools): Promise<void> {
  for (let seen = atOnce; seen === atOnce;) {
    const done = await transact(tools.db, tools.constraintWords, async (tx) => {
      const people = await peopleToCompare(tx, tools.keyring, tools.clock.now(), atOnce)
      for (const p of people) {
        const owner = p.document && (await vouchedWith(tx, tools.keyring, p.document))
        if (owner && owner.personId !== p.id) await warnOwner(tx, tools, p, owner.accountId)
      }
      return people.length
    })
    if (isRefusal(done)) throw new Error(`the comparison was refused: ${done.code}`)
    seen = done
  }
}

/** What a process that dies leaves behind, the job does. */
export function compareSoon(tools: Tools): void {
  const timer = setTimeout(() => {
    compareDocuments(tools).catch((error: unknown) => tools.log.warn({ err: error }, 'documents wait for the job that compares them'))
  }, 300 + Math.random() * 700)
  timer.unref()
}

export const compareJob: Job = { name: 'people.compare_documents', everySeconds: 60, run: compareDocuments }
