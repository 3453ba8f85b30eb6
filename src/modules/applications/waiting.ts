import { personalPosts, unitPosts } from '../../kernel/actor.ts'
import { lineOf, type WaitingLine, type WaitingSource } from '../../platform/waiting.ts'
import { windowFor, windowForAll, type WindowRow } from '../calls/windows.ts'
import { isCorrecting } from './application.ts'
import { deskPosts } from './desk/contract.ts'
import { callsOf } from './store/facts.ts'
import { callsIn } from './store/list-counts.ts'
import { scopeOf } from './list/scope.ts'
import { queuesOf, unattendedOf, unsubmittedOf, type Unsubmitted } from './store/waiting.ts'

const earliest = (...times: readonly (Date | null | undefined)[]): Date | null =>
  times.reduce<Date | null>((first, time) => (time && (!first || time < first) ? time : first), null)

/** 待处理 of a desk, a line per call: as many as its list shows, since when, and until when its level may act. */
const atDesk: WaitingSource = {
  posts: deskPosts,
  async of({ actor, tools: { db, clock } }) {
    const calls = (await callsIn(db, actor)).filter(({ waiting }) => waiting > 0)
    if (calls.length === 0) return []
    const scope = await scopeOf(db, actor)
    const ids = calls.map(({ id }) => id)
    const [queues, known, now] = [await queuesOf(db, scope.id, ids, clock.now()), await callsOf(db, ids), clock.now()]
    const path = scope.kind === 'authority' || scope.kind === 'bureau' ? '/projects/review' : '/projects/unit'
    return calls.flatMap(({ id, waiting }): WaitingLine[] => {
      const of = known.get(id)
      const queue = queues.get(id)
      const closes = of && windowForAll(of.windows, scope.kind)?.closesAt
      return lineOf({
        id: `applications.desk.${id}`, what: 'applications.todo.desk', next: `applications.todo.desk.${scope.kind}`, params: { call: of?.title.zh ?? '', callEn: of?.title.en || (of?.title.zh ?? '') },
        n: waiting, since: queue?.since ?? null, until: earliest(closes && closes > now ? closes : null, queue?.correctUntil) ?? closes ?? null, path: `${path}?call=${id}`,
      })
    })
  },
}

/** Until when the leader can hand in; null where he cannot any more. */
export function handInUntil(row: Pick<Unsubmitted, 'begunAt' | 'correctUntil'>, windows: readonly WindowRow[], now: Date): Date | null {
  if (isCorrecting(row, now)) return row.correctUntil
  const closes = windowFor(windows, 'leader', row.begunAt)?.closesAt
  return closes && closes >= now ? closes : null
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

/** D11: what lies where nobody answers, a line per department; the unit decides for it or names somebody. */
const unattended: WaitingSource = {
  posts: unitPosts,
  async of({ actor, tools: { db } }) {
    const unitId = actor.mandate?.unitId
    const departments = unitId ? await unattendedOf(db, unitId) : []
    return departments.map(({ id, name, n, since }) => ({
      id: `applications.unattended.${id}`, what: 'applications.todo.unattended', next: 'applications.todo.unattended.next', params: { name },
      n, since, until: null, path: `/projects/unit?state=department&department=${id}`,
    }))
  },
}

export const applicationsWaiting: readonly WaitingSource[] = [ofLeader, atDesk, unattended]
