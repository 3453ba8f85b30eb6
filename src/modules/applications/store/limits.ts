import { sql } from 'kysely'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Limit } from '../../calls/document.ts'

/** Whoever counts in an application: its leader, and the members who confirmed (E59). */
export interface Counted {
  role: 'leader' | 'member'
  personId: string
  name: string
}

/** Who counts in it now. */
export async function countedIn(db: Db, id: string): Promise<Counted[]> {
  const { rows } = await sql<{ role: Counted['role']; person_id: string; name: string }>`
    select 'leader' as role, leader_id as person_id, leader_name as name from application where id = ${id}
    union all select 'member', person_id, name from draft_member where draft_id = ${id} and state = 'confirmed'
    order by person_id`.execute(db)
  return rows.map((row) => ({ role: row.role, personId: row.person_id, name: row.name }))
}

/** How many of a person's places are taken by other applications than this one. */
async function takenBy(db: Db, { family, role }: Limit, personId: string, except: string | null): Promise<number[]> {
  const rows = await db.selectFrom('limit_slot').select('slot').where('family', '=', family).where('role', '=', role).where('person_id', '=', personId)
    .where((e) => (except === null ? e.lit(true) : e('application_id', '<>', except))).execute()
  return rows.map(({ slot }) => slot)
}

/** 限项 of somebody alone: rule and number, never which projects (E58, N22). */
export const limitsOf = (db: Db, limits: readonly Limit[], personId: string, except: string | null) =>
  Promise.all(limits.filter(({ role }) => role === 'leader').map(async (limit) => ({
    family: limit.family, role: limit.role, most: limit.most, taken: (await takenBy(db, limit, personId, except)).length, sentence: limit.sentence,
  })))

/** E58: the leader hears rule and number; of a member that he has no place left, and no more (N22). */
export const limitRefusal = (limit: Limit, who: Counted, taken: number): Refusal => (who.role === 'leader'
  ? refuse('applications.limit.leader', { status: 409, params: { rule: limit.sentence.zh, ruleEn: limit.sentence.en || limit.sentence.zh, most: limit.most, taken } })
  : refuse('applications.limit.member', { status: 409, params: { name: who.name } }))

/** A place that somebody needs. */
interface Wish {
  who: Counted
  limit: Limit
}

const keyOf = ({ who, limit }: Wish) => ({ family: limit.family, role: limit.role, person_id: who.personId })

/**
 * I6: a place in every limit for everybody who counts, or the refusal of the first who has none left. Who was let in before keeps his
 * place; who is not in it any more gives it back. In the order of the people and of the limits' names, so that two who meet wait for each
 * other in one direction. Three statements, however many people, and two more for whoever met another at the same place.
 */
export async function takeLimits(tx: Tx, id: string, limits: readonly Limit[], people: readonly Counted[]): Promise<Refusal | null> {
  const wishes = people.flatMap((who) => limits.filter(({ role }) => role === who.role).map((limit): Wish => ({ who, limit })))
    .sort((a, b) => compare(a.who.personId, b.who.personId) || compare(a.limit.family, b.limit.family) || a.limit.most - b.limit.most)
  await sql`
    delete from limit_slot s where s.application_id = ${id} and not exists (
      select from jsonb_to_recordset(${JSON.stringify(wishes.map(keyOf))}::jsonb) as k (family text, role text, person_id uuid)
      where (k.family, k.role, k.person_id) = (s.family, s.role, s.person_id))`.execute(tx)
  for (let open = wishes; open.length > 0;) {
    const places = await placesFor(tx, id, open)
    const full = places.find(({ slot, has }) => !has && slot === null)
    if (full) return limitRefusal(full.limit, full.who, full.taken)
    open = await put(tx, id, places.filter(({ has }) => !has))
  }
  return null
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The first free place of each; null where there is none. A call with a larger number may have filled places beyond this one's last. */
async function placesFor(tx: Tx, id: string, wishes: readonly Wish[]): Promise<(Wish & { has: boolean; taken: number; slot: number | null })[]> {
  const { rows } = await sql<{ has: boolean; taken: number[] }>`
    select exists (select from limit_slot s where (s.family, s.role, s.person_id) = (k.family, k.role, k.person_id) and s.application_id = ${id}) as has,
      array(select s.slot from limit_slot s where (s.family, s.role, s.person_id) = (k.family, k.role, k.person_id) and s.application_id <> ${id}) as taken
    from jsonb_to_recordset(${JSON.stringify(wishes.map((wish, n) => ({ n, ...keyOf(wish) })))}::jsonb) as k (n int, family text, role text, person_id uuid) order by k.n`.execute(tx)
  return wishes.map((wish, n) => {
    const { has = false, taken = [] } = rows[n] ?? {}
    const free = Array.from({ length: wish.limit.most }, (_, i) => i + 1).find((slot) => !taken.includes(slot))
    return { ...wish, has, taken: taken.length, slot: taken.length < wish.limit.most ? (free ?? null) : null }
  })
}

/** Gives those who found their place taken: whoever took it has committed by now, and they look again. */
async function put(tx: Tx, id: string, places: readonly (Wish & { slot: number | null })[]): Promise<Wish[]> {
  if (places.length === 0) return []
  const { rows } = await sql<{ family: string; role: string; person_id: string }>`
    insert into limit_slot (family, role, person_id, slot, most, application_id)
    select k.family, k.role, k.person_id, k.slot, k.most, ${id}
    from jsonb_to_recordset(${JSON.stringify(places.map((one, n) => ({ n, ...keyOf(one), slot: one.slot, most: one.limit.most })))}::jsonb)
      as k (n int, family text, role text, person_id uuid, slot int, most int) order by k.n
    on conflict on constraint one_project_per_slot do nothing returning family, role, person_id`.execute(tx)
  const got = new Set(rows.map((row) => `${row.family} ${row.role} ${row.person_id}`))
  return places.filter((one) => !got.has(`${one.limit.family} ${one.limit.role} ${one.who.personId}`))
}

/** Whether it takes any place: under way, or returned and still to be answered. */
export const holdsPlaces = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.selectFrom('limit_slot').select('slot').where('application_id', '=', id).limit(1).executeTakeFirst()) !== undefined

