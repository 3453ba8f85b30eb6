import { sql } from 'kysely'
import { newId } from '../src/kernel/ids.ts'
import type { CallDocument } from '../src/modules/calls/document.ts'
import { isUnderWay, type ApplicationState } from '../src/modules/applications/state.ts'
import { openCall } from './draft-stage.ts'
import { person } from './people.ts'
import { actorOf, filler, manager, reviewedUnit, secondaryUnit, type Actor, type Filler, type ReviewedUnit } from './profile-stage.ts'
import type { TestServer } from './server.ts'

/** A university with two schools, its managers, the bureau, and a call that is open for a month. */
export interface ListStage {
  unit: ReviewedUnit
  software: { id: string; name: string; manager: Filler }
  law: { id: string; name: string; manager: Filler }
  /** 负责人 of every row that is put there. */
  leader: Filler
  bureau: Actor
  bureauId: string
  callId: string
}

export async function listStage(server: TestServer, name = '重庆示例大学', more: Partial<CallDocument> = {}): Promise<ListStage> {
  const unit = await reviewedUnit(server, name)
  const school = async (title: string, of: string) => {
    const id = await secondaryUnit(server, unit.id, title)
    return { id, name: title, manager: await manager(server, unit, id, of) }
  }
  const [software, law] = [await school('软件学院', '罗清扬'), await school('法学院', '黎明远')]
  const { id: bureauId } = await server.tools.db.selectFrom('authority').select('id').where('kind', '=', 'bureau').executeTakeFirstOrThrow()
  const bureau = await actorOf(server, await person(server, { post: 'authority_officer', scopeId: bureauId, displayName: '孙科局' }))
  return { unit, software, law, leader: await filler(server, unit.id, { name: '林知远' }), bureau, bureauId, callId: await openCall(server, more) }
}

export interface Put {
  state: ApplicationState
  n?: number
  callId?: string
  school?: { id: string; name: string } | null
  title?: string
  warnings?: number
  authorityId?: string
  returnedBy?: 'department' | 'unit' | 'authority' | 'bureau'
  leaderName?: string
}

/**
 * Applications as they stand at some moment of their way, without the way: rows for lists and batches of thousands. Each
 * has its draft and, where it was submitted, its version; the first came to its desk first.
 */
export async function put(server: TestServer, stage: ListStage, of: Put): Promise<{ id: string; version: number }[]> {
  const { db } = server.tools
  const { state, n = 1 } = of
  const now = server.clock.now()
  const isSubmitted = state !== 'draft'
  const school = of.school === undefined ? stage.software : of.school
  const desks: Partial<Record<ApplicationState, string | undefined>> = { department: school?.id, unit: stage.unit.id, authority: of.authorityId, bureau: stage.bureauId }
  const ids = Array.from({ length: n }, () => newId())
  const callId = of.callId ?? stage.callId
  const all = sql`unnest(${ids}::uuid[]) with ordinality as i (id, nth)`
  await sql`
    insert into draft (id, call_id, leader_id, account_id, lock, begun_at, saved_at)
    select i.id, ${callId}, ${stage.leader.personId}, ${stage.leader.who.accountId}, ${isUnderWay(state) ? 'locked' : 'open'}, ${now}, ${now} from ${all}`.execute(db)
  const { rows } = await sql<{ id: string; version: number }>`
    insert into application (id, call_id, number, title, category, leader_id, account_id, leader_name, unit_id, unit_name, secondary_unit_id, secondary_unit_name,
      department_desk, authority_desk, bureau_desk, state, desk_id, revision, returned_by, warnings, place, queued_at, begun_at, submitted_at, arrived_at, changed_at, version)
    select i.id, ${callId}, case when ${isSubmitted} then 'T' || upper(right(i.id::text, 12)) end, ${of.title ?? '面向数据的关键技术研究'} || i.nth, '软科学', ${stage.leader.personId},
      ${stage.leader.who.accountId}, ${of.leaderName ?? '林知远'}, ${stage.unit.id}, ${stage.unit.name}, ${school?.id ?? null}, ${school?.name ?? null},
      case when ${isSubmitted} then ${school?.id ?? null}::uuid end, case when ${isSubmitted} then ${of.authorityId ?? null}::uuid end, case when ${isSubmitted} then ${stage.bureauId}::uuid end,
      ${state}, ${desks[state] ?? null}, ${isSubmitted ? 1 : 0}, ${of.returnedBy ?? null}, ${of.warnings ?? 0}, nextval('application_place'),
      case when ${isUnderWay(state)} then ${now}::timestamptz + i.nth * interval '1 millisecond' end, ${now}, case when ${isSubmitted} then ${now}::timestamptz end,
      case when ${isUnderWay(state)} then ${now}::timestamptz end, ${now}, 2
    from ${all} order by i.nth returning id, version`.execute(db)
  if (isSubmitted) {
    await sql`
      insert into application_version (application_id, revision, call_version, call_id, content, hash, received_at, window_nth, opens_at, closes_at, submitted_by, receipt, leader_id, leader_name, unit_name)
      select i.id, 1, (select published from call where id = ${callId}), ${callId}, '{"values":{},"facts":{},"members":[],"files":[]}', repeat('0', 64), ${now}, w.nth, w.opens_at, w.closes_at,
        ${stage.leader.who.accountId}, 'receipt', ${stage.leader.personId}, ${of.leaderName ?? '林知远'}, ${stage.unit.name}
      from ${all}, call_window w where w.call_id = ${callId} and w.level = 'leader' and w.nth = 1`.execute(db)
  }
  return rows
}

/** D22, whatever happened: what is kept is what is there; in every list, by call, state and block of places. */
export async function keptCountsAreExact(server: TestServer): Promise<unknown[]> {
  const lists = sql`
    (select unit_id as scope_id, true as has_blocks, call_id, state, place from application
    union all select secondary_unit_id, false, call_id, state, place from application where secondary_unit_id is not null
    union all select authority_desk, true, call_id, state, place from application
      where authority_desk is not null and (state in ('authority','bureau','accepted','not_accepted') or returned_by in ('authority','bureau'))
    union all select bureau_desk, true, call_id, state, place from application
      where bureau_desk is not null and (state in ('authority','bureau','accepted','not_accepted') or returned_by = 'bureau'))`
  const [totals, blocks] = [
    await sql`
      select * from (select scope_id, call_id, state, count(*) as n from ${lists} l group by 1, 2, 3) as there
      full join (select scope_id, call_id, state, sum(n) as kept from application_total group by 1, 2, 3 having sum(n) <> 0) as kept using (scope_id, call_id, state)
      where n is distinct from kept`.execute(server.tools.db),
    await sql`
      select * from (select scope_id, state, place / 8192 as block, count(*) as n from ${lists} l where has_blocks group by 1, 2, 3) as there
      full join (select scope_id, state, block, sum(n) as kept from application_block group by 1, 2, 3 having sum(n) <> 0) as kept using (scope_id, state, block)
      where n is distinct from kept`.execute(server.tools.db),
  ]
  return [...totals.rows, ...blocks.rows]
}
