import { sql } from 'kysely'
import { actsAsUnit } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Consequence, Room } from '../../platform/room.ts'
import type { Call } from '../../platform/serve/call.ts'
import { insertDecisions } from './decide-store.ts'
import { deskNames, tellPeople } from './notices.ts'
import { tellAll } from './profile-journal.ts'
import { nextVersions } from './review-store.ts'

interface Ended {
  id: string
  person_id: string
  account_id: string
  unit_id: string
  desk_id: string
  revision: number
  was_pending: boolean
  was_in_force: boolean
}

type Doer = Pick<Call, 'actor' | 'request' | 'tools'>

/** Which lines end; the people's own rows are held by the deed that says so. */
const linesWhere = async (tx: Tx, condition: ReturnType<typeof sql>): Promise<Ended[]> => {
  await sql`select from profile where person_id in (select r.person_id from profile_review r where ${condition}) order by person_id for update`.execute(tx)
  const { rows } = await sql<Ended>`
    select r.id, r.person_id, p.account_id, r.unit_id, r.desk_id, r.revision, r.state = 'pending' as was_pending,
      exists (select from profile f join profile_revision v on v.person_id = f.person_id and v.version = f.approved_version where f.person_id = r.person_id and v.unit_id = r.unit_id) as was_in_force
    from profile_review r join person p on p.id = r.person_id where ${condition} order by r.id`.execute(tx)
  return rows
}

/**
 * These lines end, whatever their state: what waited is withdrawn, and its person told; what this unit approved is no
 * longer in force (E40). In a number of statements that does not grow with them.
 */
async function end(tx: Tx, call: Doer, lines: readonly Ended[]): Promise<void> {
  if (lines.length === 0) return
  const { tools } = call
  const at = tools.clock.now()
  const [pending, ids] = [lines.filter((one) => one.was_pending), lines.map(({ id }) => id)]
  // The platform withdraws in the name of whoever ended it; a deed of the platform alone is the person's own.
  for (const [by, ended] of Map.groupBy(pending, (one) => call.actor?.accountId ?? one.account_id)) {
    await insertDecisions(tx, tools.keyring, ended.map((one) => ({ id: one.id, personId: one.person_id, unitId: one.unit_id, revision: one.revision, actedFor: null, derived: null })),
      { outcome: 'withdrawn', by, reasonCodes: [], reason: null, at })
  }
  await sql`
    update profile_review set state = 'left', secondary_unit_active = null, updated_at = ${at}, decided_at = coalesce(decided_at, ${at}) where id = any(${ids}::uuid[])`.execute(tx)
  const inForce = lines.filter((one) => one.was_in_force).map((one) => one.person_id)
  await sql`update profile set approved_version = null, approved_at = null, updated_at = ${at} where person_id = any(${inForce}::uuid[])`.execute(tx)
  const versions = await nextVersions(tx, [...new Set(lines.map((one) => one.person_id))])
  const names = await deskNames(tx, lines.flatMap((one) => [one.unit_id, one.desk_id]))
  const told = lines.map((one) => ({ ...one, personId: one.person_id, accountId: one.account_id, version: versions.get(one.person_id) ?? 0 }))
  await tellAll(tx, tools, call, told.map((one) => ({
    personId: one.person_id, version: one.version, event: 'left', body: { reviewId: one.id, unitId: one.unit_id, desk: names.get(one.unit_id) ?? '', ...(one.was_pending && { revision: one.revision }) },
  })))
  await tellPeople(tx, tools, told.filter((one) => one.was_pending), (one) => ({ what: 'ended', params: { unit: names.get(one.unit_id) ?? '' } }))
}

/**
 * E40: somebody left the unit that approved him: its line becomes 已转出, and what it approved is in force no longer. What
 * waits goes with it where that unit ended it, or where he himself chose another one than he asked.
 */
const left: Consequence = async (tx, call, { subject: personId }) => {
  const { actor } = call
  const before = sql`(select v.unit_id from profile f join profile_revision v on v.person_id = f.person_id and v.version = f.approved_version where f.person_id = ${personId})`
  const now = sql`(select unit_id from person where id = ${personId})`
  const lines = await linesWhere(tx, sql`r.person_id = ${personId} and r.state <> 'left' and r.unit_id is distinct from ${now} and (r.unit_id = ${before} or r.state = 'pending')`)
  // One after the other: the journal takes one event of a person at a time.
  for (const one of lines.filter((line) => line.was_in_force || actsAsUnit(actor, line.unit_id) || actor?.accountId === line.account_id)) await end(tx, call, [one])
}

/** Nobody waits at the desk of a unit that is no more (E04): everything it had ends, in whoever's hands it was. */
const dissolved: Consequence = async (tx, call, { subject: unitId }) =>
  end(tx, call, await linesWhere(tx, sql`r.unit_id = ${unitId} and r.state <> 'left'`))

/** S1-58: whoever was found to be called otherwise stands so in the lists; a unit that he has left keeps the name of its time. */
const renamed: Consequence = async (tx, _call, { subject: personId }) =>
  void (await sql`update profile_review r set name = p.name from person p where p.id = r.person_id and p.id = ${personId} and r.state <> 'left'`.execute(tx))

export const consequences: Room['consequences'] = { 'people.left': left, 'people.renamed': renamed, 'units.dissolved': dissolved }
