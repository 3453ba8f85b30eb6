import { dayOf } from '../../kernel/clock.ts'
import { isRefusal, overtaken, unseen, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/transaction.ts'
import { record } from '../../platform/journal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import type { recoveryContract } from './contract.ts'
import { packageOf, unconfirmed, type PackageItem } from './handover-package.ts'
import { confirmationsOf, confirmPiece, handoverForUpdate, handoverOf, handoverRoom, packageFacts, saveHandover, type HandoverRow } from './handover-store.ts'

type Verbs = Handlers<typeof recoveryContract>
type Call = Pick<Parameters<Verbs['handover']>[0], 'actor' | 'request' | 'tools'>

const pieces = async (db: Db, tools: Tools, h: HandoverRow): Promise<PackageItem[]> => packageOf(await packageFacts(db, h), dayOf(tools.clock.now()))

/** What was left may be gone by itself (a person let in, a request answered): nothing left to confirm is done all the same. */
const finish = (tx: Tx, { tools, ...by }: Call, h: HandoverRow): Promise<void> =>
  saveHandover(tx, h.id, h.version + 1, tools.clock.now()).then(() =>
    record(tx, tools.keyring, by, { room: handoverRoom, subject: h.id, seq: h.version + 1, event: 'handover_finished' }))

const isDone = async (db: Db, tools: Tools, h: HandoverRow): Promise<boolean> =>
  h.finished_at === null && unconfirmed(await pieces(db, tools, h), new Set((await confirmationsOf(db, h.id)).map(({ item }) => item))).length === 0

/** The hand-over as it stands, finished where nothing is left of it. */
async function current(call: Call): Promise<HandoverRow | Refusal | undefined> {
  const { tools, actor } = call
  const unitId = actor.mandate?.scopeId ?? ''
  const found = await handoverOf(tools.db, unitId)
  if (!found || !(await isDone(tools.db, tools, found))) return found
  const finished = await transact(tools.db, tools.constraintWords, async (tx) => {
    const h = await handoverForUpdate(tx, found.id)
    if (h && (await isDone(tx, tools, h))) await finish(tx, call, h)
    return true
  })
  return isRefusal(finished) ? finished : handoverOf(tools.db, unitId)
}

export const handover: Verbs['handover'] = async (call) => {
  const { tools } = call
  const h = await current(call)
  if (isRefusal(h)) return h
  if (!h) return { handover: null }
  const items = await pieces(tools.db, tools, h)
  const confirmed = new Map((await confirmationsOf(tools.db, h.id)).map((one) => [one.item, one]))
  return {
    handover: {
      id: h.id, begunAt: h.begun_at.toISOString(), finishedAt: h.finished_at?.toISOString() ?? null,
      left: h.finished_at ? 0 : unconfirmed(items, new Set(confirmed.keys())).length,
      items: items.map((one) => {
        const by = confirmed.get(one.item)
        return {
          item: one.item, kind: one.kind, n: one.n, since: one.since?.toISOString() ?? null, nextOn: one.nextOn,
          note: one.note && { title: one.note.title, body: one.note.body, recursMonth: one.note.recursMonth, recursDay: one.note.recursDay },
          confirmed: by ? { by: by.by, at: by.at.toISOString() } : null,
        }
      }),
    },
  }
}

/** Piece by piece, who and when; with the last one the hand-over is done. */
export const confirmItem: Verbs['confirmItem'] = (call) =>
  deed(call, async (tx) => {
    const { tools, actor, input } = call
    const h = await handoverForUpdate(tx, input.id)
    if (!h || h.unit_id !== actor.mandate?.scopeId) return unseen()
    const before = new Set((await confirmationsOf(tx, h.id)).map(({ item }) => item))
    // Pressed in two windows: the second one finds it done.
    if (h.finished_at) return before.has(input.item) ? { left: 0 } : overtaken()
    const items = await pieces(tx, tools, h)
    if (!items.some(({ item }) => item === input.item)) {
      if (unconfirmed(items, before).length > 0) return unseen()
      await finish(tx, call, h)
      return { left: 0 }
    }
    const now = tools.clock.now()
    const isNew = await confirmPiece(tx, { handover_id: h.id, item: input.item, confirmed_by: actor.accountId, confirmed_at: now })
    const left = unconfirmed(items, before.add(input.item)).length
    if (isNew) {
      await saveHandover(tx, h.id, h.version + 1, left === 0 ? now : null)
      await record(tx, tools.keyring, call, { room: handoverRoom, subject: h.id, seq: h.version + 1, event: 'item_confirmed', body: { item: input.item, left } })
    }
    return { left }
  })
