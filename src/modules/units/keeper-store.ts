import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { UnitStatus } from './unit.ts'

export interface KeptUnit {
  unitId: string
  name: string
  status: UnitStatus
  /** Since when this account is no longer the unit's, another one having become it (E12); null while it is, or if none followed. */
  handedOverAt: Date | null
  /** Display name of who keeps the unit now. */
  keeper: string | null
}

/** The unit whose account this one is or was last, from the mandates alone: also where no registration of ours led to it. */
export async function keptUnitOf(db: Db, accountId: string): Promise<KeptUnit | null> {
  const { rows } = await sql<{ id: string; name: string; status: UnitStatus; ended: Date | null; is_followed: boolean; keeper: string | null }>`
    select u.id, u.name, u.status, upper(m.during) as ended,
      exists (select from mandate n where n.post = m.post and n.scope_id = m.scope_id and n.account_id <> m.account_id and lower(n.during) >= upper(m.during)) as is_followed,
      (select a.display_name from mandate n join account a on a.id = n.account_id
        where n.post = m.post and n.scope_id = m.scope_id and upper_inf(n.during)) as keeper
    from mandate m join unit u on u.id = m.scope_id
    where m.account_id = ${accountId} and m.post = 'unit_account'
    order by lower(m.during) desc nulls last, m.id desc limit 1`.execute(db)
  const [row] = rows
  return row ? { unitId: row.id, name: row.name, status: row.status, handedOverAt: row.is_followed ? row.ended : null, keeper: row.keeper } : null
}
