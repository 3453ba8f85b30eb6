import type { Tx } from '../../platform/db/database.ts'
import { eventsOf, record, type Author, type PastEvent } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { overtaken, type Refusal } from '../../kernel/refusal.ts'
import { emptyProfile, evolveProfile, personalFields, type Change, type ProfileEvent, type UnitProfile } from './unit-profile.ts'
import { saveProfile } from './unit-profile-store.ts'

export const profileRoom = 'unitProfiles.profile'

const isPersonal = ({ field }: Change) => personalFields.includes(field)

/** Row and journal row together (law 4): P0 values stand in the journal, personal ones sealed beside it. */
export async function happenToProfile(tx: Tx, tools: Tools, by: Author, before: UnitProfile, event: ProfileEvent): Promise<UnitProfile | Refusal> {
  const after = evolveProfile(before, event)
  if (!(await saveProfile(tx, tools.keyring, after))) return overtaken()
  const { event: name, changes, ...facts } = event
  const personal = changes.filter(isPersonal)
  await record(tx, tools.keyring, by, {
    room: profileRoom, subject: after.unitId, seq: after.version, event: name,
    body: { ...facts, changes: changes.filter((change) => !isPersonal(change)) }, ...(personal.length > 0 && { private: { changes: personal } }),
  })
  return after
}

/** The changes of one event, personal ones with them. */
export const changesOf = (past: PastEvent): Change[] =>
  [...((past.body.changes as Change[] | undefined) ?? []), ...((past.private?.changes as Change[] | undefined) ?? [])]

/** The profile as the journal alone tells it: a test compares it with the row. */
export async function replayProfile(tools: Tools, unitId: string): Promise<UnitProfile> {
  let profile = emptyProfile(unitId)
  for (const past of await eventsOf(tools.db, tools.keyring, profileRoom, unitId)) {
    profile = evolveProfile(profile, { ...past.body, changes: changesOf(past), event: past.event } as unknown as ProfileEvent)
  }
  return profile
}
