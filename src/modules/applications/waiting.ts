import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { DeskLevel } from './state.ts'

/** What waits at a desk, by call. */
export interface WaitingHere {
  callId: string
  callCode: string
  title: string
  level: DeskLevel
  n: number
  /** Since when the one that lies there longest. */
  since: Date
  /** The nearest end of a correction window among them; null where none is in one. The level's own window: `windowsOf` of calls. */
  correctUntil: Date | null
  /** How many of them came straight back after a return (D5). */
  fast: number
}

/** For the to-do list of a mandate: its scope is the desk (secondary unit, unit, authority or bureau). */
export async function waitingAt(db: Db, scopeId: string): Promise<WaitingHere[]> {
  const { rows } = await sql<WaitingHere>`
    select a.call_id as "callId", c.code as "callCode", c.title, a.state as level, count(*)::int as n, min(a.arrived_at) as since, min(a.correct_until) as "correctUntil",
      (count(*) filter (where a.is_fast))::int as fast
    from application a join call c on c.id = a.call_id where a.desk_id = ${scopeId} group by a.call_id, c.code, c.title, a.state order by min(a.arrived_at)`.execute(db)
  return rows
}
