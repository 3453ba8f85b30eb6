import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { DeskLevel } from '../applications/state.ts'
import type { Closing } from '../calls/closings.ts'
import type { CorrectionWave, Wave } from './waves.ts'

const begunWithin = ({ from, to }: Pick<Wave, 'from' | 'to'>) => sql`a.begun_at >= coalesce(${from}::timestamptz, '-infinity') and a.begun_at < coalesce(${to}::timestamptz, 'infinity')`
const notTold = (kind: 'leader' | 'desk', subject: ReturnType<typeof sql>, closesAt: ReturnType<typeof sql>, hours: ReturnType<typeof sql>) => sql`
  not exists (select from desk_reminder r where r.kind = ${kind} and r.subject_id = ${subject} and r.call_id = a.call_id and r.closes_at = ${closesAt} and r.hours = ${hours})`

/** An application that its leader can still hand in, and soon no more. */
export interface LeaderDue {
  id: string
  callId: string
  accountId: string
  title: string
  state: string
  closesAt: Date
}

/** Before its first submission it is called what its leader has written so far. */
const leaderColumns = sql`a.id, a.call_id as "callId", a.account_id as "accountId", a.state,
  coalesce(nullif(a.title, ''), (select left(f.value #>> '{}', 300) from draft_field f where f.draft_id = a.id and f.field = 'title' and jsonb_typeof(f.value) = 'string'), '') as title`

/** Of a call, whose window closes: those that nobody was reminded of, at most so many. */
export async function leadersDue(db: Db, callId: string, wave: Wave, now: Date, most: number): Promise<LeaderDue[]> {
  const { rows } = await sql<LeaderDue>`
    select ${leaderColumns}, ${wave.closesAt}::timestamptz as "closesAt" from application a
    where a.call_id = ${callId} and a.state in ('draft','returned','withdrawn') and ${begunWithin(wave)} and (a.correct_until is null or a.correct_until <= ${now})
      and ${notTold('leader', sql`a.id`, sql`${wave.closesAt}::timestamptz`, sql`${wave.hours}::int`)}
    order by a.place limit ${most}`.execute(db)
  return rows
}

/** Correction windows (E53) close each at its own time: those of which so many hours are left, and no longer told of more. */
const closingWithin = ({ from, to }: CorrectionWave) => sql`a.correct_until > ${from} and a.correct_until <= ${to}`
const notToldOf = (kind: 'leader' | 'desk', subject: ReturnType<typeof sql>, { hours }: CorrectionWave) => notTold(kind, subject, sql`a.correct_until`, sql`${hours}::int`)

/** The leaders of these that nobody was reminded of, at most so many. */
export async function leadersInCorrection(db: Db, wave: CorrectionWave, most: number): Promise<LeaderDue[]> {
  const { rows } = await sql<LeaderDue>`
    select ${leaderColumns}, a.correct_until as "closesAt" from application a
    where a.desk_id is null and ${closingWithin(wave)} and a.state in ('returned','withdrawn') and ${notToldOf('leader', sql`a.id`, wave)} order by a.correct_until limit ${most}`.execute(db)
  return rows
}

/** A desk that still has to decide applications of a call. */
export interface DeskDue {
  deskId: string
  callId: string
  level: DeskLevel
  closesAt: Date
  /** Lying there. */
  n: number
  /** Of a unit: lying at its departments, which it may decide instead (D11), and at which. */
  acting: number
  departments: string[]
}

/** D11: what makes a department's silence at a call: its window is over for these parts of it, or it has had it for so many days. */
export interface Silence {
  over: readonly Pick<Closing, 'from' | 'to'>[]
  arrivedBy: Date
}

/** Lines of `a`: whose, of which level, closing when; `department`: instead of whom. */
const dueAmong = (held: ReturnType<typeof sql>, hours: number) => sql<DeskDue>`
  select a.desk_id as "deskId", a.call_id as "callId", a.level, a.closes_at as "closesAt", count(*) filter (where a.department is null)::int as n, count(a.department)::int as acting,
    coalesce(array_agg(distinct s.name) filter (where a.department is not null), '{}') as departments
  from (${held}) a left join secondary_unit s on s.id = a.department where ${notTold('desk', sql`a.desk_id`, sql`a.closes_at`, sql`${hours}::int`)}
  group by a.desk_id, a.call_id, a.level, a.closes_at`

