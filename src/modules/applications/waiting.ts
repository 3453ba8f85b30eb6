import { personalPosts, unitPosts } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import { lineOf, type WaitingLine, type WaitingSource } from '../../platform/waiting.ts'
import { closingsOf } from '../calls/closings.ts'
import { windowsOfMany } from '../calls/index.ts'
import { overFrom, type WindowRow } from '../calls/windows.ts'
import { handInUntil } from '../drafts/hand-in.ts'
import type { Moment } from './application.ts'
import { deskPosts } from './desk/contract.ts'
import type { DeskLevel } from './state.ts'
import { callsOf } from './store/facts.ts'
import { callsIn } from './store/list-counts.ts'
import { scopeOf } from './list/scope.ts'
import { momentOf } from './moment.ts'
import { departmentsHolding, heldAmong, queuesOf, unsubmittedOf, type HoldingDepartment } from './store/waiting.ts'

const earliest = (...times: readonly (Date | null | undefined)[]): Date | null =>
  times.reduce<Date | null>((first, time) => (time && (!first || time < first) ? time : first), null)

/** The next of these times; of those that are all over, the last. */
const nearest = (times: readonly Date[], now: Date): Date | null =>
  earliest(...times.filter((time) => time > now)) ?? times.reduce<Date | null>((last, time) => (last && last > time ? last : time), null)

/** Until when a level may act on what waits at a desk, by call: where drafts were given windows of their own, by those that do wait (I12, E55). */
async function closingsAt(db: Db, deskId: string, level: DeskLevel, calls: ReadonlyMap<string, { windows: readonly WindowRow[] }>, now: Date): Promise<(callId: string) => Date[]> {
  const parts = [...calls].flatMap(([callId, { windows }]) => closingsOf(windows, level).map((closing) => ({ deskId, callId, ...closing })))
  const of = Map.groupBy(parts, ({ callId }) => callId)
  const held = Map.groupBy(await heldAmong(db, [...of.values()].filter(({ length }) => length > 1).flat(), now), ({ callId }) => callId)
  return (callId) => (held.get(callId) ?? of.get(callId) ?? []).map(({ closesAt }) => closesAt)
}

/** 待处理 of a desk, a line per call: as many as its list shows, since when, and until when its level may act. */
const atDesk: WaitingSource = {
  posts: deskPosts,
  async of({ actor, tools: { db, clock } }) {
    const calls = (await callsIn(db, actor)).filter(({ waiting }) => waiting > 0)
    if (calls.length === 0) return []
    const scope = await scopeOf(db, actor)
    const ids = calls.map(({ id }) => id)
    const [queues, known, now] = [await queuesOf(db, scope.id, ids, clock.now()), await callsOf(db, ids), clock.now()]
    const closings = await closingsAt(db, scope.id, scope.kind, known, now)
    const path = scope.kind === 'authority' || scope.kind === 'bureau' ? '/projects/review' : '/projects/unit'
    return calls.flatMap(({ id, waiting }): WaitingLine[] => {
      const of = known.get(id)
      const queue = queues.get(id)
      const closes = nearest(closings(id), now)
      return lineOf({
        id: `applications.desk.${id}`, what: 'applications.todo.desk', next: `applications.todo.desk.${scope.kind}`, params: { call: of?.title.zh ?? '', callEn: of?.title.en || (of?.title.zh ?? '') },
        n: waiting, since: queue?.since ?? null, until: earliest(closes && closes > now ? closes : null, queue?.correctUntil) ?? closes ?? null, path: `${path}?call=${id}`,
      })
    })
  },
}

/** Of a leader: what came back to be corrected, and drafts that can still be handed in. What closed without him is nothing to do. */
const ofLeader: WaitingSource = {
  posts: personalPosts,
  async of({ actor, tools: { db, clock } }) {
    const rows = await unsubmittedOf(db, actor.accountId)
    if (rows.length === 0) return []
    const [calls, now] = [await callsOf(db, rows.map(({ callId }) => callId)), clock.now()]
    const open = rows.map((row) => ({ ...row, until: handInUntil(row, calls.get(row.callId)?.windows ?? [], now) })).filter(({ until }) => until !== null)
    return (['returned', 'draft'] as const).flatMap((kind) => {
      const of = open.filter(({ state }) => (kind === 'returned') === (state === 'returned'))
      const [only] = of
      return lineOf({
        id: `applications.${kind}`, what: `applications.todo.${kind}`, next: `applications.todo.${kind}.next`, n: of.length, since: earliest(...of.map(({ since }) => since)),
        until: earliest(...of.map(({ until }) => until)), path: of.length === 1 && only ? `/projects/mine/${only.id}` : '/projects/mine',
      })
    })
  },
}

/** D11, E37: departments with a manager that have let something lie for too long; the same law as `silentFrom`, asked of a whole queue. */
async function silentAmong(db: Db, departments: readonly HoldingDepartment[], windows: ReadonlyMap<string, readonly WindowRow[]>, { now, silentDays }: Moment): Promise<ReadonlySet<string>> {
  const managed = departments.filter(({ isVacant }) => !isVacant)
  const isLate = ({ arrivedAt, correctUntil }: HoldingDepartment) => (arrivedAt && addDays(arrivedAt, silentDays) <= now) || (correctUntil && addDays(correctUntil, -1) <= now)
  const [late, inTime] = [managed.filter(isLate), managed.filter((one) => !isLate(one))]
  const over = inTime.flatMap(({ id, callIds }) => callIds.flatMap((callId) =>
    closingsOf(windows.get(callId) ?? [], 'department').filter((closing) => overFrom(closing) <= now).map((closing) => ({ deskId: id, callId, ...closing }))))
  return new Set([...late.map(({ id }) => id), ...(await heldAmong(db, over, now)).map(({ deskId }) => deskId)])
}

/** D11: what lies where nobody answers, a line per department; the unit decides for it, or names somebody where nobody is named. */
const unattended: WaitingSource = {
  posts: unitPosts,
  async of({ actor, tools }) {
    const { db, clock } = tools
    const unitId = actor.mandate?.unitId
    const departments = unitId ? await departmentsHolding(db, unitId, clock.now()) : []
    if (departments.length === 0) return []
    const [windows, moment] = [await windowsOfMany(db, [...new Set(departments.flatMap(({ callIds }) => callIds))]), await momentOf(db, tools)]
    const silent = await silentAmong(db, departments, windows, moment)
    return departments.flatMap(({ id, name, n, since, isVacant, callIds, correctUntil }): WaitingLine[] => {
      if (!isVacant && !silent.has(id)) return []
      const kind = isVacant ? 'unattended' : 'silent'
      const closings = callIds.flatMap((callId) => closingsOf(windows.get(callId) ?? [], 'unit').map(({ closesAt }) => closesAt))
      return lineOf({
        id: `applications.${kind}.${id}`, what: `applications.todo.${kind}`, next: `applications.todo.${kind}.next`, params: { name },
        n, since, until: nearest([...closings, ...(correctUntil ? [correctUntil] : [])], moment.now), path: `/projects/unit?state=department&department=${id}`,
      })
    })
  },
}

export const applicationsWaiting: readonly WaitingSource[] = [ofLeader, atDesk, unattended]
