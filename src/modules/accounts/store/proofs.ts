import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { ProofChannel, ProofPurpose } from '../fields.ts'

/** Requests for the same mailbox or phone, and of the same caller, go one after the other until the transaction ends. */
export async function inTurn(tx: Tx, subjects: readonly string[]): Promise<void> {
  for (const subject of [...subjects].sort()) await sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 7))`.execute(tx)
}

/** When codes were asked for since then, newest first, so many at most. */
export const askedTimes = async (tx: Tx, column: 'address_blind' | 'requester', value: string, since: Date, most: number): Promise<Date[]> => {
  const rows = await tx.selectFrom('proof_code').select('created_at').where(column, '=', value)
    .where('created_at', '>', since).orderBy('created_at', 'desc').limit(most).execute()
  return rows.map((row) => row.created_at)
}

export interface NewProof {
  id: string
  purpose: ProofPurpose
  channel: ProofChannel
  address: string
  address_blind: string
  code_digest: string
  requester: string
  created_at: Date
  expires_at: Date
}

export const insertProof = (tx: Tx, row: NewProof) => tx.insertInto('proof_code').values(row).execute()

/**
 * One try, counted and compared in one statement (I16): of many at once each costs a try, and one wins at most. True
 * for the winner.
 */
export async function tryCode(db: Db, id: string, digest: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ proven: boolean }>`
    update proof_code set tries_left = tries_left - 1, proven_at = case when code_digest = ${digest} then ${now}::timestamptz end
    where id = ${id} and proven_at is null and used_at is null and tries_left > 0 and expires_at > ${now}
    returning proven_at is not null as proven`.execute(db)
  return rows[0]?.proven ?? false
}

/** Spends a proof: the sealed address, or undefined where it was never proven, is spent, too old or of another kind. */
export const spendProof = (tx: Tx, proof: { id: string; purpose: ProofPurpose; channel?: ProofChannel; provenSince: Date; now: Date }) =>
  tx.updateTable('proof_code').set({ used_at: proof.now })
    .where('id', '=', proof.id).where('purpose', '=', proof.purpose)
    .$if(proof.channel !== undefined, (q) => q.where('channel', '=', proof.channel ?? ''))
    .where('used_at', 'is', null).where('proven_at', '>', proof.provenSince)
    .returning(['channel', 'address']).executeTakeFirst()

export const isSpendable = async (db: Db, proof: { id: string; purpose: ProofPurpose; channel: ProofChannel; provenSince: Date }): Promise<boolean> =>
  (await db.selectFrom('proof_code').select('id').where('id', '=', proof.id).where('purpose', '=', proof.purpose).where('channel', '=', proof.channel)
    .where('used_at', 'is', null).where('proven_at', '>', proof.provenSince).executeTakeFirst()) !== undefined

export const findProven = (db: Db, id: string) =>
  db.selectFrom('proof_code').select(['address', 'address_blind', 'channel', 'purpose']).where('id', '=', id).where('proven_at', 'is not', null)
    .where('used_at', 'is', null).executeTakeFirst()

export async function pruneProofs(db: Db, before: Date): Promise<number> {
  const gone = await db.deleteFrom('proof_code').where('created_at', '<', before).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
