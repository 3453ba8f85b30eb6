import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import { goneBefore } from '../../../platform/at-desk.ts'
import type { Tx } from '../../../platform/db/database.ts'

/** A sign of somebody who has it open under his desk; it lasts no longer than his session (E19). */
export const signOf = (tx: Tx, id: string, { sessionId, accountId, mandate }: Actor, now: Date): Promise<unknown> => sql`
  insert into application_presence as p (session_id, application_id, account_id, desk_id, since, seen_at)
  select s.id, a.id, ${accountId}, ${mandate?.scopeId ?? accountId}, ${now}, ${now} from session s, application a where s.id = ${sessionId} and a.id = ${id} for key share
  on conflict on constraint application_presence_pkey do update set desk_id = excluded.desk_id, seen_at = excluded.seen_at,
    since = case when p.seen_at < ${goneBefore(now)} then excluded.since else p.since end`.execute(tx)

export interface Placed {
  id: string
  unit_id: string
  secondary_unit_id: string | null
  department_desk: string | null
}

/** Whose names the reader learns: officers those of their own desk, a unit and its departments one another's. */
const desksKnownTo = ({ mandate }: Pick<Actor, 'mandate'>, row: Placed): string[] =>
  (mandate?.post === 'authority_officer' ? [mandate.scopeId] : [row.unit_id, row.secondary_unit_id, row.department_desk]).filter((id) => id !== null)

/** Who else has it open now; whose session or post has ended is gone with the same transaction (E19), not with the next sign. */
export async function othersAt(tx: Tx, row: Placed, actor: Actor, now: Date): Promise<{ name: string; since: Date }[]> {
  const { rows } = await sql<{ name: string; since: Date }>`
    select a.display_name as name, min(p.since) as since from application_presence p join account a on a.id = p.account_id and a.state = 'active'
    where p.application_id = ${row.id} and p.account_id <> ${actor.accountId} and p.seen_at >= ${goneBefore(now)} and p.desk_id = any(${desksKnownTo(actor, row)}::uuid[])
      and exists (select from mandate m where m.account_id = p.account_id and m.scope_id = p.desk_id and upper_inf(m.during))
    group by a.id order by 2, a.id limit 5`.execute(tx)
  return rows
}

export const dropPresenceBefore = (tx: Tx, before: Date): Promise<unknown> => tx.deleteFrom('application_presence').where('seen_at', '<', before).execute()
