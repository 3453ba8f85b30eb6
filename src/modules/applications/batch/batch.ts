import { randomInt } from 'node:crypto'
import { isRefusal, refuse, refuseField, unseen, type Refusal } from '../../../kernel/refusal.ts'
import { addMinutes } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import type { InputOf } from '../../../kernel/contract.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { mostInABatch, type batchContract, type BatchVerb } from './contract.ts'
import { batchForUpdate, becameOf, insertBatch, setForUpdate, takenPlaces, type BatchRow, type FrozenItem, type Outcome } from '../store/batches.ts'
import { decideHeld, judge, type Doer, type Item, type Judged } from '../desk/decide.ts'
import { foundBy } from '../store/list.ts'
import { undoMinutes } from '../state.ts'
import { undoHeld } from '../desk/undo.ts'

/** How long a frozen set may wait for its run. */
const frozenMinutes = 120
/** N5: so many of those that are ready are offered to be opened. */
const sampleSize = 5

type Preflight = InputOf<typeof batchContract.preflightBatch>
type Run = InputOf<typeof batchContract.runBatch>

/** E46, E48: freezes what was ticked, or what the filter finds at this moment, each with what the law says of it now. */
export async function freeze(tx: Tx, call: Doer, { verb, of }: Preflight): Promise<string | Refusal> {
  const deskId = call.actor.mandate?.scopeId
  if (!deskId) return unseen()
  const items = 'items' in of ? [...new Map(of.items.map((item) => [item.id, item])).values()] : await foundBy(tx, call.actor, of.filter, mostInABatch + 1)
  if (items.length > mostInABatch) return refuse('applications.batch.too_many', { status: 422, params: { most: mostInABatch } })
  const judged = await judge(tx, call, items, verb)
  if (judged.size === 0) return refuse('applications.batch.empty', { status: 422 })
  const set = await withQuota(tx, verb, items.flatMap(({ id, version }) => frozenItem(judged.get(id), version)).sort(inQueueOrder))
  const at = call.tools.clock.now()
  const batchId = newId(at.getTime())
  const frozen = set.map(({ item }) => item)
  await insertBatch(tx, {
    id: batchId, accountId: call.actor.accountId, deskId, verb, asked: items.length, at, expiresAt: addMinutes(at, frozenMinutes),
    sample: sampleOf(frozen.filter(({ outcome }) => outcome === 'ready').map(({ id }) => id)),
  }, frozen)
  return batchId
}

interface Candidate {
  judged: Judged
  item: FrozenItem
}

function frozenItem(judged: Judged | undefined, seen: number): Candidate[] {
  if (!judged) return []
  const { row, refusal } = judged
  return [{ judged, item: { id: row.id, seen, outcome: refusal?.code ?? (row.warnings > 0 ? 'warned' : 'ready'), params: refusal?.params ?? {} } }]
}

/** N7: who came to a desk first is first, and has the first claim to a place of a quota. */
function inQueueOrder({ judged: { row: a } }: Candidate, { judged: { row: b } }: Candidate): number {
  const [x, y] = [(a.queued_at ?? a.begun_at).getTime(), (b.queued_at ?? b.begun_at).getTime()]
  return x - y || (a.id < b.id ? -1 : 1)
}

/** E57: what would find no place any more is said before, not only when it is run. */
async function withQuota(tx: Tx, verb: BatchVerb, set: readonly Candidate[]): Promise<Candidate[]> {
  const limited = ({ judged: { row, call, refusal } }: Candidate) => verb === 'pass' && !refusal && row.state === 'unit' && call.quotaPerUnit !== null
  const key = ({ judged: { row } }: Candidate) => `${row.call_id} ${row.unit_id}`
  const pairs = new Map(set.filter(limited).map((one) => [key(one), { callId: one.judged.row.call_id, unitId: one.judged.row.unit_id }]))
  const places = await takenPlaces(tx, [...pairs.values()])
  const taken = new Map([...places].map(([of, { n }]) => [of, n]))
  const kept = new Set([...places.values()].flatMap(({ by }) => by))
  const without = new Set<Candidate>()
  // Those that the check warned of may be left out at the run: they take what the others leave.
  for (const one of [...set.filter(({ item }) => item.outcome === 'ready'), ...set.filter(({ item }) => item.outcome === 'warned')].filter((one) => limited(one) && !kept.has(one.item.id))) {
    const n = taken.get(key(one)) ?? 0
    if (n < (one.judged.call.quotaPerUnit ?? 0)) taken.set(key(one), n + 1)
    else without.add(one)
  }
  return set.map((one) => (without.has(one)
    ? { ...one, item: { ...one.item, outcome: 'applications.quota', params: { most: one.judged.call.quotaPerUnit ?? 0, unit: one.judged.row.unit_name } } } : one))
}

