import { personalPosts, unitPosts } from '../../kernel/actor.ts'
import { isRefusal, unseen } from '../../kernel/refusal.ts'
import type { AskableDeed } from '../../platform/room.ts'
import { ownOf } from './own.ts'
import { reachOf } from './reach.ts'
import { factRows, factsIn } from './review-store.ts'
import { whyNot, whyNotSubmit } from './review.ts'
import { silenceOf } from './silence.ts'

/** "Why can't I?" (N11), by the functions that the verbs themselves ask. */
export const profileDeeds: Readonly<Record<string, AskableDeed>> = {
  'profiles.submit': {
    posts: personalPosts, path: '/center/profile',
    async ask(call) {
      const own = await ownOf(call.tools.db, call, { lock: false })
      return isRefusal(own) ? own : whyNotSubmit(own.waiting && { deskName: own.waiting.deskName, since: own.waiting.submittedAt })
    },
  },
  'profiles.review': {
    posts: [...unitPosts, 'secondary_unit_manager'], of: 'subject', path: '/center/reviews',
    refusals: [
      'profiles.own_review', 'profiles.at_secondary_unit', 'profiles.at_unit', 'profiles.review.decided.approved', 'profiles.review.decided.refused',
      'profiles.review.decided.withdrawn', 'profiles.review.left',
    ],
    async ask({ tools, actor }, subject) {
      const [row] = subject ? await factRows(tools.db, reachOf(actor), [subject]) : []
      return row ? whyNot('approve', factsIn(row), actor, await silenceOf(tools.db, tools)) : unseen()
    },
  },
}