/** Withdrawn, or not accepted: the places are free again. */
export const releaseLimits = (tx: Tx, ids: readonly string[]): Promise<unknown> =>
  tx.deleteFrom('limit_slot').where('application_id', '=', sql<string>`any(${[...ids]}::uuid[])`).execute()

/** What lies with its leader since a return of before that time and holds places, in the order of the ids, after one of them. */
export async function heldByReturned(db: Db, before: Date, after: string | null, most: number): Promise<{ id: string; callId: string; begunAt: Date; correctUntil: Date | null; isOver: boolean }[]> {
  const { rows } = await sql<{ id: string; callId: string; begunAt: Date; correctUntil: Date | null; isOver: boolean }>`
    select a.id, a.call_id as "callId", a.begun_at as "begunAt", a.correct_until as "correctUntil", u.status = 'dissolved' or c.state = 'withdrawn' as "isOver"
    from application a join unit u on u.id = a.unit_id join call c on c.id = a.call_id
    where a.state = 'returned' and a.changed_at <= ${before} and a.id > ${after ?? '00000000-0000-0000-0000-000000000000'}
      and (exists (select from limit_slot s where s.application_id = a.id) or exists (select from unit_quota_slot q where q.application_id = a.id))
    order by a.id limit ${most}`.execute(db)
  return rows
}

/** Held meanwhile, by a submission say, it waits for the next time: a place that is given back is taken anew by 提交. */
const stillReturned = (ids: readonly string[], before: Date) => sql`
  select id from application where id = any(${[...ids]}::uuid[]) and state = 'returned' and changed_at <= ${before} order by id for update skip locked`

export const releaseReturned = (db: Db, ids: readonly string[], before: Date): Promise<unknown> =>
  sql`with held as (${stillReturned(ids, before)}), freed as (delete from unit_quota_slot q using held h where q.application_id = h.id)
    delete from limit_slot s using held h where s.application_id = h.id`.execute(db)

/** Of people who are in it no more. */
export const releaseLeft = (db: Db, ids: readonly string[], before: Date): Promise<unknown> => sql`
  with held as (${stillReturned(ids, before)})
  delete from limit_slot s using held h where s.application_id = h.id and s.role = 'member'
    and not exists (select from draft_member m where m.draft_id = h.id and m.person_id = s.person_id and m.state = 'confirmed')`.execute(db)

/**
 * What lies below the bureau, at a desk whose window was over before that time for everybody and every draft, and holds places: neither
 * this desk nor its leader can do anything with it. For a department its unit may still act within its own window (D11, E37).
 */
export async function heldByStranded(db: Db, before: Date, after: string | null, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from (
      select w.call_id, m.state from call_window w join (values ('department','department'), ('department','unit'), ('unit','unit'), ('authority','authority')) m (state, level) on m.level = w.level
      group by w.call_id, m.state having max(w.closes_at) < ${before} and count(distinct w.level) = case m.state when 'department' then 2 else 1 end) k
    join application a on a.call_id = k.call_id and a.state = k.state
    where (a.correct_until is null or a.correct_until <= ${before}) and a.id > ${after ?? '00000000-0000-0000-0000-000000000000'}
      and exists (select from limit_slot s where s.application_id = a.id)
    order by a.id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

export const releaseStranded = (db: Db, ids: readonly string[], at: Date): Promise<unknown> => sql`
  with held as (
    select id from application where id = any(${[...ids]}::uuid[]) and state in ('department','unit','authority') and (correct_until is null or correct_until <= ${at}) order by id for update skip locked),
  freed as (delete from limit_slot s using held h where s.application_id = h.id returning s.application_id)
  insert into limit_given_back (application_id, given_back_at) select distinct application_id, ${at}::timestamptz from freed on conflict (application_id) do nothing`.execute(db)

/** I6: places for everybody who counts in it now, by 提交; that it had given its own back while nobody could go on with it is over then. */
export async function takeAnew(tx: Tx, id: string, limits: readonly Limit[]): Promise<Refusal | null> {
  const refusal = await takeLimits(tx, id, limits, await countedIn(tx, id))
  if (!refusal) await tx.deleteFrom('limit_given_back').where('application_id', '=', id).execute()
  return refusal
}

/** The same by a pass, whose transaction goes on with others: the refusal leaves it as it was. */
export async function takeBack(tx: Tx, id: string, limits: readonly Limit[]): Promise<Refusal | null> {
  const refusal = await takeAnew(tx, id, limits)
  if (refusal) await releaseLimits(tx, [id])
  return refusal
}
