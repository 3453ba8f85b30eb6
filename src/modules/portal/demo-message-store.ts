import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

export interface DemoMessage {
  channel: string
  address: string
  subject: string | null
  body: string
  sentAt: Date
}

/** Read-only: the table is written by the demo's sender (platform/outbox). */
export const newestDemoMessages = (db: Db, most: number): Promise<DemoMessage[]> =>
  db.selectFrom('demo_message').select(['channel', 'address', 'subject', 'body', sql<Date>`sent_at`.as('sentAt')])
    .orderBy('sent_at', 'desc').orderBy('id', 'desc').limit(most).execute()
