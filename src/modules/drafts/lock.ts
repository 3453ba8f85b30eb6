import type { Tx } from '../../platform/db/database.ts'
import { draftLocked, setLock, setLocks, type DraftRow } from './draft-store.ts'
import type { Lock } from './fields.ts'

export interface DraftHeld {
  /** The row as it stands; nobody else writes on the draft until this transaction ends. */
  draft: DraftRow
  lock: Lock
  marks: string[]
}

/** The draft held FOR UPDATE, so that autosaves, files and members wait for what is decided here; null where there is none. */
export async function draftForUpdate(tx: Tx, id: string): Promise<DraftHeld | null> {
  const draft = await draftLocked(tx, id)
  return draft ? { draft, lock: draft.lock as Lock, marks: draft.marks } : null
}

/** E39: while it is under way nothing of it is written. */
export const lockDraft = (tx: Tx, id: string): Promise<void> => setLock(tx, id, 'locked', [])

/** The leader writes again: on everything, or on the fields that a return marked and on nothing else (D18). */
export const unlockDraft = (tx: Tx, id: string, marks: readonly string[] | 'all'): Promise<void> =>
  marks === 'all' || marks.length === 0 ? setLock(tx, id, 'open', []) : setLock(tx, id, 'marked', [...new Set(marks)])

/** The same for the drafts of a batch, each with what was marked in it: one statement, however many there are. */
export const unlockDrafts = (tx: Tx, drafts: readonly { id: string; marks: readonly string[] }[]): Promise<void> =>
  setLocks(tx, drafts.map(({ id, marks }) => ({ id, lock: marks.length > 0 ? 'marked' : 'open', marks: [...new Set(marks)] })))

/** E51: what a return unlocked is locked again. */
export const lockDrafts = (tx: Tx, ids: readonly string[]): Promise<void> => setLocks(tx, ids.map((id) => ({ id, lock: 'locked', marks: [] })))
