import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ApplicationState } from '../applications/state.ts'
import type { Bilingual } from '../calls/form/definition.ts'

/** What strangers hear of a submitted version: its number, when it came, in which call, of which unit. Neither title nor leader. */
export interface Verified {
  number: string
  revision: number
  isLatest: boolean
  state: ApplicationState
  receivedAt: Date
  unitName: string
  callCode: string
  callVersion: number
  callTitle: Bilingual
}

/** Versions with this content: as a rule one; the same content handed in twice is found twice, the last first. */
export async function versionsOfHash(db: Db, hash: string): Promise<Verified[]> {
  const { rows } = await sql<Verified>`
    select a.number, v.revision, v.revision = a.revision as "isLatest", a.state, v.received_at as "receivedAt", a.unit_name as "unitName", c.code as "callCode", v.call_version as "callVersion",
      d.document -> 'title' as "callTitle"
    from application_version v join application a on a.id = v.application_id join call c on c.id = v.call_id join call_version d on d.call_id = v.call_id and d.version = v.call_version
    where v.hash = ${hash} order by v.received_at desc limit 10`.execute(db)
  return rows
}
