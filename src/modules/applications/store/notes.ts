import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Keyring } from '../../../platform/seal/keyring.ts'
import type { SealedColumn } from '../../../platform/seal/rotate.ts'
import type { Mark, Part } from './decisions.ts'

const context = 'application_note.body'
export const noteSealed: readonly SealedColumn[] = [{ table: 'application_note', key: 'application_id', column: 'body', context }]

/** A half-written return (E19): coded reasons, text, marked fields. */
export interface Half {
  codes: readonly string[]
  comment: string
  marks: readonly Mark[]
}

export interface Note extends Half {
  accountId: string
  by: string
  at: Date
}

/** Of which version at which desk. */
export interface NotedAt {
  applicationId: string
  deskId: string
  revision: number
}

/** What was begun at this desk about this version, the latest first. */
export async function notesOn(db: Db, keyring: Keyring, { applicationId, deskId, revision }: NotedAt): Promise<Note[]> {
  const rows = await db
    .selectFrom('application_note as n').innerJoin('account as a', 'a.id', 'n.account_id').select(['n.account_id', 'a.display_name', 'n.written_at', 'n.body'])
    .where('n.application_id', '=', applicationId).where('n.desk_id', '=', deskId).where('n.revision', '=', revision).orderBy('n.written_at', 'desc').limit(20).execute()
  return rows.map((row) => ({ accountId: row.account_id, by: row.display_name, at: row.written_at, ...(JSON.parse(keyring.open(row.body, context)) as Half) }))
}

/** Each writes in a row of his own: nobody's text is overwritten by another's. */
export async function keepNote(tx: Tx, keyring: Keyring, of: NotedAt & { accountId: string; at: Date }, { codes, comment, marks }: Half): Promise<void> {
  const values = { revision: of.revision, body: keyring.seal(JSON.stringify({ codes, comment, marks }), context), written_at: of.at }
  await tx.insertInto('application_note').values({ application_id: of.applicationId, desk_id: of.deskId, account_id: of.accountId, ...values })
    .onConflict((on) => on.constraint('application_note_pkey').doUpdateSet(values)).execute()
}

export const dropNote = (tx: Tx, applicationId: string, deskId: string, accountId: string): Promise<unknown> =>
  tx.deleteFrom('application_note').where('application_id', '=', applicationId).where('desk_id', '=', deskId).where('account_id', '=', accountId).execute()

/**
 * Decided: there is nothing left to go on with. Of what is passed on, only at the desk that had it and at `deskId`, who decided: at others
 * of its unit something may be begun about the same version.
 */
export const notesDone = (ids: readonly string[], { isPassed, deskId }: { isPassed: boolean; deskId: string | null }): Part => sql`noted as (
  delete from application_note n using application a where a.id = n.application_id and a.id = any(${[...ids]}::uuid[]) ${isPassed ? sql`and n.desk_id in (a.desk_id, ${deskId}::uuid)` : sql``})`

/** What nobody went on with, and what speaks of a version that is gone. */
export const dropNotesBefore = (tx: Tx, before: Date): Promise<unknown> => sql`
  delete from application_note n where n.written_at < ${before} or not exists (select from application a where a.id = n.application_id and a.revision = n.revision and a.desk_id is not null)`.execute(tx)

/** Decisions on it come before or after what follows in this transaction, never between. */
export const holdStanding = (tx: Tx, id: string): Promise<unknown> => sql`select from application where id = ${id} for key share`.execute(tx)
