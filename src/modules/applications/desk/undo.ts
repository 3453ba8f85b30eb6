import { sql } from 'kysely'
import { refuse, unseen, type Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { callOfVersion } from '../../calls/index.ts'
import { lockDrafts } from '../../drafts/index.ts'
import { whyNot, type ApplicationFacts } from '../application.ts'
import { room, tellAll } from '../application-journal.ts'
import type { Doer, Outcomes } from './decide.ts'
import { settleUndone, type Part, type Settled } from '../store/decisions.ts'
import { changesOf, type Bodies, type Decided } from '../evolve.ts'
import { evolvedOf } from '../evolved.ts'
import { factsIn, factsOfMany, lockApplications, type CallFacts, type FactRow } from '../store/facts.ts'
import { countedIn, takeLimits } from '../store/limits.ts'
import { tellLeaders } from '../notices.ts'
import { quotaFreed, takeQuota } from '../store/quota.ts'

interface Taken {
  row: FactRow
  call: CallFacts
  decided: NonNullable<ApplicationFacts['decided']>
  before: Decided['before']
}

/**
 * E51: the last decisions of this desk on these applications are taken back, each judged by itself; a refusal per application, null
 * where it was done. What was locked, released and counted by the decision is as before it; where a place has gone to somebody else
 * meanwhile (E57, E58), it stays decided.
 */
export async function undoMany(tx: Tx, call: Doer, items: readonly { id: string; version: number }[]): Promise<Outcomes> {
  await lockApplications(tx, items.map(({ id }) => id))
  return undoHeld(tx, call, items)
}

/** The same on applications that are held already; what the caller writes of the outcomes (`beside`) goes along. */
export async function undoHeld(tx: Tx, call: Doer, items: readonly { id: string; version: number }[], beside: (outcomes: Outcomes) => readonly Part[] = () => []): Promise<Outcomes> {
  const { tools, actor } = call
  const at = tools.clock.now()
  const { rows, calls } = await factsOfMany(tx, actor, items.map(({ id }) => id))
  const seen = new Map(items.map(({ id, version }) => [id, version]))
  const outcomes: Outcomes = new Map(items.map(({ id }) => [id, unseen()]))
  const open: Omit<Taken, 'before'>[] = []
  for (const row of rows) {
    const of = calls.get(row.call_id)
    if (!of) continue
    const facts = factsIn(row, of.windows)
    const refusal = whyNot('undo', facts, actor, { now: at, silentDays: Infinity }) ?? (row.version === seen.get(row.id) ? null : refuse('applications.stale', { status: 409 }))
    outcomes.set(row.id, refusal)
    if (!refusal && facts.decided) open.push({ row, call: of, decided: facts.decided })
  }
  const befores = await howTheyStood(tx, open)
  const taken = open.flatMap((one): Taken[] => {
    const before = befores.get(one.row.id)
    return before ? [{ ...one, before }] : []
  })
  for (const [id, refusal] of await withoutPlaces(tx, taken)) outcomes.set(id, refusal)
  await restore(tx, call, taken.filter(({ row }) => outcomes.get(row.id) === null), at, beside(outcomes))
  return outcomes
}

/** How each row stood before its decision, as the journal has it; where that does not say so, what lay above the unit was recommended (E57). */
async function howTheyStood(tx: Tx, open: readonly Omit<Taken, 'before'>[]): Promise<ReadonlyMap<string, Decided['before']>> {
  if (open.length === 0) return new Map()
  const keys = JSON.stringify(open.map(({ row, decided }) => ({ id: row.id, seq: decided.seq })))
  const { rows } = await sql<{ subject: string; before: Decided['before'] }>`
    select j.subject, jsonb_build_object('isRecommended', j.body->>'level' in ('authority', 'bureau')) || (j.body->'before') as before
    from journal j join jsonb_to_recordset(${keys}::jsonb) as k (id uuid, seq int) on j.subject = k.id and j.seq = k.seq
    where j.room = ${room}`.execute(tx)
  return new Map(rows.map(({ subject, before }) => [subject, before]))
}

/** What a return or 不予受理 gave back is taken again: the unit's place, wherever it lay (E57), and the people's (E58). */
async function withoutPlaces(tx: Tx, taken: readonly Taken[]): Promise<[string, Refusal][]> {
  const wishes = taken.flatMap(({ row, call, before }) => (before.isRecommended && !row.is_recommended && call.quotaPerUnit !== null
    ? [{ applicationId: row.id, callId: row.call_id, unitId: row.unit_id, most: call.quotaPerUnit }] : []))
  const got = wishes.length > 0 ? await takeQuota(tx, wishes) : new Set<string>()
  const without = wishes.filter(({ applicationId }) => !got.has(applicationId))
    .map(({ applicationId, most }): [string, Refusal] => [applicationId, refuse('applications.quota', { status: 409, params: { most, unit: taken.find(({ row }) => row.id === applicationId)?.row.unit_name ?? '' } })])
  for (const { row, call, decided } of taken.filter(({ decided: { outcome } }) => outcome === 'not_accepted')) {
    const { limits } = await callOfVersion(tx, call.id, call.version)
    const refusal = await takeLimits(tx, row.id, limits, await countedIn(tx, row.id))
    if (refusal && decided) without.push([row.id, refusal])
  }
  return without
}

/** The unit takes back its pass: the place that the pass took is free again, one that was kept through 退回补正 stays. */
const keepsNoPlace = ({ before, row }: Taken): boolean => row.is_recommended && !before.isRecommended

async function restore(tx: Tx, call: Doer, taken: readonly Taken[], at: Date, beside: readonly Part[]): Promise<void> {
  if (taken.length === 0 && beside.length === 0) return
  const { tools } = call
  const done = taken.map(({ row, decided, before }) => {
    const body: Bodies['undone'] = { at: at.toISOString(), seq: decided.seq, level: decided.level, deskId: decided.deskId, desk: decided.deskName, ...before }
    const after = { ...evolvedOf(row), ...changesOf(evolvedOf(row), { event: 'undone', seq: row.version + 1, body }) }
    const settled: Settled = {
      id: row.id, state: after.state, desk_id: after.deskId, returned_by: after.returnedBy, is_fast: after.isFast, correct_until: after.correctUntil, arrived_at: after.arrivedAt,
    }
    return { row, decided, body, settled }
  })
  const of = (outcome: string, level?: string) => done.filter((one) => one.decided.outcome === outcome && (level === undefined || one.decided.level === level)).map(({ row }) => row.id)
  await settleUndone(tx, done.map(({ row, decided }) => ({ id: row.id, seq: decided.seq })), done.map(({ settled }) => settled), at, [quotaFreed(taken.filter(keepsNoPlace).map(({ row }) => row.id)), ...beside])
  if (taken.length === 0) return
  if (of('returned').length > 0) await lockDrafts(tx, of('returned'))
  await tellAll(tx, tools, call, done.map(({ row, body }) => ({ id: row.id, version: row.version + 1, event: 'undone', body: { ...body } })))
  await tellLeaders(tx, tools, done.map(({ row, body }) => ({ accountId: row.account_id, id: row.id, version: row.version + 1, row, body })),
    ({ row, body }) => ({ what: 'undone', params: { number: row.number ?? '', title: row.title, desk: body.desk } }))
}
