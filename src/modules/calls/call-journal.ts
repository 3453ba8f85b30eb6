import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { eventsOf, record, type Author } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { evolveCall, type CallEvent, type CallRow } from './call.ts'
import { insertCall, saveCall } from './call-store.ts'
import type { CallDraft } from './document.ts'

export const callRoom = 'calls'

const keep = (tx: Tx, tools: Tools, by: Author, after: CallRow, { event, ...body }: CallEvent): Promise<void> =>
  record(tx, tools.keyring, by, { room: callRoom, subject: after.id, seq: after.version, event, body })

/** A new call, its row and its first journal row together (law 4). */
export async function beginIn(tx: Tx, tools: Tools, by: Author, id: string, event: Extract<CallEvent, { event: 'begun' }>, draft: CallDraft): Promise<CallRow> {
  const after = evolveCall(null, id, event)
  await insertCall(tx, after, draft)
  await keep(tx, tools, by, after, event)
  return after
}

/** What happens to a call that the caller holds FOR UPDATE. */
export async function happenToCall(tx: Tx, tools: Tools, by: Author, before: CallRow, event: CallEvent): Promise<CallRow | Refusal> {
  const after = evolveCall(before, before.id, event)
  const stale = await saveCall(tx, after)
  if (isRefusal(stale)) return stale
  await keep(tx, tools, by, after, event)
  return after
}

/** The row as the journal alone tells it: a test compares the two. */
export async function replayCall(tools: Tools, id: string): Promise<CallRow | null> {
  let call: CallRow | null = null
  for (const past of await eventsOf(tools.db, tools.keyring, callRoom, id)) call = evolveCall(call, id, { ...past.body, event: past.event } as CallEvent)
  return call
}
