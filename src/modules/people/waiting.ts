import { unitPosts } from '../../kernel/actor.ts'
import { lineOf, type WaitingSource } from '../../platform/waiting.ts'
import { countsOf, oldestNew } from './place-store.ts'

/** 新增待确认 (S2-13): people who chose the unit and wait for it to enable or refuse them. */
export const peopleWaiting: WaitingSource = {
  posts: unitPosts,
  async of({ actor, tools: { db } }) {
    const unitId = actor.mandate?.scopeId ?? ''
    const n = (await countsOf(db, unitId)).new ?? 0
    return lineOf({ id: 'people.new', what: 'people.todo.new', next: 'people.todo.new.next', n, until: null, path: '/people?status=new', since: n > 0 ? await oldestNew(db, unitId) : null })
  },
}
