import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import { belongsTo } from '../../profiles/index.ts'
import type { Places } from '../route.ts'

/** A leader as the platform knows him now: his unit, his department there, the desks above it. */
export interface Leader {
  personId: string
  name: string
  isDisabled: boolean
  unit: { id: string; name: string; isActive: boolean; authorityId: string } | null
  department: { id: string; name: string; isActive: boolean; isManagedByLeader: boolean } | null
  bureauId: string | null
  /** When the version of his information that waits, or was approved last, was handed in first (E14). */
  handedInAt: Date | null
}

interface Row {
  id: string
  name: string
  state: string
  unit_id: string | null
  unit_name: string | null
  unit_status: string | null
  authority_id: string | null
  department: { id: string; name: string; isActive: boolean; isManagedByLeader: boolean } | null
  bureau_id: string | null
  handed_in_at: Date | null
}

const department = sql`(
  select jsonb_build_object('id', s.id, 'name', s.name, 'isActive', s.active,
    'isManagedByLeader', exists (select from role_grant g where g.secondary_unit_id = s.id and g.kind = 'secondary_unit_manager' and upper_inf(g.during)
      and (g.account_id = p.account_id or (g.account_id is null and g.document_blind = p.document_blind))))
  from secondary_unit s where s.id = ${belongsTo})`

/** Of an account, within the unit that he belongs to now. null for an account without a person. */
export async function leaderOf(db: Db, accountId: string): Promise<Leader | null> {
  const { rows: [row] } = await sql<Row>`
    select p.id, p.name, p.state, u.id as unit_id, u.name as unit_name, u.status as unit_status, u.authority_id, ${department} as department,
      (select h.id from authority h where h.kind = 'bureau') as bureau_id,
      (select min(r.submitted_at) from profile_revision r where r.person_id = p.id
        and r.version > coalesce((select max(d.version) from profile_decision d where d.person_id = p.id and d.outcome <> 'approved'), 0)) as handed_in_at
    from person p left join unit u on u.id = p.unit_id where p.account_id = ${accountId}`.execute(db)
  if (!row) return null
  return {
    personId: row.id, name: row.name, isDisabled: row.state === 'disabled', department: row.department, bureauId: row.bureau_id, handedInAt: row.handed_in_at,
    unit: row.unit_id && row.unit_name !== null && row.authority_id ? { id: row.unit_id, name: row.unit_name, isActive: row.unit_status === 'active', authorityId: row.authority_id } : null,
  }
}

export function placesOf({ unit, department: own, bureauId }: Leader): Places | null {
  if (!unit || !bureauId) return null
  return { unitId: unit.id, department: own, authorityId: unit.authorityId, bureauId }
}

/** Drafts of an account that were never submitted. */
export async function draftsOf(db: Db, accountId: string): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`select count(*)::int as n from application where account_id = ${accountId} and state = 'draft'`.execute(db)
  return row?.n ?? 0
}

/**
 * E28, E04: unit and department stay in force until this transaction ends; false for what is not in force any more. Closing them waits, and
 * then finds what lies there.
 */
export async function placesForShare(db: Db, unitId: string, departmentId: string | null): Promise<{ unit: boolean; department: boolean }> {
  const { rows: [row] } = await sql<{ unit: boolean; department: boolean }>`
    with u as materialized (select status from unit where id = ${unitId} for share), d as materialized (select active from secondary_unit where id = ${departmentId} for share)
    select coalesce((select u.status = 'active' from u), false) as unit, coalesce((select d.active from d), false) as department`.execute(db)
  return row ?? { unit: false, department: false }
}

/** Names of authority desks, by id. */
export async function authorityNames(db: Db, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('authority').select(['id', 'name']).where('id', '=', sql<string>`any(${ids.filter((id) => id !== null)}::uuid[])`).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
