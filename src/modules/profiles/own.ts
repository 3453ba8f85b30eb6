import type { Actor } from '../../kernel/actor.ts'
import { unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import { personOfAccount } from '../people/index.ts'
import type { Document, Plain } from './fields.ts'
import { nothingYet, type Profile, type Revision } from './profile.ts'
import { profileForUpdate, profileOf, revisionOf } from './profile-store.ts'
import { deskNames } from './notices.ts'
import { movesSince, secondaryUnitNamed } from './mine-store.ts'
import { linesOf, type Line } from './review-store.ts'

export type Person = NonNullable<Awaited<ReturnType<typeof personOfAccount>>>

/** Somebody's own personal information as a deed or a page finds it. */
export interface Own {
  person: Person
  /** null before the first save. */
  profile: Profile | null
  plain: Plain
  /** With the secondary unit that its unit has moved him to since (E32). */
  approved: Revision | null
  /** The document that the platform holds: approved, or vouched for or proven beside it, or given at the registration. */
  document: Document | null
  lines: Line[]
  waiting: (Line & { deskName: string }) | null
}

/** The person that the actor is; `unseen` for an account without one. With `lock` the profile is held for the deed. */
export async function ownOf(db: Db, call: Pick<Call<unknown, Actor>, 'actor' | 'tools'>, { lock }: { lock: boolean }): Promise<Own | Refusal> {
  const { keyring } = call.tools
  const person = await personOfAccount(db, keyring, call.actor.accountId)
  if (!person) return unseen()
  const profile = lock ? await profileForUpdate(db, keyring, person.id) : await profileOf(db, keyring, person.id)
  const submitted = profile && (await revisionOf(db, keyring, person.id, profile.approvedVersion))
  const lines = profile ? await linesOf(db, person.id) : []
  const approved = submitted && { ...submitted, secondaryUnitId: await secondaryUnitNow(db, submitted, lines) }
  const pending = lines.find(({ state }) => state === 'pending')
  const names = await deskNames(db, pending ? [pending.deskId] : [])
  return {
    person, profile, plain: profile?.plain ?? nothingYet, approved, document: approved?.document ?? person.document, lines,
    waiting: pending ? { ...pending, deskName: names.get(pending.deskId) ?? '' } : null,
  }
}

/**
 * Where an approved version stands now (E32). While another version is shown in its line, and after that one was refused, what
 * the unit moved since then is followed in the journal; null where that secondary unit is in force no longer.
 */
async function secondaryUnitNow(db: Db, approved: Revision, lines: readonly Line[]): Promise<string | null> {
  const line = lines.find(({ unitId }) => unitId === approved.unitId)
  if (line?.state === 'approved') return line.secondaryUnitId
  let id = approved.secondaryUnitId
  for (const { from, to } of await movesSince(db, approved)) if (from === id) id = to
  return (await secondaryUnitNamed(db, id))?.active ? id : null
}
