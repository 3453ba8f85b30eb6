import type { Tx } from '../../platform/db/database.ts'
import { eventsOf, record, type Author } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { nextVersion } from './draft-store.ts'
import { evolve, nothingTold, personal, type DraftEvent, type Told } from './evolve.ts'

export const room = 'drafts'

/**
 * What happened to members and files of a draft, under its next version; the caller holds the draft's row. Autosaves are no
 * events, locks stand in the journal of the application.
 */
export async function happen(tx: Tx, tools: Tools, by: Author, draftId: string, event: DraftEvent): Promise<number> {
  const at = tools.clock.now()
  const version = await nextVersion(tx, draftId, at)
  const { event: name, ...facts } = event
  const isPersonal = ([key]: [string, unknown]) => (personal as readonly string[]).includes(key)
  const entries = Object.entries(facts)
  const own = entries.filter(isPersonal)
  await record(tx, tools.keyring, by, {
    room, subject: draftId, seq: version, event: name, body: { ...Object.fromEntries(entries.filter((one) => !isPersonal(one))), at: at.toISOString() },
    ...(own.length > 0 && { private: Object.fromEntries(own) }),
  })
  return version
}

/** Members and files as the journal alone tells them: a test compares them with the rows. */
export async function replayDraft(tools: Pick<Tools, 'db' | 'keyring'>, draftId: string): Promise<Told> {
  const past = await eventsOf(tools.db, tools.keyring, room, draftId)
  return past.reduce((told, e) => evolve(told, { ...e.body, ...e.private, event: e.event } as DraftEvent), nothingTold)
}
