import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keyring } from '../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../platform/seal/rotate.ts'

const context = 'profile_note.reason'
export const noteSealed: readonly SealedColumn[] = [{ table: 'profile_note', key: 'review_id', column: 'reason', context }]

/** A half-written 驳回原因 (E19). */
export interface Note {
  accountId: string
  by: string
  at: Date
  reasonCodes: string[]
  reason: string
}

/** What was begun about this version, the latest first. */
export async function notesOn(db: Db, keyring: Keyring, reviewId: string, revision: number): Promise<Note[]> {
  const rows = await db
    .selectFrom('profile_note as n').innerJoin('account as a', 'a.id', 'n.account_id')
    .select(['n.account_id', 'a.display_name', 'n.written_at', 'n.reason_codes', 'n.reason'])
    .where('n.review_id', '=', reviewId).where('n.revision', '=', revision).orderBy('n.written_at', 'desc').execute()
  return rows.map((row) => ({
    accountId: row.account_id, by: row.display_name, at: row.written_at, reasonCodes: row.reason_codes, reason: keyring.open(row.reason, context),
  }))
}

/** Each writes in a row of his own: nobody's text is overwritten by another's. */
export async function keepNote(tx: Tx, keyring: Keyring, note: { reviewId: string; accountId: string; revision: number; reasonCodes: readonly string[]; reason: string; at: Date }): Promise<void> {
  const values = { revision: note.revision, reason_codes: [...note.reasonCodes], reason: keyring.seal(note.reason, context), written_at: note.at }
  await tx.insertInto('profile_note').values({ review_id: note.reviewId, account_id: note.accountId, ...values })
    .onConflict((on) => on.constraint('profile_note_pkey').doUpdateSet(values)).execute()
}

export const dropNote = (tx: Tx, reviewId: string, accountId: string) =>
  tx.deleteFrom('profile_note').where('review_id', '=', reviewId).where('account_id', '=', accountId).execute()

/** Decided: there is nothing left to go on with. */
export const dropNotesOn = (tx: Tx, reviewIds: readonly string[]) =>
  sql`delete from profile_note where review_id = any(${[...reviewIds]}::uuid[])`.execute(tx)

/** What nobody went on with. */
export const dropNotesBefore = (tx: Tx, before: Date) => tx.deleteFrom('profile_note').where('written_at', '<', before).execute()
