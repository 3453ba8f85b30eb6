import { lineOf, type WaitingSource } from '../../platform/waiting.ts'
import { readers } from './contract.ts'
import { readerOf } from './reader.ts'
import { oldestAt, waitingAt } from './store.ts'

/** As far as the store counts. */
const most = 1000

/** 求助 (S1-59): questions to this desk that nobody has answered. */
export const questionsWaiting: WaitingSource = {
  posts: readers,
  async of({ actor, tools: { db } }) {
    const desk = readerOf(actor)
    const n = await waitingAt(db, desk)
    return lineOf({
      id: 'help.questions', what: 'help.todo.questions', next: 'help.todo.questions.next', n, isMore: n >= most, until: null, path: '/help', since: n > 0 ? await oldestAt(db, desk) : null,
    })
  },
}
