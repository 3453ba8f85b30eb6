import { addDays } from '../../kernel/clock.ts'
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import { endMandate, endSessionsOf, grantMandate } from '../accounts/index.ts'
import { moveReviews, rerouteOf } from '../profiles/index.ts'
import { tellHolder, tellNamed } from './notices.ts'
import type { GrantKind, Named, RoleGrant } from './role-grant.ts'
import { grantedSince, keysOf, namedSince } from './role-grant-store.ts'
import { accountOf, peopleMeant } from './state-store.ts'
import { happenToGrant } from './structure-journal.ts'

export type Doer = Pick<Call, 'actor' | 'request' | 'tools'>
export interface OfUnit {
  id: string
  name: string
}

/** How many posts a unit may give in 24 hours: a university that sets up all of its departments stays below, who guesses at telephones does not. */
export const namingsADay = 300

export async function namingsProblem(tx: Tx, { tools }: Doer, unitId: string): Promise<Refusal | null> {
  const n = await grantedSince(tx, unitId, addDays(tools.clock.now(), -1), namingsADay)
  return n < namingsADay ? null : refuse('structure.namings.limit', { status: 429, params: { n: namingsADay } })
}

/**
 * 授权: in force at once for the account that agrees in all three, else waiting for its sign-in (1.4.3). That there is or
 * is no such account is told to nobody but by the state of the post.
 */
export async function givePost(
  tx: Tx, call: Doer, unit: OfUnit, post: { id: string; kind: GrantKind; secondaryUnitId: string | null; who: Named },
): Promise<RoleGrant | Refusal> {
  const { tools } = call
  const now = tools.clock.now()
  const keys = keysOf(tools.keyring, post.who)
  const wasNamed = await namedSince(tx, unit.id, keys.phoneKey, addDays(now, -1))
  const grant = await happenToGrant(tx, tools, call, null, post.id, {
    event: 'granted', at: now.toISOString(), unitId: unit.id, kind: post.kind, secondaryUnitId: post.secondaryUnitId, who: post.who,
  })
  if (isRefusal(grant)) return grant
  const accountId = await accountOf(tx, { name: post.who.name, ...keys })
  if (accountId) return activate(tx, call, unit, grant, accountId)
  if (!wasNamed) await tellNamed(tx, tools, grant, unit)
  return grant
}

/** 待激活 -> 生效: the post in the account's mandates, and its own reviews one level up (E38). */
export async function activate(tx: Tx, call: Doer, unit: OfUnit, waiting: RoleGrant, accountId: string): Promise<RoleGrant | Refusal> {
  const { tools } = call
  const grant = await happenToGrant(tx, tools, call, waiting, waiting.id, { event: 'activated', at: tools.clock.now().toISOString(), accountId })
  if (isRefusal(grant)) return grant
  const mandate = await grantMandate(tx, call, { accountId, post: grant.kind, scopeId: grant.secondaryUnitId ?? unit.id })
  if (isRefusal(mandate)) return mandate
  const personIds = await peopleMeant(tx, unit.id, keysOf(tools.keyring, grant).documentKey, accountId)
  await moveReviews(tx, call, await rerouteOf(tx, { unitId: unit.id, personIds }), { changeId: grant.id })
  await tellHolder(tx, tools, grant, 'activated', unit)
  return grant
}

/** The post ends, and with it every session of whoever held it: at once, in this transaction (S2-30, E19, E29). The account stays (C5). */
export async function endPost(tx: Tx, call: Doer, unit: OfUnit, given: RoleGrant, note: string): Promise<RoleGrant | Refusal> {
  const { tools } = call
  const grant = await happenToGrant(tx, tools, call, given, given.id, { event: 'ended', at: tools.clock.now().toISOString(), note })
  if (isRefusal(grant)) return grant
  const { accountId } = grant
  if (!accountId) return grant
  const ended = await endMandate(tx, call, { accountId, post: grant.kind, scopeId: grant.secondaryUnitId ?? unit.id })
  // Where the mandate has ended already, the post must end all the same.
  if (isRefusal(ended) && ended.code !== 'not_found') return ended
  await endSessionsOf(tx, call, accountId, 'post_ended')
  await tellHolder(tx, tools, grant, 'ended', unit, note)
  return grant
}

