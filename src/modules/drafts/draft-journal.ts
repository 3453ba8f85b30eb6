import type { Tx } from '../../platform/db/database.ts'
import { record, type Author } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { nextVersion } from './draft-store.ts'

export const room = 'drafts'

/** What happens to members and files of a draft. Autosaves are no events; locks stand in the journal of the application. */
export type DraftEvent =
  | 'member_invited' | 'member_changed' | 'member_removed' | 'members_ordered' | 'member_confirmed' | 'member_declined' | 'member_left'
  | 'file_attached' | 'file_removed' | 'file_clean' | 'file_refused' | 'copied'

/** Counts the draft's version on and writes the event under it; the caller holds the draft's row. */
export async function happen(
  tx: Tx, tools: Tools, by: Author, draftId: string, event: DraftEvent, body: Record<string, unknown>, personal?: Record<string, unknown>,
): Promise<number> {
  const at = tools.clock.now()
  const version = await nextVersion(tx, draftId, at)
  await record(tx, tools.keyring, by, { room, subject: draftId, seq: version, event, body: { ...body, at: at.toISOString() }, ...(personal && { private: personal }) })
  return version
}