export async function desksDue(db: Db, callId: string, level: DeskLevel, wave: Wave, now: Date, silence: Silence): Promise<DeskDue[]> {
  const lying = (state: DeskLevel) => sql`a.call_id = ${callId} and a.state = ${state} and ${begunWithin(wave)} and (a.correct_until is null or a.correct_until <= ${now})`
  const isSilent = sql.join([sql`a.arrived_at <= ${silence.arrivedBy}`, ...silence.over.map((part) => sql`(${begunWithin(part)})`)], sql` or `)
  const held = sql`
    select a.desk_id, a.call_id, a.state as level, ${wave.closesAt}::timestamptz as closes_at, null::uuid as department from application a where ${lying(level)}
    ${level === 'unit' ? sql`union all select a.unit_id, a.call_id, 'unit', ${wave.closesAt}::timestamptz, a.desk_id from application a where ${lying('department')} and (${isSilent})` : sql``}`
  const { rows } = await sql<DeskDue>`${dueAmong(held, wave.hours)} order by a.desk_id limit 2000`.execute(db)
  return rows
}

/** On the last day of a correction the unit may decide for a department (`silentFrom`); one without manager it hears of as its manager would. */
export async function desksInCorrection(db: Db, wave: CorrectionWave, most: number): Promise<DeskDue[]> {
  const held = sql`
    select a.desk_id, a.call_id, a.state as level, a.correct_until as closes_at, null::uuid as department from application a where a.desk_id is not null and ${closingWithin(wave)}
    union all select a.unit_id, a.call_id, 'unit', a.correct_until, a.desk_id from application a where a.state = 'department' and ${closingWithin(wave)}
      and exists (select from role_grant g where g.secondary_unit_id = a.desk_id and g.kind = 'secondary_unit_manager' and upper_inf(g.during))`
  const { rows } = await sql<DeskDue>`${dueAmong(held, wave.hours)} order by a.closes_at limit ${most}`.execute(db)
  return rows
}

/** Notes that these are reminded now, and gives those that had not been: two servers at once tell nobody twice. */
export async function noteTold(tx: Tx, kind: 'leader' | 'desk', due: readonly { subjectId: string; callId: string; closesAt: Date; hours: number }[], at: Date): Promise<{ id: string; subjectId: string; callId: string }[]> {
  if (due.length === 0) return []
  const { rows } = await sql<{ id: string; subjectId: string; callId: string }>`
    insert into desk_reminder (id, kind, subject_id, call_id, closes_at, hours, told_at)
    values ${sql.join(due.map((one) => sql`(${newId(at.getTime())}::uuid, ${kind}, ${one.subjectId}::uuid, ${one.callId}::uuid, ${one.closesAt}::timestamptz, ${one.hours}::int, ${at}::timestamptz)`))}
    on conflict on constraint one_reminder_per_closing_time do nothing returning id, subject_id as "subjectId", call_id as "callId"`.execute(tx)
  return rows
}

/** Long after the closing time nobody is reminded of it again. */
export const forgetReminders = (db: Db, before: Date): Promise<unknown> => sql`delete from desk_reminder where closes_at < ${before}`.execute(db)

/** What a desk is called, and within which unit it is. */
export async function desksNamed(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, { name: string; unitId: string | null }>> {
  const { rows } = await sql<{ id: string; name: string; unitId: string | null }>`
    select d.id, coalesce(s.name, u.name, h.name, '') as name, s.unit_id as "unitId" from unnest(${[...ids]}::uuid[]) as d (id)
      left join secondary_unit s on s.id = d.id left join unit u on u.id = d.id left join authority h on h.id = d.id`.execute(db)
  return new Map(rows.map(({ id, ...desk }) => [id, desk]))
}

/** Calls of which some window closes soon. */
export async function callsClosing(db: Db, now: Date, until: Date): Promise<{ id: string; title: { zh: string; en: string } }[]> {
  const { rows } = await sql<{ id: string; title: { zh: string; en: string } }>`
    select c.id, jsonb_build_object('zh', c.title, 'en', v.title_en) as title from call c join call_version v on v.call_id = c.id and v.version = c.published
    where c.state = 'published' and exists (select from call_window w where w.call_id = c.id and w.closes_at > ${now} and w.closes_at <= ${until}) order by c.id`.execute(db)
  return rows
}

export async function titlesOf(db: Db, callIds: readonly string[]): Promise<ReadonlyMap<string, { zh: string; en: string }>> {
  if (callIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; title: { zh: string; en: string } }>`
    select c.id, jsonb_build_object('zh', c.title, 'en', v.title_en) as title from call c join call_version v on v.call_id = c.id and v.version = c.published where c.id = any(${[...new Set(callIds)]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, title }) => [id, title]))
}
