import type { Db } from '../../platform/db/database.ts'
import { callRoom } from './call-journal.ts'

/** When and why a call was withdrawn, as its journal says; null where it was not. */
export async function withdrawalOf(db: Db, callId: string): Promise<{ at: Date; reason: string } | null> {
  const row = await db.selectFrom('journal').select(['at', 'body']).where('room', '=', callRoom).where('subject', '=', callId).where('event', '=', 'withdrawn').executeTakeFirst()
  if (!row) return null
  const { reason } = row.body as { reason?: unknown }
  return { at: row.at, reason: typeof reason === 'string' ? reason : '' }
}
