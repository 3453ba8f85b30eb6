import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Db } from '../../../platform/db/database.ts'

/** D7, E60: somebody opened it, for the desk that he acts for; the leader sees who and when. A draft that is deleted meanwhile has no looks. */
export const lookedAt = (db: Db, id: string, actor: Actor, at: Date): Promise<unknown> => sql`
  insert into application_look as l (application_id, account_id, desk_id, name, first_at, last_at)
  select a.id, ${actor.accountId}, ${actor.mandate?.scopeId ?? actor.accountId}, ${actor.displayName}, ${at}, ${at} from application a where a.id = ${id} for key share
  on conflict on constraint application_look_pkey do update set last_at = excluded.last_at, name = excluded.name where l.last_at < excluded.last_at`.execute(db)

export interface Look {
  name: string
  desk: string
  firstAt: Date
  lastAt: Date
}

/** Who opened it, the last first. */
export async function looksAt(db: Db, id: string): Promise<Look[]> {
  const { rows } = await sql<Look>`
    select l.name, l.first_at as "firstAt", l.last_at as "lastAt",
      coalesce((select u.name from unit u where u.id = l.desk_id), (select s.name from secondary_unit s where s.id = l.desk_id), (select h.name from authority h where h.id = l.desk_id), '') as desk
    from application_look l where l.application_id = ${id} order by l.last_at desc limit 200`.execute(db)
  return rows
}
