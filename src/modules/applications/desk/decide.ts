import type { Actor } from '../../../kernel/actor.ts'
import { refuse, refuseField, unseen, type Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Call } from '../../../platform/serve/call.ts'
import type { Limit } from '../../calls/document.ts'
import { callOfVersion } from '../../calls/index.ts'
import { actedFor, whyNot, type ApplicationFacts, type Moment } from '../application.ts'
import { tellAll, type Told } from '../application-journal.ts'
import { settle, type Decision, type Mark, type Part, type Settled } from '../store/decisions.ts'
import { changesOf, type Bodies, type Decided, type Evolved } from '../evolve.ts'
import { evolvedOf } from '../evolved.ts'
import { factsIn, factsOfMany, lockApplications, type CallFacts, type FactRow, type NamedAbove } from '../store/facts.ts'
import { releaseLimits, takeBack } from '../store/limits.ts'
import { notesDone } from '../store/notes.ts'
import { returnSaid, tellLeaders, type Said } from '../notices.ts'
import { quotaFreed, takeQuota } from '../store/quota.ts'
import { levelAfter } from '../route.ts'
import { momentOf } from '../moment.ts'
import { outcomeOf, type ActedFor, type DeskLevel, type DeskVerb, type Outcome } from '../state.ts'
import { unlockDrafts } from '../../drafts/index.ts'

export type Doer = Pick<Call<unknown, Actor>, 'actor' | 'request' | 'tools'>

/** One application, with the version that was seen (E49), and what is said of it alone beside what is said of all (E50). */
export interface Item {
  id: string
  version: number
  /** The submitted version that was read; left out where none was opened. */
  revision?: number
  text?: string | null
  marks?: readonly Mark[]
}

export interface Asked {
  codes: readonly string[]
  /** Reason of a return or refusal, or comment (S2-85). */
  text: string | null
  marks: readonly Mark[]
  /** D11 */
  actForReason: string | null
  /** 退回补正: its end, of the call. */
  correctUntil?: ReadonlyMap<string, Date>
  batchId?: string | null
}

export interface Judged {
  row: FactRow & NamedAbove
  facts: ApplicationFacts
  call: CallFacts
  refusal: Refusal | null
  /** D11, E10: why this actor, at whose desk it does not lie, may decide all the same; null at his own desk, and where he may not. */
  actedFor: ActedFor | null
}

/** What silence means is asked only where it can matter: a unit that finds something at a department (D11). */
const needsSilence = (actor: Actor, rows: readonly FactRow[]): boolean =>
  actor.mandate?.post !== 'secondary_unit_manager' && actor.mandate?.post !== 'authority_officer' && rows.some(({ state }) => state === 'department')

/** Each of these as the law answers it now, without doing anything; also for the preflight of a batch (E46). Out of reach: not in the map. */
export async function judge(tx: Tx, call: Doer, items: readonly Item[], verb: DeskVerb): Promise<Map<string, Judged>> {
  const { rows, calls } = await factsOfMany(tx, call.actor, items.map(({ id }) => id))
  // E55: a decision that arrived in time stands, however long it waited for a lock or for the others of its batch.
  const at = call.request.receivedAt
  const moment: Moment = needsSilence(call.actor, rows) ? await momentOf(tx, call.tools, at) : { now: at, silentDays: Infinity }
  const seen = new Map(items.map((item) => [item.id, item]))
  return new Map(rows.flatMap((row): [string, Judged][] => {
    const [of, item] = [calls.get(row.call_id), seen.get(row.id)]
    if (!of || !item) return []
    const facts = factsIn(row, of.windows)
    const refusal = refusalOf(verb, facts, item, call.actor, moment)
    return [[row.id, { row, facts, call: of, refusal, actedFor: refusal ? null : standIn(verb, facts, call.actor, moment) }]]
  }))
}

const standIn = (verb: DeskVerb, facts: ApplicationFacts, { mandate }: Actor, moment: Moment): ActedFor | null =>
  mandate?.scopeId === facts.deskId ? null : isForGone(verb, facts) ? 'gone' : actedFor(facts, moment)

/** E10: the unit sends back what lies at its department, since nobody can go on with it: its reason is that of the return. */
const isForGone = (verb: DeskVerb, facts: ApplicationFacts): boolean => verb === 'return' && facts.leaderGone !== null

function refusalOf(verb: DeskVerb, facts: ApplicationFacts, item: Item, actor: Actor, moment: Moment): Refusal | null {
  const refusal = whyNot(verb, facts, actor, moment)
  if (refusal) return refusal
  // E49, E61: another version is another question, whatever became of the one that was read.
  return facts.version !== item.version || (item.revision !== undefined && facts.revision !== item.revision) ? refuse('applications.stale', { status: 409 }) : null
}

