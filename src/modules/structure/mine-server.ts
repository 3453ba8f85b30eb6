import type { Actor } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/clock.ts'
import { deed } from '../../platform/deed.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { unitOf } from '../units/index.ts'
import { activateGrants, waitingExactly } from './arrival.ts'
import type { structureContract } from './contract.ts'
import { postsOfAccount, type OwnPost } from './list-store.ts'
import { nameOfSecondaryUnit } from './name-store.ts'
import { openReason } from './role-grant-store.ts'
import { reasonIn } from './show.ts'

type Verbs = Handlers<typeof structureContract>

/** As long is a post that ended shown to who held it (E29). */
const shownDays = 30

/** E29: the posts of a person; one that ended says why. */
export const mine: Verbs['mine'] = async (call: Call<unknown, Actor>) => {
  const { tools, actor, request } = call
  const { db, keyring } = tools
  const t = tools.translate[request.lang]
  const show = (post: OwnPost) => ({
    id: post.id, kind: post.kind, unit: post.unit, secondaryUnit: post.secondary_unit, since: (post.activated_at ?? post.granted_at).toISOString(),
    until: post.ended_at?.toISOString() ?? null, reason: reasonIn(t, openReason(keyring, post.end_reason)),
  })
  const posts = await postsOfAccount(db, actor.accountId, addDays(tools.clock.now(), -shownDays))
  const waiting = []
  for (const g of await waitingExactly(db, tools, actor.accountId)) {
    const unit = await unitOf(db, g.unitId)
    waiting.push({
      id: g.id, kind: g.kind, unit: unit?.name ?? '', secondaryUnit: g.secondaryUnitId && (await nameOfSecondaryUnit(db, g.secondaryUnitId)),
      since: g.grantedAt.toISOString(), until: null, reason: '',
    })
  }
  return { waiting, active: posts.filter((p) => !p.ended_at).map(show), ended: posts.filter((p) => p.ended_at).map(show) }
}

export const activateMine: Verbs['activateMine'] = (call) =>
  deed(call, async (tx) => ({ activated: await activateGrants(tx, call, call.actor.accountId) }))
