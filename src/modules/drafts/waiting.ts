import { personalPosts } from '../../kernel/actor.ts'
import { windowFor } from '../calls/windows.ts'
import { windowsOfMany } from '../calls/index.ts'
import { lineOf, type WaitingSource } from '../../platform/waiting.ts'
import { invitationsTo, selfOf } from './invited-store.ts'

const earliest = (times: readonly (Date | null | undefined)[]): Date | null =>
  times.reduce<Date | null>((first, time) => (time && (!first || time < first) ? time : first), null)

/** E59: invitations to take part that wait for an answer. */
export const invitationsWaiting: WaitingSource = {
  posts: personalPosts,
  async of({ actor, tools: { db } }) {
    const self = await selfOf(db, actor.accountId)
    const waiting = self ? (await invitationsTo(db, self)).filter(({ state, lock }) => state === 'invited' && lock !== 'locked') : []
    if (waiting.length === 0) return []
    const windows = await windowsOfMany(db, [...new Set(waiting.map(({ callId }) => callId))])
    return lineOf({
      id: 'drafts.invitations', what: 'drafts.todo.invitations', next: 'drafts.todo.invitations.next', n: waiting.length, since: earliest(waiting.map(({ invitedAt }) => invitedAt)),
      until: earliest(waiting.map(({ callId, begunAt }) => windowFor(windows.get(callId) ?? [], 'leader', begunAt)?.closesAt)), path: '/projects/invitations',
    })
  },
}
