import { personalPosts } from '../../kernel/actor.ts'
import { windowsOfMany } from '../calls/index.ts'
import { lineOf, type WaitingSource } from '../../platform/waiting.ts'
import { handInUntil } from './hand-in.ts'
import { invitationsTo, selfOf } from './invited-store.ts'

const earliest = (times: readonly (Date | null)[]): Date | null =>
  times.reduce<Date | null>((first, time) => (time && (!first || time < first) ? time : first), null)

/** E59: invitations to take part that wait for an answer. What its leader can hand in no more is nothing to answer. */
export const invitationsWaiting: WaitingSource = {
  posts: personalPosts,
  async of({ actor, tools: { db, clock } }) {
    const self = await selfOf(db, actor.accountId)
    const invited = self ? (await invitationsTo(db, self)).filter(({ state, lock }) => state === 'invited' && lock !== 'locked') : []
    if (invited.length === 0) return []
    const windows = await windowsOfMany(db, [...new Set(invited.map(({ callId }) => callId))])
    const now = clock.now()
    const waiting = invited.map((one) => ({ ...one, until: handInUntil(one, windows.get(one.callId) ?? [], now) })).filter(({ until }) => until !== null)
    return lineOf({
      id: 'drafts.invitations', what: 'drafts.todo.invitations', next: 'drafts.todo.invitations.next', n: waiting.length, since: earliest(waiting.map(({ invitedAt }) => invitedAt)),
      until: earliest(waiting.map(({ until }) => until)), path: '/projects/invitations',
    })
  },
}
