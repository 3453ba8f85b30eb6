import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import { belongingsOf } from './belonging-store.ts'
import { tellBelongs } from './belongs.ts'
import { deskNames, tellMoved } from './notices.ts'
import { tellAll } from './profile-journal.ts'
import { lockPeople, nextVersions } from './review-store.ts'
import { deskFor } from './routing.ts'

/** Where a line of the review list goes: `secondaryUnitId` null is 直属, `deskId` the unit or that secondary unit. */
export interface ReviewMove {
  reviewId: string
  secondaryUnitId: string | null
  deskId: string
}

interface Moved {
  id: string
  person_id: string
  account_id: string
  unit_id: string
  state: string
  desk_id: string
  to_desk: string
  secondary_unit_id: string | null
  to_secondary_unit: string | null
}

/**
 * E31, E32: lines of the review list of one unit follow its structure: which secondary unit the person belongs to, and who
 * decides. State, place, age and history stay; whoever waits is told who has it now. In a number of statements that does
 * not grow with the moves, but with the people among them who write an application in the secondary unit that they leave
 * (`tellBelongs`); locks the people in the order of their ids (I10). `changeId` of `structure_change` stands in the
 * journal of each. A line that has left the unit meanwhile, or stands there already, stays as it is.
 */
export async function moveReviews(
  tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, moves: readonly ReviewMove[], why: { changeId: string },
): Promise<void> {
  if (moves.length === 0) return
  const { tools } = call
  await lockPeople(tx, moves.map(({ reviewId }) => reviewId))
  const wanted = JSON.stringify(moves.map((m) => ({ id: m.reviewId, to_desk: m.deskId, to_secondary_unit: m.secondaryUnitId })))
  const { rows: moved } = await sql<Moved>`
    with wanted as (select * from jsonb_to_recordset(${wanted}::jsonb) as w (id uuid, to_desk uuid, to_secondary_unit uuid)),
    moving as (
      select r.id, r.person_id, r.unit_id, r.state, r.desk_id, r.secondary_unit_id, w.to_desk, w.to_secondary_unit from profile_review r join wanted w using (id)
      where r.state <> 'left' and (r.desk_id <> w.to_desk or r.secondary_unit_id is distinct from w.to_secondary_unit)),
    done as (
      update profile_review r set desk_id = m.to_desk, secondary_unit_id = m.to_secondary_unit,
        secondary_unit_active = case when m.to_secondary_unit is not null then true end
      from moving m where r.id = m.id returning r.id)
    select m.*, p.account_id from moving m join done using (id) join person p on p.id = m.person_id`.execute(tx)
  const [versions, names] = [await nextVersions(tx, moved.map((m) => m.person_id)), await deskNames(tx, moved.map((m) => m.to_desk))]
  await tellAll(tx, tools, call, moved.map((m) => ({
    personId: m.person_id, version: versions.get(m.person_id) ?? 0, event: 'moved',
    body: {
      reviewId: m.id, unitId: m.unit_id, fromDesk: m.desk_id, deskId: m.to_desk, desk: names.get(m.to_desk) ?? '', fromSecondaryUnit: m.secondary_unit_id, secondaryUnitId: m.to_secondary_unit,
      changeId: why.changeId,
    },
  })))
  await tellBelongs(tx, call, moved.filter((m) => m.secondary_unit_id !== m.to_secondary_unit).map((m) => m.person_id))
  await tellMoved(tx, tools, moved.filter((m) => m.state === 'pending' && m.desk_id !== m.to_desk)
    .map((m) => ({ accountId: m.account_id, personId: m.person_id, version: versions.get(m.person_id) ?? 0, deskId: m.to_desk })))
}

/**
 * E38: which lines of these people, decided or not, stand at a desk where they would find themselves, or should not be judged,
 * as the structure is now; each with where it goes. For a deed that makes somebody a manager or the authorised person.
 */
export async function rerouteOf(db: Db, of: { unitId: string; personIds: readonly string[] }): Promise<ReviewMove[]> {
  const lines = await belongingsOf(db, of.unitId, of.personIds)
  return lines.flatMap(({ reviewId, deskId, ...belonging }) => {
    const to = deskFor(belonging)
    return to === deskId || to !== of.unitId ? [] : [{ reviewId, secondaryUnitId: belonging.secondaryUnit?.id ?? null, deskId: to }]
  })
}
