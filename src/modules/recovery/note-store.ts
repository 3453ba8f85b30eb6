import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { HandoverNote } from '../../platform/db/tables.ts'

export type NoteRow = Selectable<HandoverNote>

/** So many notes can be read through by a successor; the limit keeps a page a page. */
export const mostNotes = 200

export const notesOf = (db: Db, unitId: string): Promise<NoteRow[]> =>
  db.selectFrom('handover_note').selectAll().where('unit_id', '=', unitId).where('removed_at', 'is', null).orderBy('created_at').orderBy('id').limit(mostNotes).execute()

export const noteForUpdate = (tx: Tx, id: string): Promise<NoteRow | undefined> =>
  tx.selectFrom('handover_note').selectAll().where('id', '=', id).where('removed_at', 'is', null).forUpdate().executeTakeFirst()

export const insertNote = (tx: Tx, row: Omit<NoteRow, 'removed_at' | 'version'>): Promise<unknown> => tx.insertInto('handover_note').values(row).execute()

/** The next version of a note that the caller holds locked. */
export const saveNote = (tx: Tx, id: string, change: Partial<Pick<NoteRow, 'title' | 'body' | 'recurs_month' | 'recurs_day' | 'removed_at'>> & { version: number; changed_at: Date }): Promise<unknown> =>
  tx.updateTable('handover_note').set(change).where('id', '=', id).execute()
