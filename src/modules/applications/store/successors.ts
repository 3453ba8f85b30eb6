import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'

/** Somebody of the unit who may sign in and is not the leader. */
export interface Successor {
  personId: string
  accountId: string
  name: string
}

const ofUnit = (unitId: string, leaderId: string) =>
  sql`from person p join account h on h.id = p.account_id where p.unit_id = ${unitId} and p.id <> ${leaderId} and p.state = 'enabled' and h.state = 'active'`

/** His row is held: he leaves the unit, or is disabled, before or after this transaction. */
export async function successorForShare(tx: Tx, of: { unitId: string; leaderId: string; personId: string }): Promise<Successor | null> {
  const { rows: [row] } = await sql<Successor>`
    select p.id as "personId", p.account_id as "accountId", p.name ${ofUnit(of.unitId, of.leaderId)} and p.id = ${of.personId} for share of p`.execute(tx)
  return row ?? null
}

export interface Candidate {
  personId: string
  name: string
  userName: string
  secondaryUnit: string | null
  isMember: boolean
  isApproved: boolean
}

/** People of the unit whose name has this in it; those who take part in the project first. */
export async function candidatesFor(db: Db, of: { id: string; unitId: string; leaderId: string }, name: string, most: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select p.id as "personId", p.name, h.user_name as "userName",
      (select s.name from profile_review r join secondary_unit s on s.id = r.secondary_unit_id where r.person_id = p.id and r.unit_id = p.unit_id and r.state <> 'left') as "secondaryUnit",
      exists (select from draft_member m where m.draft_id = ${of.id} and m.person_id = p.id and m.state = 'confirmed') as "isMember",
      exists (select from profile f where f.person_id = p.id and f.approved_version is not null) as "isApproved"
    ${ofUnit(of.unitId, of.leaderId)} and position(lower(${name}) in lower(p.name)) > 0
    order by "isMember" desc, "isApproved" desc, p.name, p.id limit ${most}`.execute(db)
  return rows
}
