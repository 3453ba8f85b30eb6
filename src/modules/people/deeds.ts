import { unitPosts, type Actor } from '../../kernel/actor.ts'
import { refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { AskableDeed } from '../../platform/room.ts'
import type { Call } from '../../platform/serve/call.ts'
import { contactOf } from '../accounts/index.ts'
import { enableRefusal } from './enable.ts'
import { chooseRefusal, remindRefusal } from './me-server.ts'
import { personOfAccount, personOfUnit } from './person-store.ts'
import type { Person } from './person.ts'
import { whyNot } from './why.ts'

type Asking = Pick<Call<unknown, Actor>, 'actor' | 'request' | 'tools'>

/** To one of the unit's own people. */
const toOne = (path: string, why: (call: Asking, p: Person) => Promise<Refusal | null>): AskableDeed => ({
  posts: unitPosts, of: 'subject', path,
  async ask(call, subject) {
    const p = subject && (await personOfUnit(call.tools.db, call.tools.keyring, call.actor.mandate?.unitId ?? '', subject))
    return p ? why(call, p) : unseen()
  },
})

/** To oneself. */
const toMe = (path: string, why: (call: Asking, p: Person) => Promise<Refusal | null>): AskableDeed => ({
  posts: ['person'], path,
  async ask(call) {
    const p = await personOfAccount(call.tools.db, call.tools.keyring, call.actor.accountId)
    return p ? why(call, p) : unseen()
  },
})

/** "Why can't I?" (N11), answered by what the verbs ask. */
export const peopleDeeds: Readonly<Record<string, AskableDeed>> = {
  'people.enable': toOne('/people', (call, p) => enableRefusal(call.tools.db, call, p)),
  'people.resetPassword': toOne('/people', async ({ tools, actor }, p) =>
    whyNot('resetPassword', p, actor) ?? ((await contactOf(tools.db, tools.keyring, p.accountId))?.mail ? null : refuse('people.no_mailbox', { status: 409 }))),
  'people.choose': toMe('/me/profile', ({ tools, actor }, p) => chooseRefusal(tools.db, tools, p, actor)),
  'people.remind': toMe('/me', ({ tools }, p) => remindRefusal(tools.db, tools, p)),
}
