import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Lang } from '../../kernel/words.ts'
import type { Db, Tx } from '../../platform/db/database.ts'

/** S1-16: an acceptance must be used within a day, by one account, and while its version is in force. */
export const acceptanceHours = 24

/** Keeps that a version was accepted, when, from where and in which language it was read; answers its id. */
export async function keepAcceptance(tx: Tx, agreementId: string, from: { address: string; lang: Lang }): Promise<string> {
  const id = newId()
  await tx.insertInto('agreement_acceptance').values({ id, agreement_id: agreementId, ...from }).execute()
  return id
}

/**
 * The version behind an acceptance, held until the transaction ends so that it serves one account only. Refuses with
 * `agreement.not_accepted` where it is unknown, used, older than a day or of a version no longer in force.
 */
export async function acceptanceFor(tx: Tx, acceptanceId: string): Promise<{ agreementId: string } | Refusal> {
  const row = await tx
    .selectFrom('agreement_acceptance as c')
    .innerJoin('agreement as a', 'a.id', 'c.agreement_id')
    .select('c.agreement_id as agreementId')
    .where('c.id', '=', acceptanceId)
    .where('c.account_id', 'is', null)
    .where('a.state', '=', 'in_force')
    .where('c.accepted_at', '>', sql<Date>`now() - make_interval(hours => ${acceptanceHours}::int)`)
    .forUpdate(['c'])
    .executeTakeFirst()
  return row ?? refuse('agreement.not_accepted', { status: 422 })
}

/** Ties an acceptance to the account that came of it; `acceptanceFor` must have passed in the same transaction. */
export async function linkAcceptance(tx: Tx, acceptanceId: string, accountId: string): Promise<void> {
  await tx.updateTable('agreement_acceptance').set({ account_id: accountId })
    .where('id', '=', acceptanceId).where('account_id', 'is', null).execute()
}

/** PI-5: who accepted and then went away leaves no address behind. */
export async function forgetUnusedAcceptances(db: Db): Promise<void> {
  await db.deleteFrom('agreement_acceptance').where('account_id', 'is', null)
    .where('accepted_at', '<', sql<Date>`now() - interval '30 days'`).execute()
}
