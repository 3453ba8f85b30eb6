import { sql, type RawBuilder } from 'kysely'
import { searchForm } from '../../../codes/search-text.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Db } from '../../../platform/db/database.ts'
import { keysetPage, type KeysetList, type KeysetPage, type KeptCounts, type PageAsk } from '../../../platform/db/keyset.ts'
import type { Bilingual } from '../../calls/form/definition.ts'
import type { WindowRow } from '../../calls/windows.ts'
import { room } from '../application-journal.ts'
import { factColumns, type FactRow } from './facts.ts'
import type { ProjectFilter } from '../list/contract.ts'
import { blocksOf, listed, narrowed, scopeOf, totalsOf, type Scope } from '../list/scope.ts'
import { within } from '../reach.ts'
import { headlines, statesOf, type ApplicationState, type Headline } from '../state.ts'

export interface ListedProject extends FactRow {
  call: { id: string; code: string; title: Bilingual; categoryEn: string }
  windows: WindowText[] | null
  judged: { revision: number; submittedAt: string; leader: string; secondaryUnit: string | null; title: string; warnings: number } | null
}
type WindowText = Omit<WindowRow, 'opensAt' | 'closesAt' | 'begunBefore' | 'movedAt'> & { opensAt: string; closesAt: string; begunBefore: string | null; movedAt: string }

/** The windows of the call of a row, as the law reads them. */
export const windowsIn = ({ windows }: Pick<ListedProject, 'windows'>): WindowRow[] =>
  (windows ?? []).map((w) => ({ ...w, opensAt: new Date(w.opensAt), closesAt: new Date(w.closesAt), begunBefore: w.begunBefore === null ? null : new Date(w.begunBefore), movedAt: new Date(w.movedAt) }))

const isAbove = sql`a.state in ('authority','bureau','accepted','not_accepted')`
/** The version `v` of an application `a` below that this authority or bureau had judged (reach.ts). */
const judgedBy = (scopeId: string | null) => sql`
  v.application_id = a.id and v.revision = (select max(d.revision) from application_decision d where d.application_id = a.id and d.desk_id = ${scopeId})`
const titleOfVersion = sql`coalesce(nullif(left(btrim(v.content #>> '{values,title}'), 300), ''), (select c.title from call c where c.id = a.call_id))`
const warningsOfVersion = sql`coalesce((select (j.body ->> 'warnings')::int from journal j
  where j.room = ${room} and j.subject = a.id and j.event = 'submitted' and (j.body ->> 'revision')::int = v.revision limit 1), 0)`

/**
 * 1.3.2: of what is below again, the line of the authority's or the bureau's list is that of the version they had judged: its title, its
 * leader and his department (E10: another may lead it by now), when it was submitted and what was warned of. null where it is above, and for all other desks.
 */
const judgedColumn = ({ mandate }: Pick<Actor, 'mandate'>): RawBuilder<unknown> => (mandate?.post !== 'authority_officer' ? sql`null::jsonb` : sql`
  case when not ${isAbove} then (
    select jsonb_build_object('revision', v.revision, 'submittedAt', v.received_at, 'leader', v.leader_name, 'secondaryUnit', v.secondary_unit_name,
      'title', case when v.revision = a.revision then a.title else ${titleOfVersion} end, 'warnings', case when v.revision = a.revision then a.warnings else ${warningsOfVersion} end)
    from application_version v where ${judgedBy(mandate.scopeId)}) end`)

/** Everything that a line shows and the law asks, read for the rows of the page alone. */
const listedColumns = (actor: Pick<Actor, 'mandate'>) => sql`
  ${judgedColumn(actor)} as judged,
  ${factColumns}, (select jsonb_build_object('id', c.id, 'code', c.code, 'title', jsonb_build_object('zh', c.title, 'en', k.title_en), 'categoryEn', k.category_en)
    from call c join call_version k on k.call_id = c.id and k.version = c.published where c.id = a.call_id) as call,
  (select jsonb_agg(jsonb_build_object('level', w.level, 'nth', w.nth, 'opensAt', w.opens_at, 'closesAt', w.closes_at, 'begunBefore', w.begun_before, 'reason', w.reason, 'movedAt', w.moved_at))
    from call_window w where w.call_id = a.call_id) as windows`

/** Places of one block of kept counts (migration 0027). */
const blockSize = 8192

const isHeadline = (state: string): state is Headline => (headlines as readonly string[]).includes(state)
/** The states that a filter names; null for all. */
export const statesIn = (state: ProjectFilter['state']): readonly ApplicationState[] | null =>
  state === undefined ? null : isHeadline(state) ? statesOf(state) : [state]

/** Named in the text, so that the partial indexes serve. */
const inStates = (states: readonly ApplicationState[]) =>
  states.length === 1 ? sql`a.state = ${sql.lit(states[0])}` : sql`a.state in (${sql.join(states.map((one) => sql.lit(one)))})`

/**
 * D21: any part of a name or title. Within a unit the matches are gathered from the index before anything else is looked
 * at; over the whole city the database weighs whether the word is rare enough for that.
 */
function bySearch({ unitId }: Scope, column: 'title' | 'leader_name', form: string): RawBuilder<unknown> {
  const [text, isWord] = [sql.raw(`s.${column}`), [...form].length > 1]
  const grams = unitId ? sql`bigrams_within(s.unit_id, ${text}) @> bigrams_within(${unitId}::uuid, ${form})` : sql`bigrams(${text}) @> bigrams(${form})`
  const matches = sql`position(${form} in ${text}) > 0 ${isWord ? sql`and ${grams}` : sql``}`
  return unitId && isWord
    ? sql`a.id = any(array(select s.application_id from application_search s where ${matches}))`
    : sql`exists (select from application_search s where s.application_id = a.id and ${matches})`
}