export type Outcomes = Map<string, Refusal | null>

/** One verb on one or on very many applications, each judged by itself (E47); a refusal per application, null where it was done. */
export async function decideMany(tx: Tx, call: Doer, items: readonly Item[], verb: DeskVerb, asked: Asked): Promise<Outcomes> {
  await lockApplications(tx, items.map(({ id }) => id))
  return decideHeld(tx, call, items, verb, asked)
}

/**
 * The same on applications that are held already, in a number of statements that does not grow with them: facts, quota, decisions with
 * rows and with what the caller writes of the outcomes (`beside`), journal, whom to tell, notices; of a return also its drafts, and
 * where the unit acts for a department what silence is.
 */
export async function decideHeld(tx: Tx, call: Doer, items: readonly Item[], verb: DeskVerb, asked: Asked, beside: (outcomes: Outcomes) => readonly Part[] = () => []): Promise<Outcomes> {
  const judged = await judge(tx, call, items, verb)
  const outcomes: Outcomes = new Map(items.map(({ id }) => [id, judged.get(id)?.refusal ?? (judged.has(id) ? null : unseen())]))
  const seen = new Map(items.map((item) => [item.id, item]))
  for (const [id, one] of judged) {
    if (one.refusal) continue
    const asksWhy = one.actedFor === 'vacant' || one.actedFor === 'silent'
    outcomes.set(id, (asksWhy && asked.actForReason === null ? refuseField('actForReason', 'applications.act_for.reason') : null) ?? unknownMark(asked, seen.get(id), one))
  }
  const open = () => items.flatMap(({ id }) => (outcomes.get(id) === null ? [judged.get(id)].filter((one) => one !== undefined) : []))
  if (verb === 'pass') for (const [id, refusal] of await withoutLimits(tx, open())) outcomes.set(id, refusal)
  if (verb === 'pass') for (const id of await withoutQuota(tx, open())) outcomes.set(id, quotaRefusal(judged.get(id)))
  await carryOut(tx, call, verb, asked, seen, open(), beside(outcomes))
  return outcomes
}

/** D18: only fields of the form can be marked. */
function unknownMark(asked: Asked, item: Item | undefined, one: Judged | undefined): Refusal | null {
  const stray = [...asked.marks, ...(item?.marks ?? [])].find(({ field }) => !one?.call.fieldIds.includes(field))
  return stray ? refuse('applications.mark_unknown', { status: 422, params: { field: stray.field } }) : null
}

const quotaRefusal = (one: Judged | undefined): Refusal =>
  refuse('applications.quota', { status: 409, params: { most: one?.call.quotaPerUnit ?? 0, unit: one?.row.unit_name ?? '' } })

/** I6, E58: those that had given their places back while nobody could go on with them, and find one taken. Each by itself: after a window was moved only. */
async function withoutLimits(tx: Tx, open: readonly Judged[]): Promise<[string, Refusal][]> {
  const without: [string, Refusal][] = []
  const limitsOf = new Map<string, readonly Limit[]>()
  for (const { row, call } of open.filter((one) => one.row.gave_back)) {
    const limits = limitsOf.get(call.id) ?? (await callOfVersion(tx, call.id, call.version)).limits
    limitsOf.set(call.id, limits)
    const refusal = await takeBack(tx, row.id, limits)
    if (refusal) without.push([row.id, refusal])
  }
  return without
}

/** E57: a place for each that leaves the unit; gives those who found none. */
async function withoutQuota(tx: Tx, open: readonly Judged[]): Promise<string[]> {
  const wishes = open.flatMap(({ row, call }) =>
    (row.state === 'unit' && call.quotaPerUnit !== null ? [{ applicationId: row.id, callId: row.call_id, unitId: row.unit_id, most: call.quotaPerUnit }] : []))
  if (wishes.length === 0) return []
  const got = await takeQuota(tx, wishes)
  return wishes.filter(({ applicationId }) => !got.has(applicationId)).map(({ applicationId }) => applicationId)
}

/** Where a pass leads. */
function nextDesk(row: FactRow & NamedAbove, level: DeskLevel): { to: DeskLevel; toDeskId: string; toDesk: string } {
  const to = levelAfter({ authority: row.authority_desk }, level) ?? 'bureau'
  const [id, name] = to === 'unit' ? [row.unit_id, row.unit_name] : to === 'authority' ? [row.authority_desk, row.authority_name] : [row.bureau_desk, row.bureau_name]
  return { to, toDeskId: id ?? row.unit_id, toDesk: name ?? '' }
}

