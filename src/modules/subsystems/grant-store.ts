import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'

export interface Grant {
  id: string
  personId: string
  subsystemId: string
}

interface Row {
  id: string
  person_id: string
  subsystem_id: string
}

const grantIn = (row: Row): Grant => ({ id: row.id, personId: row.person_id, subsystemId: row.subsystem_id })

/**
 * Opens these from now on, given by one unit. The caller holds the persons locked; a grant that holds already is left
 * as it is. A time never runs backwards within one pair, whatever the clocks of two servers say.
 */
export async function openGrants(tx: Tx, grants: readonly Grant[], given: { unitId: string; by: string; at: Date }): Promise<Grant[]> {
  if (grants.length === 0) return []
  const { rows } = await sql<Row>`
    insert into subsystem_grant (id, person_id, subsystem_id, unit_id, during, granted_by)
    select g.id, g.person_id, g.subsystem_id, ${given.unitId}, tstzrange(greatest(${given.at}::timestamptz, (
      select max(upper(o.during)) from subsystem_grant o where o.person_id = g.person_id and o.subsystem_id = g.subsystem_id)), null), ${given.by}
    from unnest(${grants.map((g) => g.id)}::uuid[], ${grants.map((g) => g.personId)}::uuid[], ${grants.map((g) => g.subsystemId)}::uuid[])
      as g (id, person_id, subsystem_id)
    where not exists (select from subsystem_grant o where o.person_id = g.person_id and o.subsystem_id = g.subsystem_id and upper_inf(o.during))
    returning id, person_id, subsystem_id`.execute(tx)
  return rows.map(grantIn)
}

/** Ends these of one person now; `subsystemIds` null: all of them. Gives those that were in force. */
export async function endGrants(tx: Tx, personId: string, subsystemIds: readonly string[] | null, ended: { by: string | null; at: Date }): Promise<Grant[]> {
  const { rows } = await sql<Row>`
    update subsystem_grant
    set during = tstzrange(lower(during), greatest(${ended.at}::timestamptz, lower(during) + interval '1 microsecond')), ended_by = ${ended.by}
    where person_id = ${personId} and upper_inf(during) and (${subsystemIds === null} or subsystem_id = any(${[...(subsystemIds ?? [])]}::uuid[]))
    returning id, person_id, subsystem_id`.execute(tx)
  return rows.map(grantIn)
}

/** The same for all people of a unit that is no more. */
export async function endGrantsOfUnit(tx: Tx, unitId: string, at: Date): Promise<Grant[]> {
  const { rows } = await sql<Row>`
    update subsystem_grant set during = tstzrange(lower(during), greatest(${at}::timestamptz, lower(during) + interval '1 microsecond'))
    where unit_id = ${unitId} and upper_inf(during) returning id, person_id, subsystem_id`.execute(tx)
  return rows.map(grantIn)
}

/** What holds for one person: by which account, since when. */
export async function presentGrants(db: Db, personId: string, unitId: string): Promise<{ subsystemId: string; since: Date; by: string | null }[]> {
  const { rows } = await sql<{ subsystem_id: string; since: Date; by: string | null }>`
    select g.subsystem_id, lower(g.during) as since, a.display_name as by
    from subsystem_grant g left join account a on a.id = g.granted_by
    where g.person_id = ${personId} and g.unit_id = ${unitId} and upper_inf(g.during)`.execute(db)
  return rows.map((row) => ({ subsystemId: row.subsystem_id, since: row.since, by: row.by }))
}

/** The rows of a batch that are people of this unit, locked in the order of their ids (I10). */
export async function lockPeople(tx: Tx, unitId: string, ids: readonly string[]): Promise<Map<string, { version: number; accountId: string }>> {
  const { rows } = await sql<{ id: string; version: number; account_id: string }>`
    select id, version, account_id from person where unit_id = ${unitId} and id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx)
  return new Map(rows.map((row) => [row.id, { version: row.version, accountId: row.account_id }]))
}

/** The row of the person that acts, locked: what opens and ends grants waits. */
export async function lockOwn(tx: Tx, accountId: string): Promise<{ id: string; unitId: string | null; userName: string; name: string } | null> {
  const { rows: [row] } = await sql<{ id: string; unit_id: string | null; user_name: string; name: string }>`
    select id, unit_id, user_name, name from person where account_id = ${accountId} for update`.execute(tx)
  return row ? { id: row.id, unitId: row.unit_id, userName: row.user_name, name: row.name } : null
}
