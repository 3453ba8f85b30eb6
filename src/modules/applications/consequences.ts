import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { Consequence, Room } from '../../platform/room.ts'
import { unlockDrafts } from '../drafts/index.ts'
import { tellAll } from './application-journal.ts'
import { changesOf, type Bodies } from './evolve.ts'
import { evolvedOf } from './evolved.ts'
import { factColumns, lockApplications, type FactRow } from './store/facts.ts'
import { followLeader } from './follow/follow.ts'
import { releaseLimits } from './store/limits.ts'
import { tellLeaders, tellUnit } from './notices.ts'
import { releaseQuota } from './store/quota.ts'
import { saveChanges } from './store/row.ts'

/** E10: nothing is deleted and nothing moves; the unit hears that the leader of so many applications can go on with none of them. */
const leaderGone = (account: (subject: string) => RawBuilder<unknown>): Consequence => async (tx, { tools }, { subject }) => {
  const { rows } = await sql<{ unit_id: string; id: string; version: number; leader_name: string; n: number }>`
    select a.unit_id, (array_agg(a.id order by a.place desc))[1] as id, (array_agg(a.version order by a.place desc))[1] as version, max(a.leader_name) as leader_name, count(*)::int as n
    from application a where a.account_id = ${account(subject)} and a.state not in ('accepted','not_accepted') group by a.unit_id`.execute(tx)
  for (const row of rows) {
    await tellUnit(tx, tools, { unitId: row.unit_id, id: row.id, version: row.version }, 'applications.notice.leader_gone', { leader: row.leader_name, n: row.n })
  }
}

/** E04: nobody waits at the desk of a unit that is no more. What lies with it or with its departments goes back; what is above it stays. */
const dissolved: Consequence = async (tx, call, { subject: unitId }) => {
  const { tools } = call
  const { rows: lying } = await sql<{ id: string }>`select id from application where unit_id = ${unitId} and state in ('department','unit')`.execute(tx)
  if (lying.length === 0) return
  await lockApplications(tx, lying.map(({ id }) => id))
  const rows = await still(tx, lying.map(({ id }) => id))
  const at = tools.clock.now()
  for (const row of rows) {
    const body = bodyOf(row, at)
    await saveChanges(tx, row.id, row.version + 1, at, changesOf(evolvedOf(row), { event: 'ended', seq: row.version + 1, body }))
  }
  const ids = rows.map(({ id }) => id)
  await releaseLimits(tx, ids)
  await releaseQuota(tx, ids)
  await unlockDrafts(tx, rows.map(({ id }) => ({ id, marks: [] })))
  await tellAll(tx, tools, call, rows.map((row) => ({ id: row.id, version: row.version + 1, event: 'ended', body: { ...bodyOf(row, at) } })))
  await tellLeaders(tx, tools, rows.map((row) => ({ accountId: row.account_id, id: row.id, version: row.version + 1, row })),
    ({ row }) => ({ what: 'ended', params: { number: row.number ?? '', title: row.title, unit: row.unit_name } }))
}

const bodyOf = (row: FactRow, at: Date): Bodies['ended'] => ({ at: at.toISOString(), revision: row.revision, desk: row.desk_name ?? '' })

async function still(tx: Tx, ids: readonly string[]): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`select ${factColumns} from application a where a.id = any(${[...ids]}::uuid[]) and a.state in ('department','unit') order by a.id`.execute(tx)
  return rows
}

const ofPerson = (id: string) => sql`(select p.account_id from person p where p.id = ${id})`

export const consequences: Room['consequences'] = {
  'people.left': leaderGone(ofPerson), 'people.disabled': leaderGone(ofPerson), 'accounts.disabled': leaderGone((id) => sql`${id}`), 'units.dissolved': dissolved,
  'profiles.belongs': followLeader,
}
