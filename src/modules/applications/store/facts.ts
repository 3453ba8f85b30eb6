import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { windowFor, type WindowRow } from '../../calls/windows.ts'
import { levels, type Level } from '../../calls/document.ts'
import type { ApplicationFacts, Windows } from '../application.ts'
import { within } from '../reach.ts'
import type { ApplicationState, DeskLevel, LeaderGone, Outcome } from '../state.ts'

/** 项目名称; before its first submission what its leader has written so far. */
export const titleColumn = sql`case when a.title = '' then coalesce((select left(f.value #>> '{}', 300) from draft_field f where f.draft_id = a.id and f.field = 'title'), '') else a.title end`

/**
 * What the law must know of an application `a`; sub-queries, so that only the rows of a page pay for them. Before its first
 * submission it is called what its leader has written so far.
 */
export const factColumns = sql`
  a.id, a.version, a.state, a.call_id, a.account_id, a.leader_id, a.unit_id, a.unit_name, a.secondary_unit_id, a.secondary_unit_name, a.department_desk, a.authority_desk, a.bureau_desk,
  a.desk_id, a.revision, a.returned_by, a.is_fast, a.correct_until, a.arrived_at, a.queued_at, a.begun_at, a.submitted_at, a.changed_at, a.warnings, a.number, a.category, a.leader_name,
  ${titleColumn} as title,
  exists (select from unit_quota_slot q where q.application_id = a.id) as is_recommended,
  (select case when p.unit_id is distinct from a.unit_id then 'left' when p.state = 'disabled' then 'disabled' when h.state <> 'active' then 'closed' end
    from person p join account h on h.id = p.account_id where p.id = a.leader_id) as leader_gone,
  case a.state when 'department' then (select s.name from secondary_unit s where s.id = a.desk_id) when 'unit' then a.unit_name
    else (select h.name from authority h where h.id = a.desk_id) end as desk_name,
  case when a.state = 'department' then (
    select jsonb_build_object('isActive', s.active,
      'hasMoved', coalesce((select r.secondary_unit_id is distinct from s.id from profile_review r where r.person_id = a.leader_id and r.unit_id = a.unit_id and r.state <> 'left'), true),
      'manager', (select jsonb_build_object('name', g.name, 'accountId', g.account_id, 'since', g.granted_at)
        from role_grant g where g.secondary_unit_id = s.id and g.kind = 'secondary_unit_manager' and upper_inf(g.during)))
    from secondary_unit s where s.id = a.desk_id) end as department,
  case when a.revision > 0 then (
    select jsonb_build_object('seq', d.seq, 'revision', d.revision, 'level', d.level, 'deskId', d.desk_id, 'outcome', d.outcome, 'at', d.decided_at,
      'by', (select b.display_name from account b where b.id = d.decided_by), 'isActed', d.acted_for is not null,
      'deskName', case d.level when 'department' then (select s.name from secondary_unit s where s.id = d.desk_id) when 'unit' then a.unit_name
        else (select h.name from authority h where h.id = d.desk_id) end,
      'isTouched', a.state = 'returned' and exists (select from draft f where f.id = a.id and f.saved_at > d.decided_at))
    from application_decision d where d.application_id = a.id and d.undone_at is null order by d.seq desc limit 1) end as decided`

export interface FactRow {
  id: string
  version: number
  state: ApplicationState
  call_id: string
  account_id: string
  leader_id: string
  unit_id: string
  unit_name: string
  secondary_unit_id: string | null
  secondary_unit_name: string | null
  department_desk: string | null
  authority_desk: string | null
  bureau_desk: string | null
  desk_id: string | null
  revision: number
  returned_by: DeskLevel | null
  is_fast: boolean
  correct_until: Date | null
  arrived_at: Date | null
  queued_at: Date | null
  begun_at: Date
  submitted_at: Date | null
  changed_at: Date
  warnings: number
  title: string
  number: string | null
  category: string
  leader_name: string
  /** E57: it has a place in the quota of its unit. */
  is_recommended: boolean
  /** E10 */
  leader_gone: LeaderGone | null
  desk_name: string | null
  department: { isActive: boolean; hasMoved: boolean; manager: { name: string; accountId: string | null; since: string } | null } | null
  decided: { seq: number; revision: number; level: DeskLevel; deskId: string; deskName: string | null; outcome: Outcome; at: string; by: string | null; isActed: boolean; isTouched: boolean } | null
}

/** The windows of every level in force for an application begun then. */
export const windowsFor = (rows: readonly WindowRow[], begunAt: Date): Windows =>
  Object.fromEntries(levels.map((level): [Level, Windows[Level]] => [level, windowFor(rows, level, begunAt)]))

