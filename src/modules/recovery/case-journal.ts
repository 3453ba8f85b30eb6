import type { Tx } from '../../platform/db/database.ts'
import { eventsOf, record, type Author } from '../../platform/journal.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { insertCase, saveCase } from './case-store.ts'
import { evolveCase, type CaseEvent, type Claimant, type RecoveryCase } from './recovery-case.ts'

export const caseRoom = 'recovery.case'

/** Of an event, what is personal or may name somebody: who claims, why somebody objects, what officers write of it (I24). */
const sealed = ['claimant', 'objection', 'note'] as const

const write = (tx: Tx, tools: Tools, by: Author, after: RecoveryCase, event: CaseEvent) => {
  const { event: name, ...facts } = event
  const body: Record<string, unknown> = { ...facts }
  const secret: Record<string, unknown> = {}
  for (const one of sealed) {
    if (one in body) secret[one] = body[one]
    delete body[one]
  }
  return record(tx, tools.keyring, by, { room: caseRoom, subject: after.id, seq: after.version, event: name, body, ...(Object.keys(secret).length > 0 ? { private: secret } : {}) })
}

/** The first event: the row with what only it holds, the claimant's secret link. */
export async function openCase(
  tx: Tx, tools: Tools, by: Author, id: string, event: Extract<CaseEvent, { event: 'opened' }>, secret: Parameters<typeof insertCase>[3],
): Promise<RecoveryCase> {
  const opened = evolveCase(null, id, event)
  await insertCase(tx, tools.keyring, opened, secret)
  await write(tx, tools, by, opened, event)
  return opened
}

/** Row and journal row together (law 4); the texts lie sealed beside the journal. */
export async function happenToCase(tx: Tx, tools: Tools, by: Author, before: RecoveryCase, event: CaseEvent): Promise<RecoveryCase | Refusal> {
  const after = evolveCase(before, before.id, event)
  const stale = await saveCase(tx, after)
  if (stale) return stale
  await write(tx, tools, by, after, event)
  return after
}

/** The case as the journal alone tells it: a test compares it with the row. */
export async function replayCase(tools: Tools, id: string): Promise<RecoveryCase | null> {
  let c: RecoveryCase | null = null
  for (const past of await eventsOf(tools.db, tools.keyring, caseRoom, id)) {
    const claimant = (past.private?.claimant ?? null) as Claimant | null
    const objection = (past.private?.objection ?? null) as string | null
    const note = (past.private?.note ?? null) as string | null
    c = evolveCase(c, id, { ...past.body, event: past.event, claimant, objection, note } as unknown as CaseEvent)
  }
  return c
}
