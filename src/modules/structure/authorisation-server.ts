import type { Actor } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { opennessOf } from '../../kernel/why.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import type { AskableDeed } from '../../platform/room.ts'
import type { structureContract } from './contract.ts'
import { pastGrants, presentGrants } from './role-grant-store.ts'
import { refusedDelegation } from './security.ts'
import { showGrant, showPastGrant } from './show.ts'
import { authorisationDeeds, delegationProblem, whyNotAuthorisation } from './why.ts'

type Verbs = Handlers<typeof structureContract>

const factsOf = async (call: Pick<Call<unknown, Actor>, 'actor' | 'tools'>) => {
  const unitId = call.actor.mandate?.scopeId ?? ''
  const [row] = await presentGrants(call.tools.db, unitId, 'authorised_person')
  return { unitId, row, present: row ? { name: row.name, since: dayOf(row.granted_at) } : null }
}

/** 账号授权 (S2-27): for the unit account alone; that somebody else looked is kept like every other attempt (E22). */
export const authorisation: Verbs['authorisation'] = async (call) => {
  const refusal: Refusal | null = delegationProblem(call.actor, call.actor.mandate?.scopeId ?? '')
  if (refusal) return refusedDelegation(call, refusal)
  const { db, keyring, translate } = call.tools
  const facts = await factsOf(call)
  const past = await pastGrants(db, facts.unitId, { kind: 'authorised_person' })
  return {
    present: facts.row ? showGrant(facts.row, keyring) : null,
    past: past.map((row) => showPastGrant(row, keyring, translate[call.request.lang])),
    ...opennessOf(authorisationDeeds, (deed) => whyNotAuthorisation(deed, facts, call.actor)),
  }
}

/** N11 */
export const authoriseDeed: AskableDeed = {
  posts: ['unit_account', 'authorised_person'],
  ask: async (call) => whyNotAuthorisation('authorise', await factsOf(call), call.actor),
}
