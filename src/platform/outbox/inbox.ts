import { sql } from 'kysely'
import { isRefusal } from '../../kernel/refusal.ts'
import { newId } from '../../kernel/ids.ts'
import type { Db } from '../db/database.ts'
import { transact } from '../db/transaction.ts'
import { messageOf, type Wording } from './message.ts'
import { lock, markFailed, markSent } from './queue.ts'

/**
 * Puts waiting notices into the inboxes of their accounts: in one transaction with the mark on the outbox, so exactly
 * once. Returns how many rows it looked at, and the classes of what went wrong.
 */
export async function fillInboxes(db: Db, wording: Wording, most: number): Promise<{ seen: number; errors: string[] }> {
  const filled = await transact(db, {}, async (tx) => {
    const rows = await lock(tx, 'inbox', most)
    const errors: string[] = []
    for (const row of rows) {
      try {
        const { subject, body, link } = messageOf(row, wording)
        await sql`
          insert into inbox (id, account_id, outbox_id, title, body, link)
          values (${newId()}, ${row.recipient_id}, ${row.id}, ${subject}, ${body}, ${link})
          on conflict (outbox_id) do nothing`.execute(tx)
        await markSent(tx, row, null)
      } catch (error) {
        // Words that are missing fail one notice; what the database says fails them all, and is thrown.
        if (!(error instanceof Error) || 'severity' in error) throw error
        errors.push(error.message)
        await markFailed(tx, row, error.message)
      }
    }
    return { seen: rows.length, errors }
  })
  if (isRefusal(filled)) throw new Error(`the inboxes refused: ${filled.code}`)
  return filled
}
