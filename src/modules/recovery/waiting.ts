import { lineOf, type WaitingSource } from '../../platform/waiting.ts'
import { reachOf } from './case-reach.ts'
import { caseCounts, oldestCase } from './facts-store.ts'

/** 单位账号找回 (S1-58): cases that support verifies, and those that an officer of the authority confirms. */
export const casesWaiting: WaitingSource = {
  posts: ['support_officer', 'authority_officer'],
  async of({ actor, tools: { db } }) {
    const authorities = await reachOf(db, actor)
    const n = (await caseCounts(db, authorities)).open ?? 0
    return lineOf({ id: 'recovery.cases', what: 'recovery.todo.cases', next: 'recovery.todo.cases.next', n, until: null, path: '/recovery/cases', since: n > 0 ? await oldestCase(db, authorities) : null })
  },
}
