import type { Db } from '../../../platform/db/database.ts'

/** The person that an account is, with the beginning of this session of its; null where it is none. */
export async function sessionOfPerson(db: Db, accountId: string, sessionId: string): Promise<{ id: string; sessionId: string; signedInAt: Date } | null> {
  const row = await db
    .selectFrom('person as p').innerJoin('session as s', 's.account_id', 'p.account_id')
    .select(['p.id', 's.id as session_id', 's.created_at']).where('p.account_id', '=', accountId).where('s.id', '=', sessionId).executeTakeFirst()
  return row ? { id: row.id, sessionId: row.session_id, signedInAt: row.created_at } : null
}
