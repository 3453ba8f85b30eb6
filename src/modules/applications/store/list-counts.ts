import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { Bilingual } from '../../calls/form/definition.ts'
import { listed, narrowed, scopeOf, totalsOf } from '../list/scope.ts'
import type { ApplicationState } from '../state.ts'

type Desk = Pick<Actor, 'mandate'>

/** D22: how many of each state stand in the list, and how many of them at this very desk; from the counts that are kept. */
export async function countsOf(db: Db, actor: Desk, of: { callId?: string | undefined; secondaryUnitId?: string | undefined }): Promise<{ states: Partial<Record<ApplicationState, number>>; waiting: number }> {
  const own = await scopeOf(db, actor)
  const scope = narrowed(own, of.secondaryUnitId)
  const { rows } = await sql<{ state: ApplicationState; n: number; is_own: boolean }>`
    select t.state, sum(t.n)::int as n, t.state = ${own.kind} as is_own ${totalsOf(scope)} ${of.callId ? sql`and t.call_id = ${of.callId}` : sql``} group by t.state`.execute(db)
  return { states: Object.fromEntries(rows.map(({ state, n }) => [state, n])), waiting: rows.find((row) => row.is_own)?.n ?? 0 }
}

export interface CallOfList {
  id: string
  code: string
  title: Bilingual
  n: number
  waiting: number
}

/** The calls of the list, the latest first, each with how many of it there are and wait here. */
export async function callsIn(db: Db, actor: Desk): Promise<CallOfList[]> {
  const scope = await scopeOf(db, actor)
  const { rows } = await sql<CallOfList>`
    select c.id, c.code, jsonb_build_object('zh', c.title, 'en', v.title_en) as title, k.n, k.waiting from (
      select t.call_id, sum(t.n)::int as n, coalesce(sum(t.n) filter (where t.state = ${scope.kind}), 0)::int as waiting ${totalsOf(scope)} group by t.call_id) as k
    join call c on c.id = k.call_id join call_version v on v.call_id = c.id and v.version = c.published where k.n > 0 order by c.published_at desc nulls last, c.id limit 200`.execute(db)
  return rows
}

/** 部门 of a unit; those that were deleted as long as something of theirs is listed. */
export async function departmentsIn(db: Db, actor: Desk): Promise<{ id: string; name: string; n: number; isActive: boolean }[]> {
  const scope = await scopeOf(db, actor)
  if (scope.kind !== 'unit') return []
  const { rows } = await sql<{ id: string; name: string; n: number; isActive: boolean }>`
    select * from (
      select s.id, s.name, s.active as "isActive", s.created_at, (select coalesce(sum(t.n), 0)::int from application_total t where t.scope_id = s.id) as n
      from secondary_unit s where s.unit_id = ${scope.id}) as d
    where n > 0 or "isActive" order by "isActive" desc, created_at, id`.execute(db)
  return rows.map(({ id, name, n, isActive }) => ({ id, name, n, isActive }))
}

/** What lies at this desk `a`, within a call or a 部门 if one is named. */
async function waitingOf(db: Db, actor: Desk, of: { callId?: string | undefined; secondaryUnitId?: string | undefined }): Promise<RawBuilder<unknown>> {
  const own = await scopeOf(db, actor)
  const scope = narrowed(own, of.secondaryUnitId)
  return sql`a.desk_id = ${own.id} ${of.callId ? sql`and a.call_id = ${of.callId}` : sql``} ${scope === own ? sql`` : sql`and ${listed(scope)} and a.unit_id = ${own.id}`}`
}

/** Behind (or before) an application in the order of the queue; wherever it lies now, it has kept its place (N7). */
export async function neighboursOf(db: Db, actor: Desk, id: string, of: { callId?: string | undefined; secondaryUnitId?: string | undefined }): Promise<{ previous: string | null; next: string | null }> {
  const waiting = await waitingOf(db, actor, of)
  const nearest = (isNext: boolean) => sql`(
    select a.id from application a, at where ${waiting} and (a.queued_at, a.id) ${sql.raw(isNext ? '>' : '<')} (at.queued_at, at.id)
    order by a.queued_at ${sql.raw(isNext ? '' : 'desc')}, a.id ${sql.raw(isNext ? '' : 'desc')} limit 1)`
  const { rows: [row] } = await sql<{ previous: string | null; next: string | null }>`
    with at as (select coalesce(queued_at, begun_at) as queued_at, id from application where id = ${id})
    select ${nearest(false)} as previous, ${nearest(true)} as next`.execute(db)
  return row ?? { previous: null, next: null }
}

/** The next ones in the order of the queue, behind one of them or from its beginning. */
export async function queueOf(db: Db, actor: Desk, of: { after?: string | undefined; callId?: string | undefined; secondaryUnitId?: string | undefined }, most: number): Promise<{ id: string; version: number }[]> {
  const { rows } = await sql<{ id: string; version: number }>`
    select a.id, a.version from application a where ${await waitingOf(db, actor, of)}
      ${of.after ? sql`and (a.queued_at, a.id) > (select coalesce(queued_at, begun_at), id from application where id = ${of.after})` : sql``}
    order by a.queued_at, a.id limit ${most}`.execute(db)
  return rows
}
