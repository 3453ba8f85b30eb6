import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { Limit } from '../calls/document.ts'
import type { Bilingual } from '../calls/form/definition.ts'

/**
 * E58: who of these people has as many open or running projects as member as a limit of the call allows, this one not
 * counted. Nobody hears which limit, or by which projects (N22). The slots themselves are taken at submission (I6).
 */
export async function fullAmong(db: Db, draftId: string, limits: readonly Limit[], personIds: readonly string[]): Promise<Set<string>> {
  const most = new Map(limits.filter(({ role }) => role === 'member').map(({ family, most }) => [family, most]))
  if (most.size === 0 || personIds.length === 0) return new Set()
  const { rows } = await sql<{ person_id: string; family: string; taken: number }>`
    select person_id, family, count(*)::int as taken from limit_slot
    where role = 'member' and family = any(${sql.val([...most.keys()])}::text[]) and person_id = any(${sql.val([...personIds])}::uuid[]) and application_id <> ${draftId}
    group by person_id, family`.execute(db)
  return new Set(rows.filter(({ family, taken }) => taken >= (most.get(family) ?? Infinity)).map(({ person_id }) => person_id))
}

export interface CountedProject { id: string; family: string; role: 'leader' | 'member'; title: string; number: string; leader: string; call: Bilingual }

/** N22: which open or running projects count for somebody; for himself alone. */
export const countedOf = (db: Db, personId: string): Promise<CountedProject[]> =>
  db.selectFrom('limit_slot as s').innerJoin('application as a', 'a.id', 's.application_id').innerJoin('call as c', 'c.id', 'a.call_id')
    .innerJoin('call_version as v', (on) => on.onRef('v.call_id', '=', 'c.id').onRef('v.version', '=', 'c.published'))
    .select(['a.id', 's.family', sql<CountedProject['role']>`s.role`.as('role'), 'a.title', sql<string>`coalesce(a.number, '')`.as('number'), 'a.leader_name as leader', sql<Bilingual>`v.document -> 'title'`.as('call')])
    .where('s.person_id', '=', personId).orderBy('a.submitted_at', 'desc').orderBy('a.id').orderBy('s.family').execute()
