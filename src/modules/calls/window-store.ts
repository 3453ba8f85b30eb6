import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Level } from './document.ts'
import type { WindowRow } from './windows.ts'

const columns = [
  sql<Level>`level`.as('level'), 'nth', 'opens_at as opensAt', 'closes_at as closesAt', 'begun_before as begunBefore', 'reason', 'moved_at as movedAt',
] as const

const rows = (db: Db, ids: readonly string[]) =>
  db.selectFrom('call_window').select(['call_id as callId', ...columns]).where('call_id', '=', sql<string>`any(${ids})`)
    .orderBy('call_id').orderBy('level').orderBy('nth').execute()

const asRow = ({ callId: _, ...row }: Awaited<ReturnType<typeof rows>>[number]): WindowRow => row

/** Every window of a call that holds or held. */
export const windowsOf = async (db: Db, callId: string): Promise<WindowRow[]> => (await rows(db, [callId])).map(asRow)

export async function windowsOfMany(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, WindowRow[]>> {
  if (ids.length === 0) return new Map()
  const found = Map.groupBy(await rows(db, ids), (row) => row.callId)
  return new Map([...found].map(([id, own]) => [id, own.map(asRow)]))
}

/** Windows are only ever added: two who move at once meet at the key. */
export const addWindows = (tx: Tx, callId: string, added: readonly WindowRow[], movedBy: string | null): Promise<unknown> =>
  tx.insertInto('call_window').values(added.map((row) => ({
    call_id: callId, level: row.level, nth: row.nth, opens_at: row.opensAt, closes_at: row.closesAt, begun_before: row.begunBefore,
    reason: row.reason, moved_by: movedBy, moved_at: row.movedAt,
  }))).execute()

/** Who moved which window: `level.nth` -> display name. */
export async function namesOfMovers(db: Db, callId: string): Promise<ReadonlyMap<string, string>> {
  const found = await db.selectFrom('call_window as w').innerJoin('account as a', 'a.id', 'w.moved_by')
    .select(['w.level', 'w.nth', 'a.display_name as name']).where('w.call_id', '=', callId).execute()
  return new Map(found.map(({ level, nth, name }) => [`${level}.${nth}`, name]))
}
