import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import type { FactRow } from './facts.ts'
import type { Leader } from './leaders.ts'
import { routeOf, type Route } from '../route.ts'
import type { NamedRoute } from '../show.ts'

/** Units, secondary units and authorities by their ids. */
export async function deskNames(db: Db, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from unit where id = any(${wanted}::uuid[]) union all select id, name from secondary_unit where id = any(${wanted}::uuid[])
    union all select id, name from authority where id = any(${wanted}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The way of an application: its snapshot, or, before it is handed in, the way that it would go now. */
export async function namedRoute(db: Db, row: FactRow, chain: { department: boolean; authority: boolean }, leader: Leader | null): Promise<NamedRoute> {
  const isSnapshot = row.bureau_desk !== null && row.desk_id !== null
  const places = !isSnapshot && leader?.unit && leader.bureauId ? { unitId: row.unit_id, department: leader.department, authorityId: leader.unit.authorityId, bureauId: leader.bureauId } : null
  const route: Partial<Route> = places ? routeOf({ chain }, places)
    : { department: row.department_desk, authority: row.authority_desk, ...(row.bureau_desk && { bureau: row.bureau_desk }) }
  const names = await deskNames(db, [route.department ?? null, route.authority ?? null, route.bureau ?? null])
  const named = (id: string | null | undefined) => (id ? { id, name: names.get(id) ?? '' } : null)
  return { department: named(route.department), unit: { id: row.unit_id, name: row.unit_name }, authority: named(route.authority), bureau: named(route.bureau) }
}
