import { record, recordAll, type Author } from '../../platform/journal.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'

/** One stream per person: own changes, and what became of the submitted versions, each with the unit it happened in. */
export const room = 'profiles.profile'

/** What may happen; words `profiles.event.<event>`. */
export type ProfileEvent =
  | 'begun' | 'changed' | 'submitted' | 'withdrawn' | 'approved' | 'refused' | 'moved'
  /** To another unit, or out of the unit: its approval is in force no longer (E40). */
  | 'left'

export interface Told {
  personId: string
  /** The profile's version after it. */
  version: number
  event: ProfileEvent
  body?: Record<string, unknown>
  private?: Record<string, unknown> | undefined
}

const entry = (told: Told) => ({
  room, subject: told.personId, seq: told.version, event: told.event, body: told.body ?? {}, ...(told.private && { private: told.private }),
})

export const tell = (tx: Tx, tools: Tools, by: Author, told: Told): Promise<void> => record(tx, tools.keyring, by, entry(told))

/** Of very many people at once, each of whom stands there once. */
export const tellAll = (tx: Tx, tools: Tools, by: Author, told: readonly Told[]): Promise<void> => recordAll(tx, tools.keyring, by, told.map(entry))
