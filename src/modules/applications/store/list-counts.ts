import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { Bilingual } from '../../calls/form/definition.ts'
import { narrowed, scopeOf, totalsOf } from '../list/scope.ts'
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
