import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ReviewState } from './state.ts'

export interface ProfileGate {
  /** Everything that must be told is told, and was submitted at least once. */
  isComplete: boolean
  /** A version is approved and in force (D4). */
  isApproved: boolean
  /** Of the last version submitted; null where there is none. */
  state: ReviewState | null
  /** When that version was submitted: a call may count who handed it in in time (E14). */
  handedInAt: Date | null
}

/**
 * S2-62: whether somebody's personal information lets him act: complete at all (who manages a secondary unit, E25), and
 * approved (who submits an application, D4). For an account without a person, the unit account itself, there is nothing to
 * fill in: null.
 */
export async function profileGate(db: Db, accountId: string): Promise<ProfileGate | null> {
  const { rows: [row] } = await sql<{ is_told: boolean; is_approved: boolean; state: ReviewState | null; handed_in_at: Date | null }>`
    select coalesce(f.sex is not null and f.nationality is not null and f.birth_date is not null, false) as is_told,
      coalesce(f.approved_version is not null, false) as is_approved,
      (select coalesce(d.outcome, 'pending') from profile_revision r left join profile_decision d using (person_id, version)
        where r.person_id = p.id order by r.version desc limit 1) as state,
      (select r.submitted_at from profile_revision r where r.person_id = p.id order by r.version desc limit 1) as handed_in_at
    from person p left join profile f on f.person_id = p.id where p.account_id = ${accountId}`.execute(db)
  if (!row) return null
  const isComplete = row.is_told && (row.is_approved || row.state === 'pending' || row.state === 'refused')
  return { isComplete, isApproved: row.is_approved, state: row.state, handedInAt: row.handed_in_at }
}