/** Without returning: each of them as likely as any other. */
function sampleOf(ids: readonly string[]): string[] {
  const left = [...ids]
  return Array.from({ length: Math.min(sampleSize, left.length) }, () => left.splice(randomInt(left.length), 1)[0] ?? '')
}

/** S2-84, S2-90: exactly the frozen set, each judged by itself (E47, E49), in the order of the queue. */
export async function run(tx: Tx, call: Doer, asked: Run): Promise<string | Refusal> {
  const { actor, tools } = call
  const at = tools.clock.now()
  const batch = await batchForUpdate(tx, actor.mandate?.scopeId, asked.batchId)
  if (batch?.made_by !== actor.accountId) return unseen()
  if (batch.run_at) return refuse('applications.batch.run_already', { status: 409 })
  if (batch.expires_at <= at) return refuse('applications.batch.gone', { status: 410 })
  // E50: a return has its reason, shared by all of them.
  if (batch.verb === 'return' && asked.comment.length < 2) return refuseField('comment', 'applications.batch.reason')
  const set = await setForUpdate(tx, batch.id)
  const own = new Map(asked.own.map((one) => [one.id, one]))
  const items = set.filter(({ outcome }) => outcome === 'ready' || (asked.warnedToo && outcome === 'warned')).map(({ id, seen }): Item => ({ id, version: seen, text: own.get(id)?.comment || null, marks: own.get(id)?.marks ?? [] }))
  const left = set.filter(({ outcome }) => outcome === 'warned' && !asked.warnedToo).map(({ id }): Outcome => ({ id, outcome: 'applications.batch.warned', params: {} }))
  await decideHeld(tx, call, items, batch.verb, {
    codes: asked.codes, text: asked.comment || null, marks: asked.marks, actForReason: asked.actForReason ?? null, batchId: batch.id,
  }, (outcomes) => becameOf(batch.id, [...items.map(({ id }) => told(id, outcomes.get(id), 'done')), ...left], { run: at }))
  return batch.id
}

/** What stands beside a field of the single deed is said as its own sentence here. */
function told(id: string, refusal: Refusal | null | undefined, done: string): Outcome {
  if (!isRefusal(refusal)) return { id, outcome: done, params: {} }
  const [beside] = Object.values(refusal.fields)
  return { id, outcome: beside?.code ?? refusal.code, params: { ...refusal.params, ...beside?.params } }
}

export const undoableUntil = ({ run_at }: Pick<BatchRow, 'run_at'>): Date | null => run_at && addMinutes(run_at, undoMinutes)

/** E51: of each that nobody has touched since; who stays passed or returned is told why. */
export async function undo(tx: Tx, call: Doer, batchId: string): Promise<string | Refusal> {
  const at = call.tools.clock.now()
  const batch = await batchForUpdate(tx, call.actor.mandate?.scopeId, batchId)
  if (!batch) return unseen()
  const until = undoableUntil(batch)
  if (!until) return refuse('applications.batch.not_run', { status: 409 })
  if (until <= at) return refuse('applications.undo.late', { status: 409, params: { minutes: undoMinutes } })
  const items = (await setForUpdate(tx, batch.id)).filter(({ outcome }) => outcome === 'done' || outcome === 'kept').map(({ id, seen }) => ({ id, version: seen + 1 }))
  if (items.length === 0) return batch.id
  await undoHeld(tx, call, items, (outcomes) => becameOf(batch.id, items.map(({ id }) => {
    const { outcome, params } = told(id, outcomes.get(id), 'undone')
    return outcome === 'undone' ? { id, outcome, params } : { id, outcome: 'kept', params: { ...params, code: outcome } }
  }), { undone: at }))
  return batch.id
}
