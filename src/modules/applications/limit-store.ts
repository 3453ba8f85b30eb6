import { sql } from 'kysely'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Limit } from '../calls/document.ts'

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
  ? refuse('applications.limit.leader', { status: 409, params: { rule: limit.sentence.zh, most: limit.most, taken } })
  : refuse('applications.limit.member', { status: 409, params: { name: who.name } }))

/**
 * I6: a place in every limit for everybody who counts, or the refusal of the first who has none left. Who was let in before keeps his
 * place; who is not in it any more gives it back. People in the order of their ids, so that two who meet wait for each other in one direction.
 */
export async function takeLimits(tx: Tx, id: string, limits: readonly Limit[], people: readonly Counted[]): Promise<Refusal | null> {
  const wanted = [...people].sort((a, b) => (a.personId < b.personId ? -1 : 1))
  const keys = wanted.flatMap((who) => limits.filter(({ role }) => role === who.role).map((limit) => ({ family: limit.family, role: limit.role, person_id: who.personId })))
  await sql`
    delete from limit_slot s where s.application_id = ${id} and not exists (
      select from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k (family text, role text, person_id uuid) where (k.family, k.role, k.person_id) = (s.family, s.role, s.person_id))`.execute(tx)
  for (const who of wanted) {
    for (const limit of limits.filter(({ role }) => role === who.role)) {
      const refusal = await takeOne(tx, id, limit, who)
      if (refusal) return refusal
    }
  }
  return null
}

async function takeOne(tx: Tx, id: string, limit: Limit, who: Counted): Promise<Refusal | null> {
  const has = await tx.selectFrom('limit_slot').select('slot').where('application_id', '=', id).where('family', '=', limit.family).where('role', '=', limit.role)
    .where('person_id', '=', who.personId).executeTakeFirst()
  if (has) return null
  for (;;) {
    const taken = await takenBy(tx, limit, who.personId, id)
    const slot = Array.from({ length: limit.most }, (_, i) => i + 1).find((n) => !taken.includes(n))
    // A call with a larger number may have filled places beyond this one's last.
    if (slot === undefined || taken.length >= limit.most) return limitRefusal(limit, who, taken.length)
    const put = await tx.insertInto('limit_slot')
      .values({ family: limit.family, role: limit.role, person_id: who.personId, slot, most: limit.most, application_id: id })
      .onConflict((on) => on.constraint('one_project_per_slot').doNothing()).returning('slot').executeTakeFirst()
    // Whoever took the same place has committed by now: look again.
    if (put) return null
  }
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
