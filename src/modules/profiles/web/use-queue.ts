import type { AskOf } from '../../../kernel/contract.ts'
import { ask } from '../../../web/client.ts'
import { useQueue } from '../../../web/review/use-queue.ts'
import { profilesContract } from '../contract.ts'
import { canDecide } from './review-filters.ts'
import type { ReviewRow } from './shown.ts'

/** What became of somebody at the flood desk: decided here, or no longer to be decided (withdrawn, moved, decided by others). */
export type Outcome = 'approved' | 'refused' | 'gone'

const pageOfQueue = 50

/** Those who wait in this filter, read page after page as one walks. */
export const usePeopleWaiting = (filter: AskOf<typeof profilesContract.selection>) =>
  useQueue<ReviewRow, Outcome>(async (after) => {
    const answer = await ask(profilesContract.reviews, { ...filter, state: 'pending', size: pageOfQueue, after })
    if (!answer.ok) return answer
    const { rows: all, next, total } = answer.value
    // Where the whole unit is looked at, the desks of others stand in the list as well: theirs is not to be decided here.
    const rows = all.filter(canDecide)
    return { ok: true, value: { rows, next, total: rows.length === all.length ? total.n : 0 } }
  })
