import { lineOf, type WaitingSource } from '../../platform/waiting.ts'
import { oldestWaiting, reviewTotals } from './review-store.ts'

/** 单位注册审核 (S1-43): registrations at the own desk, as the list counts them. */
export const registrationsWaiting: WaitingSource = {
  posts: ['authority_officer'],
  async of({ actor, tools: { db, keyring } }) {
    const desk = actor.mandate?.scopeId ?? ''
    const n = (await reviewTotals(db, keyring, [desk], { size: 1 })).counts.submitted ?? 0
    return lineOf({
      id: 'units.registrations', what: 'units.todo.registrations', next: 'units.todo.registrations.next', n, until: null, path: '/units/reviews', since: n > 0 ? await oldestWaiting(db, desk) : null,
    })
  },
}
