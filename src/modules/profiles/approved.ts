import type { Db } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { Plain } from './fields.ts'
import type { Revision } from './profile.ts'
import { profileOf, revisionOf } from './profile-store.ts'

/** A version of the reviewed fields that a unit approved, and what is in force beside it without review. */
export interface ApprovedProfile extends Revision {
  approvedAt: Date
  plain: Plain
}

/**
 * What is approved of somebody now: it stays in force while a change waits for review (1.4.4), so that an application uses
 * it meanwhile (D4). null where nothing is: never approved, or he has left the unit that did. Names of unit and secondary
 * unit are those of the time of submission.
 */
export async function approvedProfile(db: Db, keyring: Keyring, personId: string): Promise<ApprovedProfile | null> {
  const p = await profileOf(db, keyring, personId)
  const revision = p && (await revisionOf(db, keyring, personId, p.approvedVersion))
  return p?.approvedAt && revision ? { ...revision, approvedAt: p.approvedAt, plain: p.plain } : null
}