/** The facts of a row, beside the windows of its call (`callsOf`). */
export const factsIn = (row: FactRow, windows: readonly WindowRow[]): ApplicationFacts => ({
  state: row.state, version: row.version, accountId: row.account_id, leaderName: row.leader_name, leaderGone: row.leader_gone, unitId: row.unit_id, unitName: row.unit_name, deskId: row.desk_id, deskName: row.desk_name,
  department: row.department && { ...row.department, manager: row.department.manager && { ...row.department.manager, since: new Date(row.department.manager.since) } },
  revision: row.revision, arrivedAt: row.arrived_at, correctUntil: row.correct_until, windows: windowsFor(windows, row.begun_at),
  decided: row.decided && { ...row.decided, deskName: row.decided.deskName ?? '', at: new Date(row.decided.at) },
})

/** Applications within reach by their ids, in the order of the ids. */
export async function factRows<R = unknown>(db: Db, actor: Pick<Actor, 'mandate'>, ids: readonly string[], more = sql``): Promise<(FactRow & R)[]> {
  const { rows } = await sql<FactRow & R>`
    select ${factColumns} ${more} from application a where a.id = any(${[...ids]}::uuid[]) and ${within(actor)} order by a.id`.execute(db)
  return rows
}

/** The own ones of a leader. */
export async function ownRows(db: Db, accountId: string, id?: string): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select ${factColumns} from application a where a.account_id = ${accountId} ${id ? sql`and a.id = ${id}` : sql``} order by a.place desc limit 500`.execute(db)
  return rows
}

/** What a decision must know of a call: its windows, and what its version in force says. */
export interface CallFacts {
  id: string
  code: string
  version: number
  title: { zh: string; en: string }
  windows: WindowRow[]
  quotaPerUnit: number | null
  correctionDays: number
  chain: { department: boolean; authority: boolean }
  /** Fields that a return may mark. */
  fieldIds: string[]
}

interface CallRow extends Omit<CallFacts, 'windows'> {
  windows: { level: Level; nth: number; opensAt: string; closesAt: string; begunBefore: string | null; reason: string; movedAt: string }[]
}

/** The calls that `which` picks among `c`. */
const callColumns = (which: RawBuilder<unknown>) => sql`
  select c.id, c.code, v.version, v.document->'title' as title, (v.document->>'quotaPerUnit')::int as "quotaPerUnit", coalesce((v.document->>'correctionDays')::int, 3) as "correctionDays",
    v.document->'chain' as chain, jsonb_path_query_array(v.document, '$.form.tabs[*].fields[*].id') as "fieldIds",
    (select jsonb_agg(jsonb_build_object('level', w.level, 'nth', w.nth, 'opensAt', w.opens_at, 'closesAt', w.closes_at, 'begunBefore', w.begun_before, 'reason', w.reason, 'movedAt', w.moved_at))
      from call_window w where w.call_id = c.id) as windows
  from call c join call_version v on v.call_id = c.id and v.version = c.published where ${which}`

const callsIn = (rows: readonly CallRow[]): ReadonlyMap<string, CallFacts> => new Map(rows.map((row) => [row.id, {
  ...row,
  windows: row.windows.map((w) => ({
    ...w, opensAt: new Date(w.opensAt), closesAt: new Date(w.closesAt), begunBefore: w.begunBefore === null ? null : new Date(w.begunBefore), movedAt: new Date(w.movedAt),
  })),
}]))

/** One statement, however many calls. */
export async function callsOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, CallFacts>> {
  if (ids.length === 0) return new Map()
  const { rows } = await callColumns(sql`c.id = any(${[...new Set(ids)]}::uuid[])`).$castTo<CallRow>().execute(db)
  return callsIn(rows)
}

/** Whose desks are above the unit, by name. */
export interface NamedAbove {
  authority_name: string | null
  bureau_name: string | null
  /** Its places in the limits were given back when nobody could go on with it (E58). */
  gave_back: boolean
}

/**
 * All that a decision on these must know, in one statement however many they are: their calls come along with the first row. Which calls
 * is an array, so that the planner does not go through all that was ever handed in to a call.
 */
export async function factsOfMany(tx: Tx, actor: Pick<Actor, 'mandate'>, ids: readonly string[]): Promise<{ rows: (FactRow & NamedAbove)[]; calls: ReadonlyMap<string, CallFacts> }> {
  const rows = await factRows<NamedAbove & { calls: CallRow[] | null }>(tx, actor, ids, sql`,
    (select h.name from authority h where h.id = a.authority_desk) as authority_name, (select h.name from authority h where h.id = a.bureau_desk) as bureau_name,
    exists (select from limit_given_back g where g.application_id = a.id) as gave_back,
    case when row_number() over (order by a.id) = 1 then (
      select jsonb_agg(to_jsonb(k)) from (${callColumns(sql`c.id = any(array(select distinct b.call_id from application b where b.id = any(${[...ids]}::uuid[])))`)}) k) end as calls`)
  return { rows, calls: callsIn(rows[0]?.calls ?? []) }
}

/**
 * I10, I12: these applications held FOR UPDATE in the order of their ids, their calls FOR SHARE: what is read afterwards stands until
 * the deed is over.
 */
export const lockApplications = (tx: Tx, ids: readonly string[]): Promise<unknown> =>
  sql`select a.id from application a join call c on c.id = a.call_id where a.id = any(${[...ids]}::uuid[]) order by a.id for update of a for share of c`.execute(tx)