/** A whole number, or its beginning. */
const byNumber = (beginning: string) => sql`
  exists (select from application_search s where s.application_id = a.id and s.number like ${`${beginning.replaceAll(/[\\%_]/g, '\\$&')}%`})`

/** 1.3.2: nothing is found above by what its line does not show there: what is below again must be so in the version that they had judged. */
function asJudged({ id, kind }: Scope, f: ProjectFilter): RawBuilder<unknown>[] {
  if (kind !== 'authority' && kind !== 'bureau') return []
  const [title, leader] = [searchForm(f.title ?? ''), searchForm(f.leader ?? '')]
  const has = (text: RawBuilder<unknown>, form: string) => sql`position(${form} in lower(regexp_replace(normalize(${text}, NFKC), '\\s+', '', 'g'))) > 0`
  const asked = [
    ...(f.warned ? [sql`${warningsOfVersion} > 0`] : []),
    ...(title ? [has(titleOfVersion, title)] : []),
    ...(leader ? [has(sql`v.leader_name`, leader)] : []),
    ...(f.from ? [sql`v.received_at >= ${dayBegins(f.from)}`] : []),
    ...(f.to ? [sql`v.received_at < ${dayBegins(f.to)}::timestamptz + interval '1 day'`] : []),
  ]
  return asked.length === 0 ? [] : [sql`(${isAbove} or exists (select from application_version v where ${judgedBy(id)} and ${sql.join(asked, sql` and `)}))`]
}

const dayBegins = (day: string): Date => new Date(`${day}T00:00:00+08:00`)

/** What the kept counts know nothing of. */
function filtersOf(scope: Scope, f: ProjectFilter): RawBuilder<unknown>[] {
  const [title, leader, number] = [searchForm(f.title ?? ''), searchForm(f.leader ?? ''), (f.number ?? '').trim().toUpperCase()]
  return [
    ...(f.warned ? [sql`a.warnings > 0`] : []),
    ...(f.unitId && scope.unitId === null ? [sql`a.unit_id = ${f.unitId}`] : []),
    ...(number ? [byNumber(number)] : []),
    ...(title ? [bySearch(scope, 'title', title)] : []),
    ...(leader ? [bySearch(scope, 'leader_name', leader)] : []),
    ...(f.from ? [sql`a.submitted_at >= ${dayBegins(f.from)}`] : []),
    ...(f.to ? [sql`a.submitted_at < ${dayBegins(f.to)}::timestamptz + interval '1 day'`] : []),
    ...asJudged(scope, f),
  ]
}

/**
 * D22: exact where nothing but call, state, 部门 and the own desk is asked for. Of the whole list of a unit or above it any
 * page can be jumped to; a department's is short enough without blocks of its own.
 */
function keptFor(own: Scope, scope: Scope, f: ProjectFilter): KeptCounts {
  const states = statesIn(f.state)
  const isOwn = f.waiting || f.order === 'queue'
  const asked = sql`${states ? sql`and t.state = any(${[...states]}::text[])` : sql``} ${isOwn ? sql`and t.state = ${own.kind}` : sql``}`
  const total = sql`select t.n ${totalsOf(scope)} ${asked} ${f.callId ? sql`and t.call_id = ${f.callId}` : sql``}`
  return f.callId || f.order === 'queue' || scope.kind === 'department' ? { total } : { total, blockSize, blocks: sql`select t.block, sum(t.n) as n ${blocksOf(scope)} ${asked} group by t.block` }
}

/** What a filter finds in the list of this actor. */
export async function listOf(db: Db, actor: Pick<Actor, 'mandate'>, f: ProjectFilter): Promise<KeysetList> {
  const own = await scopeOf(db, actor)
  const scope = narrowed(own, f.secondaryUnitId)
  const filters = filtersOf(scope, f)
  const states = statesIn(f.state)
  const isQueue = f.order === 'queue'
  return {
    select: listedColumns(actor), from: sql`application a`,
    where: [
      // Each list lies within the reach of its desk; said twice it would lead the planner off the index.
      ...(scope === own ? [] : [within(actor)]), ...(isQueue && scope === own ? [] : [listed(scope, states)]),
      ...(f.waiting || isQueue ? [sql`a.desk_id = ${own.id}`] : []), ...(f.waiting && !isQueue ? [inStates([own.kind])] : []),
      ...(states ? [inStates(states)] : []), ...(f.callId ? [sql`a.call_id = ${f.callId}`] : []), ...filters,
    ],
    keys: isQueue ? [{ kind: 'time', of: sql`a.queued_at` }, { kind: 'uuid', of: sql`a.id` }] : [{ kind: 'whole', of: sql`a.place` }],
    descending: f.order === 'newest',
    kept: filters.length > 0 ? undefined : keptFor(own, scope, f),
  }
}

/** One statement per page. */
export const projectsOf = async (db: Db, actor: Pick<Actor, 'mandate'>, f: ProjectFilter & PageAsk): Promise<KeysetPage<ListedProject>> =>
  keysetPage<ListedProject>(db, await listOf(db, actor, f), f)

/** E48: everything that the filter finds at this moment, each with its version, at most so many. */
export async function foundBy(db: Db, actor: Pick<Actor, 'mandate'>, f: ProjectFilter, most: number): Promise<{ id: string; version: number }[]> {
  const list = await listOf(db, actor, f)
  const direction = sql.raw(list.descending ? 'desc' : 'asc')
  const { rows } = await sql<{ id: string; version: number }>`
    select a.id, a.version from ${list.from} where ${sql.join(list.where, sql` and `)} order by ${sql.join(list.keys.map(({ of }) => sql`${of} ${direction}`))} limit ${most}`.execute(db)
  return rows
}
