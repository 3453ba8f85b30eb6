import { journalSealed } from './platform/journal.ts'
import { outboxSealed } from './platform/outbox/notify.ts'
import type { ConstraintWord, Room } from './platform/room.ts'
import type { SealedColumn } from './platform/seal/rotate.ts'
import { accounts } from './modules/accounts/room.ts'
import { authorities } from './modules/authorities/room.ts'
import { help } from './modules/help/room.ts'
import { inbox } from './modules/inbox/room.ts'
import { legacy } from './modules/legacy/room.ts'
import { lists } from './modules/lists/room.ts'
import { people } from './modules/people/room.ts'
import { portal } from './modules/portal/room.ts'
import { recovery } from './modules/recovery/room.ts'
import { projects } from './modules/projects/room.ts'
import { calls } from './modules/calls/room.ts'
import { drafts } from './modules/drafts/room.ts'
import { applications } from './modules/applications/room.ts'
import { prints } from './modules/prints/room.ts'
import { desk } from './modules/desk/room.ts'
import { settings } from './modules/settings/room.ts'
import { subsystems } from './modules/subsystems/room.ts'
import { unitProfiles } from './modules/unit-profiles/room.ts'
import { profiles } from './modules/profiles/room.ts'
import { structure } from './modules/structure/room.ts'
import { city } from './modules/city/room.ts'
import { myData } from './modules/my-data/room.ts'
import { units } from './modules/units/room.ts'

/** The corridor: a room may call the rooms before it, never those after it. */
export const rooms: readonly Room[] = [settings, lists, accounts, authorities, portal, units, unitProfiles, help, people, subsystems, recovery, legacy, profiles, structure, city, myData, calls, projects, drafts, applications, prints, desk, inbox]

/** What each constraint says to a user; two rooms never name the same one. */
export function constraintWordsOf(all: readonly Room[]): Readonly<Record<string, ConstraintWord>> {
  const words: Record<string, ConstraintWord> = {
    // Two deeds met on one version of one row: the journal's key lets one through.
    one_event_per_step: { code: 'overtaken', status: 409 },
  }
  for (const room of all) {
    for (const [constraint, word] of Object.entries(room.constraints ?? {})) {
      if (words[constraint]) throw new Error(`${constraint} has words in two rooms`)
      words[constraint] = word
    }
  }
  return words
}

/** Every column whose values are ciphertext. */
export const sealedColumns: readonly SealedColumn[] = [...journalSealed, ...outboxSealed, ...rooms.flatMap((room) => room.sealed ?? [])]
