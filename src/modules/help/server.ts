import { dayOf } from '../../kernel/clock.ts'
import { helperForCode } from '../../kernel/recourse.ts'
import { newId } from '../../kernel/ids.ts'
import { ownPath } from '../../kernel/own-path.ts'
import { overtaken, refuse, unseen } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal.ts'
import { notify, type Recipient } from '../../platform/outbox/notify.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { contactOf } from '../accounts/index.ts'
import type { helpContract } from './contract.ts'
import { bareSentence } from './fields.ts'
import { reachedBy } from './desk.ts'
import { readerOf } from './reader.ts'
import * as store from './store.ts'
import { deeds, why, whom } from './why-server.ts'

const room = 'help'

const shown = (q: store.Question) => ({
  id: q.id, version: q.version, state: q.state, sentence: q.sentence, path: q.path, note: q.note, askedAt: q.asked_at.toISOString(),
  answer: q.answer, answeredAt: q.answered_at?.toISOString() ?? null,
})

export const helpHandlers: Handlers<typeof helpContract> = {
  ask: (call) =>
    deed(call, async (tx) => {
      const { tools, actor, input } = call
      // Only what this post can really be refused with, in the platform's own words: nobody is written to with a text of the asker's.
      if (helperForCode(input.code, actor.mandate?.post ?? null, tools.helpers) !== input.helper) return refuse('help.nobody', { status: 409 })
      const now = tools.clock.now()
      const reached = await reachedBy(tx, tools, actor, input.helper)
      if (!reached) return refuse('help.nobody', { status: 409 })
      const { desk } = reached
      const id = newId(now.getTime())
      const path = (ownPath(input.path) ?? '/app/').split('?')[0] ?? '/app/'
      await store.insertQuestion(tx, { id, accountId: actor.accountId, desk, code: input.code, sentence: bareSentence(tools.translate[call.request.lang](input.code)), path, note: input.note, at: now, on: dayOf(now) })
      await record(tx, tools.keyring, call, { room, subject: id, seq: 1, event: 'asked', body: { to: desk.post, scope: desk.scope, code: input.code } })
      for (const helper of reached.accounts) {
        const to: Recipient[] = [{ channel: 'inbox', accountId: helper.accountId }]
        if (helper.mail) to.push({ channel: 'mail', address: helper.mail, accountId: helper.accountId })
        await notify(tx, tools.keyring, { room, subject: id, seq: 1, template: 'help.asked', lang: helper.lang, params: { link: '/app/help' }, to })
      }
      return { id }
    }),

  async questions(call) {
    const page = await store.questionsTo(call.tools.db, readerOf(call.actor), call.input.state, call.input)
    return { ...page, rows: page.rows.map((q) => ({ ...shown(q), asker: q.asker, askerName: q.asker_name })) }
  },

  whom,

  deeds,

  why,

  waiting: async (call) => ({ n: await store.waitingAt(call.tools.db, readerOf(call.actor)) }),

  answer: (call) =>
    deed(call, async (tx) => {
      const { tools, actor, input } = call
      const found = await store.questionForUpdate(tx, input.id, readerOf(actor))
      if (!found) return unseen()
      if (found.state !== 'open' || found.version !== input.version) return overtaken()
      const version = found.version + 1
      await store.saveAnswer(tx, found.id, { answer: input.answer, by: actor.accountId, at: tools.clock.now(), version })
      await record(tx, tools.keyring, call, { room, subject: found.id, seq: version, event: 'answered' })
      const asker = await contactOf(tx, tools.keyring, found.account_id)
      if (asker) {
        const to: Recipient[] = [{ channel: 'inbox', accountId: found.account_id }]
        if (asker.mail) to.push({ channel: 'mail', address: asker.mail, accountId: found.account_id })
        await notify(tx, tools.keyring, { room, subject: found.id, seq: version, template: 'help.answered', lang: asker.lang, params: { answer: input.answer, link: '/app/help/mine' }, to })
      }
      return { id: found.id, version }
    }),

  async mine(call) {
    const questions = await store.questionsOf(call.tools.db, call.actor.accountId)
    return { questions: questions.map((q) => ({ ...shown(q), toPost: q.to_post as store.Desk['post'] })) }
  },
}
