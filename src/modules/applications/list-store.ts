import { sql, type RawBuilder } from 'kysely'
import { searchForm } from '../../codes/search-text.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Db } from '../../platform/db/database.ts'
import { keysetPage, type KeysetList, type KeysetPage, type KeptCounts, type PageAsk } from '../../platform/db/keyset.ts'
import type { WindowRow } from '../calls/windows.ts'
import { factColumns, type FactRow } from './facts-store.ts'
import type { ProjectFilter } from './list-contract.ts'
import { blocksOf, narrowed, ownState, partsOf, scopeOf, totalsOf, type Scope } from './list-scope.ts'
import { within } from './reach.ts'
import { headlines, statesOf, type ApplicationState, type Headline } from './state.ts'

export interface ListedProject extends FactRow {
  code: string
  call_title: string
  windows: WindowText[] | null
}
type WindowText = Omit<WindowRow, 'opensAt' | 'closesAt' | 'begunBefore' | 'movedAt'> & { opensAt: string; closesAt: string; begunBefore: string | null; movedAt: string }

/** The windows of the call of a row, as the law reads them. */
export const windowsIn = ({ windows }: Pick<ListedProject, 'windows'>): WindowRow[] =>
  (windows ?? []).map((w) => ({ ...w, opensAt: new Date(w.opensAt), closesAt: new Date(w.closesAt), begunBefore: w.begunBefore === null ? null : new Date(w.begunBefore), movedAt: new Date(w.movedAt) }))

/** Everything that a line shows and the law asks, read for the rows of the page alone. */
export const listedColumns = sql`
  ${factColumns}, (select c.code from call c where c.id = a.call_id) as code, (select c.title from call c where c.id = a.call_id) as call_title,
  (select jsonb_agg(jsonb_build_object('level', w.level, 'nth', w.nth, 'opensAt', w.opens_at, 'closesAt', w.closes_at, 'begunBefore', w.begun_before, 'reason', w.reason, 'movedAt', w.moved_at))
    from call_window w where w.call_id = a.call_id) as windows`

/** Places of one block of kept counts (migration 0027). */
const blockSize = 2048

const normalised = (column: string) => sql`lower(regexp_replace(normalize(${sql.raw(column)}, NFKC), '\\s+', '', 'g'))`

const isHeadline = (state: string): state is Headline => (headlines as readonly string[]).includes(state)
/** The states that a filter names; null for all. */
export const statesIn = (state: ProjectFilter['state']): readonly ApplicationState[] | null =>
  state === undefined ? null : isHeadline(state) ? statesOf(state) : [state]

/** Named in the text, so that the partial indexes serve. */
const inStates = (states: readonly ApplicationState[]) =>
  states.length === 1 ? sql`a.state = ${sql.lit(states[0])}` : sql`a.state in (${sql.join(states.map((one) => sql.lit(one)))})`

/** D21: any part of a name or title. By words the matches are gathered from the index before anything else is looked at. */
function bySearch({ unitId }: Scope, column: 'title' | 'leader_name', form: string): RawBuilder<unknown> {
  const grams = unitId
    ? sql`bigrams_within(s.unit_id, s.${sql.raw(column)}) @> bigrams_within(${unitId}::uuid, ${form})`
    : sql`bigrams(s.${sql.raw(column)}) @> bigrams(${form})`
  const isPart = sql`position(${form} in ${normalised(`s.${column}`)}) > 0`
  return [...form].length > 1
    ? sql`a.id in (select s.application_id from application_search s where ${grams} and ${isPart} offset 0)`
    : sql`position(${form} in ${normalised(`a.${column}`)}) > 0`
}

/** What the kept counts know nothing of. */
function filtersOf(scope: Scope, f: ProjectFilter): RawBuilder<unknown>[] {
  const [title, leader, number] = [searchForm(f.title ?? ''), searchForm(f.leader ?? ''), (f.number ?? '').trim().toUpperCase()]
  return [
    ...(f.warned ? [sql`a.warnings > 0`] : []),
    ...(f.unitId && scope.kind === 'above' ? [sql`a.unit_id = ${f.unitId}`] : []),
    ...(number ? [sql`a.number ^@ ${number}`] : []),
    ...(title ? [bySearch(scope, 'title', title)] : []),
    ...(leader ? [bySearch(scope, 'leader_name', leader)] : []),
    ...(f.from ? [sql`a.submitted_at >= ${new Date(`${f.from}T00:00:00+08:00`)}`] : []),
    ...(f.to ? [sql`a.submitted_at < ${new Date(`${f.to}T00:00:00+08:00`)}::timestamptz + interval '1 day'`] : []),
  ]
}

/** D22: exact where nothing but call, state, 部门 and the own desk is asked for; without a call, and by place, to any page. */
function keptFor(scope: Scope, f: ProjectFilter): KeptCounts {
  const states = statesIn(f.state)
  const isOwn = f.waiting || f.order === 'queue'
  const asked = sql`${states ? sql`and t.state = any(${[...states]}::text[])` : sql``} ${isOwn ? sql`and t.state = ${ownState(scope)}` : sql``}`
  const total = sql`select t.n ${totalsOf(scope)} ${asked} ${f.callId ? sql`and t.call_id = ${f.callId}` : sql``}`
  return f.callId || f.order === 'queue' ? { total } : { total, blockSize, blocks: sql`select t.block, sum(t.n) as n ${blocksOf(scope)} ${asked} group by t.block` }
}

/** What a filter finds in the list of this actor. */
export function listOf(actor: Pick<Actor, 'mandate'>, f: ProjectFilter): KeysetList {
  const own = scopeOf(actor)
  const scope = narrowed(own, f.secondaryUnitId)
  const filters = filtersOf(scope, f)
  const states = statesIn(f.state)
  const isQueue = f.order === 'queue'
  const where = [
    ...(f.waiting || isQueue ? [sql`a.desk_id = ${own.id}`] : []), ...(states ? [inStates(states)] : []), ...(f.callId ? [sql`a.call_id = ${f.callId}`] : []), ...filters, within(actor),
  ]
  const parts = partsOf(scope)
  const [part] = parts
  const base = { select: listedColumns, kept: filters.length > 0 ? undefined : keptFor(scope, f) }
  const keys = isQueue ? [{ kind: 'time' as const, of: sql`a.queued_at` }, { kind: 'uuid' as const, of: sql`a.id` }] : [{ kind: 'whole' as const, of: sql`a.place` }]
  return parts.length === 1 && part
    ? { ...base, from: sql`application a`, where: [part, ...where], keys, descending: f.order === 'newest' }
    : { ...base, from: sql`(${sql.join(parts.map((one) => sql`select * from application a where ${one}`), sql` union all `)}) as a`, where, keys, descending: f.order === 'newest' }
}

/** One statement per page. */
export const projectsOf = (db: Db, actor: Pick<Actor, 'mandate'>, f: ProjectFilter & PageAsk): Promise<KeysetPage<ListedProject>> =>
  keysetPage<ListedProject>(db, listOf(actor, f), f)
