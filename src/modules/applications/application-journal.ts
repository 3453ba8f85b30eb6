import { record, recordAll, type Author } from '../../platform/journal.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'

/** One stream per application; its last seq is the version of the row (I5). */
export const room = 'applications.application'

/** What may happen; words `applications.event.<event>`. */
export const applicationEvents = [
  'begun', 'submitted', 'withdrawn', 'opened', 'dropped', 'passed', 'returned', 'accepted', 'not_accepted', 'undone', 'rerouted', 'reassigned', 'moved',
  /** The unit was dissolved while it lay there (E04). */
  'ended',
] as const
export type ApplicationEvent = (typeof applicationEvents)[number]

export interface Told {
  id: string
  /** Of the application after it. */
  version: number
  event: ApplicationEvent
  /** Everything that `evolve` needs, and the timeline shows; nothing personal. */
  body: Record<string, unknown>
  private?: Record<string, unknown> | undefined
}

const entry = (told: Told) => ({ room, subject: told.id, seq: told.version, event: told.event, body: told.body, ...(told.private && { private: told.private }) })

export const tell = (tx: Tx, tools: Tools, by: Author, told: Told): Promise<void> => record(tx, tools.keyring, by, entry(told))

/** Of very many applications at once, each of which stands there once. */
export const tellAll = (tx: Tx, tools: Tools, by: Author, told: readonly Told[]): Promise<void> => recordAll(tx, tools.keyring, by, told.map(entry))
