import { personalPosts, unitPosts, type Post } from '../../kernel/actor.ts'
import { lineOf, type WaitingLine, type WaitingSource } from '../../platform/waiting.ts'
import { profileGate } from './gate.ts'
import { reachOf } from './reach.ts'
import { silenceOf } from './silence.ts'
import { oldestPending, waitingAt } from './waiting-store.ts'

const desks: readonly Post[] = [...unitPosts, 'secondary_unit_manager']

/** 个人信息审核 (S2-45): what waits at the own desk; for the unit also what lies at secondary units that do not answer (E36, E37). */
const reviewsWaiting: WaitingSource = {
  posts: desks,
  async of({ actor, tools }) {
    const { db } = tools
    const reach = reachOf(actor)
    const { n, vacant, silent } = await waitingAt(db, reach, await silenceOf(db, tools))
    const line = (id: string, count: number, more: Pick<WaitingLine, 'path' | 'since'>) =>
      lineOf({ id: `profiles.${id}`, what: `profiles.todo.${id}`, next: `profiles.todo.${id}.next`, n: count, until: null, ...more })
    return [
      ...line('reviews', n, { path: '/center/reviews', since: n > 0 ? await oldestPending(db, reach) : null }),
      ...line('vacant', vacant, { path: '/center/reviews?desk=all', since: null }),
      ...line('silent', silent, { path: '/center/reviews?desk=all', since: null }),
    ]
  },
}

/** S2-63, S2-65: the own personal information where it is still to be told, or came back. */
const ownWaiting: WaitingSource = {
  posts: personalPosts,
  async of({ actor, tools: { db } }) {
    const gate = await profileGate(db, actor.accountId)
    if (!gate || gate.state === 'pending') return []
    const kind = gate.state === 'refused' ? 'refused' : gate.isApproved || gate.isComplete ? null : 'incomplete'
    return kind === null ? [] : lineOf({ id: 'profiles.own', what: `profiles.todo.${kind}`, next: `profiles.todo.${kind}.next`, n: 1, since: gate.handedInAt, until: null, path: '/center/profile' })
  },
}

export const profilesWaiting: readonly WaitingSource[] = [ownWaiting, reviewsWaiting]
