import type { Mandate } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/database.ts'
import { recordAll, type Author } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import { exportRoom } from './export-server.ts'
import type { ExportRow } from './export-store.ts'

const room = 'profiles.look'
/** People whom one event of the journal names. */
const chunk = 1_000

/** Who asked for it, as he acted then: a job has no actor of its own. */
async function asker(tx: Tx, row: ExportRow): Promise<Author> {
  const asked = await tx
    .selectFrom('journal').select(['actor_name', 'mandate']).where('room', '=', exportRoom).where('subject', '=', row.id).where('seq', '=', 1).executeTakeFirst()
  return {
    actor: { accountId: row.asked_by, userName: '', displayName: asked?.actor_name ?? '', sessionId: '', mandate: (asked?.mandate ?? null) as Mandate | null },
    request: null,
  }
}

/** PI-6: everybody in a workbook reads in 我的数据 who took it out, and what for. */
export async function recordExported(tx: Tx, tools: Tools, row: ExportRow, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  const chunks = Array.from({ length: Math.ceil(personIds.length / chunk) }, (_, i) => personIds.slice(i * chunk, (i + 1) * chunk))
  await recordAll(tx, tools.keyring, await asker(tx, row), chunks.map((people) => ({
    room, subject: newId(tools.clock.now().getTime()), seq: 1, event: 'exported', body: { exportId: row.id, people }, private: { note: row.purpose },
  })))
}
