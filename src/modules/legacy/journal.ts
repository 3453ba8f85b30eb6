import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record, type Author } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { saveImport, type Change, type Import } from './import-store.ts'

export const room = 'legacy'

/** Row and journal row together (law 4); the facts of the event are numbers and settings, never what a line says. */
export async function happen(
  tx: Tx, tools: Pick<Tools, 'keyring'>, by: Author, before: Pick<Import, 'id' | 'version'>, told: { event: string; body?: Record<string, string | number | boolean> }, change: Change,
): Promise<number | Refusal> {
  const stale = await saveImport(tx, before, change)
  if (isRefusal(stale)) return stale
  const seq = before.version + 1
  await record(tx, tools.keyring, by, { room, subject: before.id, seq, event: told.event, ...(told.body && { body: told.body }) })
  return seq
}
