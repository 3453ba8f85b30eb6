import { addMinutes } from '../../../kernel/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { Tools } from '../../../platform/tools.ts'
import { handInUntil } from '../../drafts/hand-in.ts'
import { callsOf } from '../store/facts.ts'
import { heldByReturned, heldByStranded, releaseLeft, releaseReturned, releaseStranded } from '../store/limits.ts'
import { undoMinutes } from '../state.ts'

const atOnce = 500

/**
 * E58: a place in a limit is held for what somebody can still go on with. What came back and can no longer be handed in (its windows are
 * over, its call withdrawn, its unit no more) gives its places back, what was left lying at a desk beyond its window does, and a member who
 * has left. Should the bureau move the window later, 提交, or the pass, takes the places anew. Not before the return itself can no longer be
 * taken back (E51).
 */
export async function releaseLate(tools: Pick<Tools, 'db' | 'clock'>): Promise<void> {
  await releaseLying(tools)
  const { db, clock } = tools
  const now = clock.now()
  const before = addMinutes(now, -undoMinutes)
  for (let after: string | null = null; ;) {
    const held = await heldByReturned(db, before, after, atOnce)
    if (held.length === 0) return
    const calls = await callsOf(db, held.map(({ callId }) => callId))
    const late = held.filter((one) => one.isOver || handInUntil({ ...one, isCallWithdrawn: false }, calls.get(one.callId)?.windows ?? [], now) === null)
    if (late.length > 0) await releaseReturned(db, late.map(({ id }) => id), before)
    await releaseLeft(db, held.map(({ id }) => id), before)
    after = held.at(-1)?.id ?? null
  }
}

async function releaseLying({ db, clock }: Pick<Tools, 'db' | 'clock'>): Promise<void> {
  const now = clock.now()
  for (let after: string | null = null; ;) {
    const ids = await heldByStranded(db, addMinutes(now, -undoMinutes), after, atOnce)
    if (ids.length === 0) return
    await releaseStranded(db, ids, now)
    after = ids.at(-1) ?? null
  }
}

export const releaseLateLimits: Job = { name: 'applications.release_limits', everySeconds: 600, run: releaseLate }
