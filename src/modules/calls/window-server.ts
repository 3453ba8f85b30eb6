import { endOf } from '../../kernel/clock.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { happenToCall } from './call-journal.ts'
import { callById } from './call-store.ts'
import type { callsContract } from './contract.ts'
import { callForDesk, judge, onCall, opennessOfCall, shownWindows } from './desk.ts'
import { rowsOfMove } from './move.ts'
import { openDraftsIn, tellLeaders, titleParams } from './notices.ts'
import { toldOf } from './told.ts'
import { levelsOf } from './windows.ts'
import { addWindows, namesOfMovers } from './window-store.ts'

type Verbs = Handlers<typeof callsContract>

export const windows: Verbs['windows'] = async (call) => {
  const { tools, input } = call
  const row = await callForDesk(tools.db, call, () => callById(tools.db, input.id))
  if (isRefusal(row)) return row
  const judged = await judge(tools.db, call, row)
  const movers = await namesOfMovers(tools.db, row.id)
  return {
    id: row.id, version: row.version, current: shownWindows(judged.inForce), openDrafts: await openDraftsIn(tools.db, row.id), now: tools.clock.now().toISOString(),
    windows: judged.windows.map((one) => ({
      level: one.level, nth: one.nth, opensAt: one.opensAt.toISOString(), closesAt: one.closesAt.toISOString(), begunBefore: one.begunBefore?.toISOString() ?? null,
      reason: one.reason, movedAt: one.movedAt.toISOString(), movedBy: movers.get(`${one.level}.${one.nth}`) ?? null,
    })),
    ...opennessOfCall(judged.facts),
  }
}

/** I12: the call's row is held, so nobody who submits meanwhile is judged by half of a move. */
export const moveWindows: Verbs['moveWindows'] = (call) => {
  const { tools, actor, input } = call
  return onCall(call, 'moveWindows', async (tx, { call: row, windows: present, published }) => {
    if (!published) return refuse('calls.unpublished', { status: 409 })
    const now = tools.clock.now()
    const rows = rowsOfMove(present, levelsOf(published.document), input, now)
    if (isRefusal(rows)) return rows
    await addWindows(tx, row.id, rows, actor.accountId)
    const after = await happenToCall(tx, tools, call, row, {
      event: 'windows_moved', begunBefore: input.begunBefore?.toISOString() ?? null, reason: input.reason, at: now.toISOString(),
      levels: rows.map(({ level, nth, opensAt, closesAt }) => ({ level, nth, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() })),
    })
    if (isRefusal(after)) return after
    const told = await tellLeaders(tx, tools, after, (begun) => {
      const one = toldOf(present, rows, begun)
      return one && { what: one.what, params: { ...titleParams(published.document.title), time: endOf(one.closesAt), reason: input.reason, link: `/calls/${after.code}#windows` } }
    })
    return { id: row.id, version: after.version, told }
  })
}
