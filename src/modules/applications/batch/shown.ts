import type { Actor } from '../../../kernel/actor.ts'
import type { OutputOf } from '../../../kernel/contract.ts'
import { unseen, type Refusal } from '../../../kernel/refusal.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { Tools } from '../../../platform/tools.ts'
import { whenOpen, windowFor } from '../../calls/windows.ts'
import { isCorrecting } from '../application.ts'
import { undoableUntil } from './batch.ts'
import type { batchContract } from './contract.ts'
import { batchOf, groupsOf, leaderTimes, namedSample, quotasOf, type BatchRow, type Group } from '../store/batches.ts'
import { callsOf } from '../store/facts.ts'

/** Not refused, or not any more. */
const wentThrough: readonly string[] = ['ready', 'warned', 'done', 'undone', 'kept']

const sum = (groups: readonly Group[], ...outcomes: string[]): number => groups.filter(({ outcome }) => outcomes.includes(outcome)).reduce((total, { n }) => total + n, 0)

/** E46: "37 ready, 3 skipped because ...": the most frequent reason first; what nobody may see is counted, and no more. */
function skippedOf(batch: BatchRow, groups: readonly Group[]) {
  const skipped = groups.filter(({ outcome }) => !wentThrough.includes(outcome)).map(({ outcome, params, n, examples }) => ({ code: outcome, params, n, examples }))
  const unseenOnes = batch.items - groups.reduce((total, { n }) => total + n, 0)
  return [...skipped.sort((a, b) => b.n - a.n), ...(unseenOnes > 0 ? [{ code: 'not_found', params: {}, n: unseenOnes, examples: [] }] : [])]
}

/** D17: where a pass leads, as far as there is more than nothing to say of a level. */
const nextOf = ({ verb }: BatchRow, groups: readonly Group[]) => {
  const led = (level: keyof Group['next'], outcome: string) => groups.filter((one) => one.outcome === outcome).reduce((total, { next }) => total + next[level], 0)
  return verb === 'pass' ? (['unit', 'authority', 'bureau'] as const).map((level) => ({ level, ready: led(level, 'ready'), warned: led(level, 'warned') })).filter(({ ready, warned }) => ready + warned > 0) : []
}

/** Whoever is sent back after the leaders' time is over has come to the end of the way: the bureau alone opens a time of its own (E53). */
async function leadersLate(db: Db, { id, verb }: BatchRow, now: Date): Promise<number> {
  if (verb !== 'return') return 0
  const times = await leaderTimes(db, id)
  const calls = await callsOf(db, times.map(({ callId }) => callId))
  const isLate = ({ callId, begunAt, correctUntil }: (typeof times)[number]) =>
    !isCorrecting({ correctUntil }, now) && whenOpen(windowFor(calls.get(callId)?.windows ?? [], 'leader', begunAt), now) === 'after'
  return times.filter(isLate).reduce((total, { n }) => total + n, 0)
}

/** What the confirm dialog says of a frozen set. */
export async function frozenOf({ db, clock }: Pick<Tools, 'db' | 'clock'>, batch: BatchRow): Promise<OutputOf<typeof batchContract.frozenBatch>> {
  const groups = await groupsOf(db, batch)
  const opened = new Set(batch.sample.filter((one) => one.opened).map(({ id }) => id))
  const sample = await namedSample(db, batch.id, batch.sample.map(({ id }) => id))
  return {
    batchId: batch.id, verb: batch.verb, items: batch.items, ready: sum(groups, 'ready'), warned: sum(groups, 'warned'), skipped: skippedOf(batch, groups),
    acting: groups.filter(({ outcome }) => wentThrough.includes(outcome)).reduce((total, { acting }) => total + acting, 0),
    leaderLate: await leadersLate(db, batch, clock.now()),
    next: nextOf(batch, groups),
    quotas: batch.verb === 'pass' ? await quotasOf(db, batch.id) : [],
    sample: sample.map(({ id, number, title, leader }) => ({ id, number, title, leader, isOpened: opened.has(id) })), expiresAt: batch.expires_at.toISOString(),
  }
}

/** N5: what was opened of the sample that was offered; null where none was. */
export const sampledOf = ({ verb, sample }: Pick<BatchRow, 'verb' | 'sample'>): { opened: number; of: number } | null =>
  verb === 'pass' && sample.length > 0 ? { opened: sample.filter(({ opened }) => opened).length, of: sample.length } : null

/** E51; null where nothing can be taken back any more. */
export function undoUntilOf(batch: Pick<BatchRow, 'run_at'>, done: number, now: Date): string | null {
  const until = undoableUntil(batch)
  return until && done > 0 && until > now ? until.toISOString() : null
}

/** What became of a batch that was run. */
export async function summaryOf({ db, clock }: Pick<Tools, 'db' | 'clock'>, actor: Actor, batchId: string): Promise<OutputOf<typeof batchContract.runBatch> | Refusal> {
  const batch = actor.mandate?.scopeId ? await batchOf(db, actor.mandate.scopeId, batchId) : null
  if (!batch) return unseen()
  const groups = await groupsOf(db, batch)
  const done = sum(groups, 'done', 'kept')
  return {
    batchId: batch.id, verb: batch.verb, items: batch.items, done, undone: sum(groups, 'undone'), sample: sampledOf(batch), skipped: skippedOf(batch, groups),
    at: (batch.run_at ?? batch.made_at).toISOString(), undoUntil: undoUntilOf(batch, done, clock.now()),
  }
}
