import type { Actor } from '../../kernel/actor.ts'
import { personalPosts } from '../../kernel/actor.ts'
import { unseen, type Refusal } from '../../kernel/refusal.ts'
import type { AskableDeed } from '../../platform/room.ts'
import type { Call } from '../../platform/serve/call.ts'
import { publishedCall } from '../calls/index.ts'
import { whyNot } from './application.ts'
import { deskPosts } from './desk/contract.ts'
import { callsOf, factRows, factsIn, ownRows } from './store/facts.ts'
import { startFacts } from './mine/handing-in.ts'
import { leaderOf } from './store/leaders.ts'
import { momentOf } from './moment.ts'
import { whyNotHandIn } from './mine/start.ts'
import type { ApplicationVerb } from './state.ts'

type Asker = Pick<Call<unknown, Actor>, 'actor' | 'request' | 'tools'>

/** The same function as the verb itself asks (N11), of one application that the asker can see. */
async function ask(call: Asker, verb: ApplicationVerb, id: string | null): Promise<Refusal | null> {
  const { tools: { db }, tools, actor } = call
  const isLeaders = verb === 'submit' || verb === 'withdraw'
  const [row] = id === null ? [] : isLeaders ? await ownRows(db, actor.accountId, id) : await factRows(db, actor, [id])
  const of = row && (await callsOf(db, [row.call_id])).get(row.call_id)
  const published = row && (await publishedCall(db, row.call_id))
  if (!row || !of || !published) return unseen()
  const refusal = whyNot(verb, factsIn(row, of.windows), actor, await momentOf(db, tools))
  if (refusal || verb !== 'submit') return refusal
  return whyNotHandIn(await startFacts(db, call, { ...published, windows: of.windows }, await leaderOf(db, actor.accountId), row.begun_at))
}

const deed = (verb: ApplicationVerb, posts: AskableDeed['posts'], path: string): AskableDeed => ({ posts, path, of: 'subject', ask: (call, subject) => ask(call, verb, subject) })

/** "Why can't I?" of applications. */
export const applicationDeeds: Readonly<Record<string, AskableDeed>> = {
  'applications.submit': deed('submit', personalPosts, '/projects/mine'),
  'applications.withdraw': deed('withdraw', personalPosts, '/projects/mine'),
  'applications.pass': deed('pass', deskPosts, '/projects/unit'),
  'applications.return': deed('return', deskPosts, '/projects/unit'),
}
