import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { RecoveryEvidence } from '../../platform/db/tables.ts'

export type Evidence = Selectable<RecoveryEvidence>

export const insertEvidence = (tx: Tx, row: Evidence): Promise<unknown> => tx.insertInto('recovery_evidence').values(row).execute()

/** How many files this caller sent since then, and how many under this proof; his uploads go one after the other. */
export async function sentBy(tx: Tx, requester: string, proofId: string, since: Date): Promise<{ byCaller: number; underProof: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${requester}, 9))`.execute(tx)
  const { rows } = await sql<{ caller: number; proof: number }>`
    select count(*) filter (where requester = ${requester})::int as caller, count(*) filter (where proof_id = ${proofId})::int as proof
    from recovery_evidence where (requester = ${requester} or proof_id = ${proofId}) and uploaded_at > ${since}`.execute(tx)
  return { byCaller: rows[0]?.caller ?? 0, underProof: rows[0]?.proof ?? 0 }
}

/** The last file sent under a proof, if no case has it yet. */
export const lastUnderProof = (tx: Tx, proofId: string): Promise<Evidence | undefined> =>
  tx.selectFrom('recovery_evidence').selectAll().where('proof_id', '=', proofId).where('case_id', 'is', null)
    .orderBy('uploaded_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst()

export const bindEvidence = (tx: Tx, id: string, caseId: string): Promise<unknown> =>
  tx.updateTable('recovery_evidence').set({ case_id: caseId }).where('id', '=', id).where('case_id', 'is', null).executeTakeFirstOrThrow()

export const evidenceOf = (db: Db, caseId: string): Promise<Evidence | undefined> =>
  db.selectFrom('recovery_evidence').selectAll().where('case_id', '=', caseId).executeTakeFirst()

export const evidencesOf = (db: Db, caseIds: readonly string[]): Promise<Evidence[]> =>
  db.selectFrom('recovery_evidence').selectAll().where('case_id', '=', sql<string>`any(${sql.val([...caseIds])}::uuid[])`).execute()

/** Files that came and for which no case was opened. */
export const strayEvidence = (tx: Tx, before: Date, most: number): Promise<Evidence[]> =>
  tx.selectFrom('recovery_evidence').selectAll().where('case_id', 'is', null).where('uploaded_at', '<', before)
    .orderBy('uploaded_at').limit(most).forUpdate().skipLocked().execute()

export const deleteEvidence = (tx: Tx, ids: readonly string[]): Promise<unknown> =>
  tx.deleteFrom('recovery_evidence').where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`).execute()

/** Names in the file store. */
export const keysOf = (rows: readonly Pick<Evidence, 'file_key' | 'preview_key'>[]): string[] =>
  rows.flatMap(({ file_key, preview_key }) => (preview_key ? [file_key, preview_key] : [file_key]))
