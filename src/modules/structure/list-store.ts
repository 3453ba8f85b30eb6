import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { keysetPage, type KeysetPage, type PageAsk } from '../../platform/db/keyset.ts'

export interface ArchivedUnit {
  id: string
  name: string
  created_at: Date
  archived_at: Date
}

/** Those that were removed, the latest first. */
export const archivedSecondaryUnits = (db: Db, unitId: string, ask: PageAsk): Promise<KeysetPage<ArchivedUnit>> =>
  keysetPage<ArchivedUnit>(db, {
    select: sql`s.id, s.name, s.created_at, s.archived_at`, from: sql`secondary_unit s`,
    where: [sql`s.unit_id = ${unitId}`, sql`not s.active`], keys: [{ kind: 'time', of: sql`s.archived_at` }, { kind: 'uuid', of: sql`s.id` }], descending: true,
  }, ask)

export async function countArchived(db: Db, unitId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from secondary_unit where unit_id = ${unitId} and not active limit 10000) as s`.execute(db)
  return rows[0]?.n ?? 0
}

/** When the last manager of each secondary unit ended; absent where there never was one (E36). */
export async function vacantSince(db: Db, unitId: string): Promise<Map<string, Date>> {
  const { rows } = await sql<{ id: string; ended_at: Date }>`
    select secondary_unit_id as id, max(ended_at) as ended_at from role_grant
    where unit_id = ${unitId} and kind = 'secondary_unit_manager' and ended_at is not null group by secondary_unit_id`.execute(db)
  return new Map(rows.map((row) => [row.id, row.ended_at]))
}

export interface OwnPost {
  id: string
  kind: 'authorised_person' | 'secondary_unit_manager'
  unit: string
  secondary_unit: string | null
  granted_at: Date
  activated_at: Date | null
  ended_at: Date | null
  end_reason: string | null
}

/** Posts that an account holds, or held until lately. */
export async function postsOfAccount(db: Db, accountId: string, endedAfter: Date): Promise<OwnPost[]> {
  const { rows } = await sql<OwnPost>`
    select g.id, g.kind, u.name as unit, s.name as secondary_unit, g.granted_at, g.activated_at, g.ended_at, g.end_reason
    from role_grant g join unit u on u.id = g.unit_id left join secondary_unit s on s.id = g.secondary_unit_id
    where g.account_id = ${accountId} and (g.ended_at is null or g.ended_at > ${endedAfter}) order by g.granted_at desc, g.id desc limit 200`.execute(db)
  return rows
}

/** Posts of a unit that wait for their person, by kind. */
export async function unansweredGrants(db: Db, unitId: string): Promise<{ kind: OwnPost['kind']; n: number; since: Date }[]> {
  const { rows } = await sql<{ kind: OwnPost['kind']; n: number; since: Date }>`
    select kind, count(*)::int as n, min(granted_at) as since from role_grant where unit_id = ${unitId} and upper_inf(during) and account_id is null group by kind order by kind`.execute(db)
  return rows
}
