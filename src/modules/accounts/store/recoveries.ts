import type { Db, Tx } from '../../../platform/db/database.ts'

export interface NewRequest {
  id: string
  mail_blind: string
  requester: string
  asked_at: Date
}

export const insertRequest = (tx: Tx, row: NewRequest) => tx.insertInto('recovery_request').values(row).execute()

/** When links were asked for since then, newest first, so many at most. */
export const askedTimes = async (tx: Tx, column: 'mail_blind' | 'requester', value: string, since: Date, most: number): Promise<Date[]> => {
  const rows = await tx.selectFrom('recovery_request').select('asked_at').where(column, '=', value)
    .where('asked_at', '>', since).orderBy('asked_at', 'desc').limit(most).execute()
  return rows.map((row) => row.asked_at)
}

/** The oldest that wait, held until the transaction ends: whoever comes second waits, and finds them answered. */
export const waitingRequests = (tx: Tx, most: number) =>
  tx.selectFrom('recovery_request').select(['id', 'mail_blind']).where('answered_at', 'is', null)
    .orderBy('asked_at').orderBy('id').limit(most).forUpdate().execute()

export const markAnswered = (tx: Tx, id: string, now: Date) =>
  tx.updateTable('recovery_request').set({ answered_at: now }).where('id', '=', id).execute()

export const pruneRequests = (db: Db, before: Date) => db.deleteFrom('recovery_request').where('asked_at', '<', before).execute()