interface Done {
  row: FactRow
  decision: Decision
  settled: Settled
  told: Told
  said: Said
}

async function carryOut(tx: Tx, call: Doer, verb: DeskVerb, asked: Asked, seen: ReadonlyMap<string, Item>, open: readonly Judged[], beside: readonly Part[]): Promise<void> {
  if (open.length === 0 && beside.length === 0) return
  const { tools, actor } = call
  const at = tools.clock.now()
  const outcome = outcomeOf[verb]
  const done = open.map((one): Done => doneWith(one, { verb, outcome, asked, item: seen.get(one.row.id), at }))
  const ids = open.map(({ row }) => row.id)
  // E57: a unit that passed it has recommended it until it says otherwise: neither 退回补正 nor a department on the way back takes that away.
  const freed = outcome === 'not_accepted' ? ids : verb === 'return' ? open.flatMap(({ row }) => (row.state === 'department' ? [] : [row.id])) : []
  const noted = ids.length > 0 ? [notesDone(ids, { isPassed: outcome === 'passed', deskId: actor.mandate?.scopeId ?? null })] : []
  await settle(tx, tools.keyring, done.map((one) => one.decision), done.map((one) => one.settled), { accountId: actor.accountId, batchId: asked.batchId ?? null, at }, [...(freed.length > 0 ? [quotaFreed(freed)] : []), ...noted, ...beside])
  if (open.length === 0) return
  if (outcome === 'returned') await unlockDrafts(tx, done.map(({ decision }) => ({ id: decision.id, marks: decision.marks.map(({ field }) => field) })))
  if (outcome === 'not_accepted') await releaseLimits(tx, ids)
  await tellAll(tx, tools, call, done.map((one) => one.told))
  await tellLeaders(tx, tools, done.map(({ row, told, said }) => ({ accountId: row.account_id, id: row.id, version: told.version, said })), ({ said }) => said)
}

interface Context {
  verb: DeskVerb
  outcome: Outcome
  asked: Asked
  item: Item | undefined
  at: Date
}

function doneWith({ row, facts, actedFor: acted }: Judged, { verb, outcome, asked, item, at }: Context): Done {
  const level = row.state as DeskLevel
  const [version, before] = [row.version + 1, evolvedOf(row)]
  const text = [asked.text, item?.text].filter(Boolean).join('\n') || null
  const marks = item?.marks?.length ? item.marks : asked.marks
  const until = verb === 'correct' ? (asked.correctUntil?.get(row.call_id) ?? null) : row.correct_until
  const decided: Decided = {
    at: at.toISOString(), revision: row.revision, level, deskId: row.desk_id ?? '', desk: row.desk_name ?? '', codes: [...asked.codes], actedFor: acted, batchId: asked.batchId ?? null,
    before: { returnedBy: before.returnedBy, isFast: before.isFast, correctUntil: before.correctUntil, arrivedAt: before.arrivedAt, isRecommended: row.is_recommended },
  }
  const next = outcome === 'passed' ? nextDesk(row, level) : null
  const body: Bodies['passed' | 'returned' | 'accepted'] = next ? { ...decided, ...next }
    : outcome === 'returned' ? { ...decided, marks: marks.map(({ field }) => field), correctUntil: until?.toISOString() ?? null } : decided
  const happened = { event: outcome, seq: version, body } as Parameters<typeof changesOf>[1]
  const after: Evolved = { ...before, ...changesOf(before, happened) }
  const said: Said = verb === 'correct' ? { what: 'corrected', params: until ? { until: until.toISOString() } : {} } : verb === 'return' ? returnSaid(facts, at) : { what: outcome, params: {} }
  const actForReason = acted ? asked.actForReason : null
  return {
    row,
    decision: {
      id: row.id, seq: version, revision: row.revision, level, deskId: decided.deskId, leaderId: row.leader_id, outcome, codes: asked.codes, comment: text, marks, actedFor: acted,
      correctUntil: verb === 'correct' ? until : null,
    },
    settled: {
      id: row.id, state: after.state, desk_id: after.deskId, returned_by: after.returnedBy, is_fast: after.isFast, correct_until: after.correctUntil, arrived_at: after.arrivedAt,
    },
    told: {
      id: row.id, version, event: outcome, body: { ...body },
      ...((text || actForReason || marks.some(({ note }) => note)) && { private: { ...(text && { text }), ...(actForReason && { actForReason }), ...(marks.length > 0 && { marks }) } }),
    },
    said: { what: said.what, params: { number: row.number ?? '', title: row.title, desk: decided.desk, next: next?.toDesk ?? '', note: text ?? '', ...said.params } },
  }
}
