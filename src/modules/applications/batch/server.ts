import { Readable } from 'node:stream'
import { isRefusal, refuse, unseen, type Refusal } from '../../../kernel/refusal.ts'
import { minuteOf } from '../../../kernel/clock.ts'
import { deed } from '../../../platform/deed.ts'
import { transact } from '../../../platform/db/transaction.ts'
import type { Db } from '../../../platform/db/database.ts'
import type { Handlers } from '../../../platform/serve/call.ts'
import { writeXlsx, xlsxType } from '../../../platform/xlsx/write.ts'
import { freeze, run, undo } from './batch.ts'
import type { batchContract } from './contract.ts'
import { batchOf, batchesOf, markOpened, namedItems, type BatchRow } from '../store/batches.ts'
import { outcomeRows, outcomeColumns } from './sheet.ts'
import { frozenOf, sampledOf, summaryOf, undoUntilOf } from './shown.ts'

type Verbs = Handlers<typeof batchContract>

const atOnce = 200

/** A batch of the desk acted for, in its state; others are not there. */
async function found(db: Db, deskId: string | null | undefined, id: string, is: 'frozen' | 'run', now: Date): Promise<BatchRow | Refusal> {
  const batch = deskId ? await batchOf(db, deskId, id) : null
  if (!batch) return unseen()
  if (is === 'run') return batch.run_at ? batch : refuse('applications.batch.not_run', { status: 409 })
  return batch.run_at || batch.expires_at <= now ? refuse('applications.batch.gone', { status: 410 }) : batch
}

/** Deeds keep nothing personal with their key: what they did is read afterwards. */
export const batchHandlers: Verbs = {
  preflightBatch: async (call) => {
    const { tools, actor, input } = call
    const batchId = await deed<string>(call, (tx) => freeze(tx, call, input))
    if (isRefusal(batchId)) return batchId
    const batch = await found(tools.db, actor.mandate?.scopeId, batchId, 'frozen', tools.clock.now())
    return isRefusal(batch) ? batch : frozenOf(tools, batch)
  },
  frozenBatch: async ({ tools, actor, input }) => {
    const batch = await found(tools.db, actor.mandate?.scopeId, input.batchId, 'frozen', tools.clock.now())
    return isRefusal(batch) ? batch : frozenOf(tools, batch)
  },
  openedOfBatch: async ({ tools, actor, input }) => {
    const batch = await found(tools.db, actor.mandate?.scopeId, input.batchId, 'frozen', tools.clock.now())
    if (isRefusal(batch)) return batch
    if (!batch.sample.some(({ id }) => id === input.id)) return unseen()
    await transact(tools.db, tools.constraintWords, (tx) => markOpened(tx, batch.id, input.id))
    const sample = batch.sample.map(({ id, opened }) => opened || id === input.id)
    return { opened: sample.filter(Boolean).length, of: sample.length }
  },
  runBatch: async (call) => {
    const batchId = await deed<string>(call, (tx) => run(tx, call, call.input))
    return isRefusal(batchId) ? batchId : summaryOf(call.tools, call.actor, batchId)
  },
  batchOutcome: async ({ tools, actor, input: { batchId, after } }) => {
    const batch = await found(tools.db, actor.mandate?.scopeId, batchId, 'run', tools.clock.now())
    if (isRefusal(batch)) return batch
    const summary = await summaryOf(tools, actor, batch.id)
    if (isRefusal(summary)) return summary
    const rows = await namedItems(tools.db, batch.id, after, atOnce + 1)
    return { ...summary, rows: rows.slice(0, atOnce), next: rows[atOnce]?.nth ?? null }
  },
  batchOutcomeFile: async ({ tools, actor, input, request }) => {
    const batch = await found(tools.db, actor.mandate?.scopeId, input.batchId, 'run', tools.clock.now())
    if (isRefusal(batch)) return batch
    const translate = tools.translate[request.lang]
    const title = translate('applications.batch.sheet')
    return {
      stream: Readable.from(writeXlsx({ sheetName: title, columns: outcomeColumns(batch, translate), rows: outcomeRows(tools.db, batch, translate) })),
      contentType: xlsxType, name: `${title} ${minuteOf(batch.run_at ?? batch.made_at).replace(':', '')}.xlsx`,
    }
  },
  undoBatch: async (call) => {
    const batchId = await deed<string>(call, (tx) => undo(tx, call, call.input.batchId))
    return isRefusal(batchId) ? batchId : summaryOf(call.tools, call.actor, batchId)
  },
  batches: async ({ tools, actor }) => {
    const rows = await batchesOf(tools.db, actor.mandate?.scopeId ?? '')
    return {
      batches: rows.map((row) => ({
        batchId: row.id, verb: row.verb, items: row.items, done: row.done - row.undone, undone: row.undone, sample: sampledOf(row), at: (row.run_at ?? row.made_at).toISOString(),
        undoUntil: undoUntilOf(row, row.done - row.undone, tools.clock.now()), by: row.by,
      })),
    }
  },
}
