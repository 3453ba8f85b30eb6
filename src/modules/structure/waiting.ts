import { unitPosts } from '../../kernel/actor.ts'
import { lineOf, type WaitingSource } from '../../platform/waiting.ts'
import { unansweredGrants } from './list-store.ts'

/** 待激活 (S2-34, E17): posts that the unit gave and nobody has taken up; of the authorised person the unit account alone hears (D16). */
export const grantsWaiting: WaitingSource = {
  posts: unitPosts,
  async of({ actor, tools: { db } }) {
    const kinds = await unansweredGrants(db, actor.mandate?.scopeId ?? '')
    return kinds.filter(({ kind }) => kind === 'secondary_unit_manager' || actor.mandate?.post === 'unit_account').flatMap(({ kind, n, since }) => lineOf({
      id: `structure.${kind}`, what: `structure.todo.${kind}`, next: 'structure.todo.next', n, since, until: null,
      path: kind === 'authorised_person' ? '/center/authorisation' : '/center/secondary-units',
    }))
  },
}
