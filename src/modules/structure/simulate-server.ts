import { isRefusal } from '../../kernel/refusal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { askedOf } from './asked.ts'
import type { structureContract } from './contract.ts'
import { planOf } from './plan.ts'
import { sealOf } from './seal.ts'
import { refusedDelegation } from './security.ts'
import { showPlan } from './show-plan.ts'
import { countsIn } from './state-store.ts'
import { delegationProblem } from './why.ts'

type Verbs = Handlers<typeof structureContract>

/** N9: nothing is written, nobody waits; what would happen, out of the same plan that the deed carries out. */
export const simulate: Verbs['simulate'] = async (call) => {
  const { db } = call.tools
  const { change } = call.input
  const unitId = call.actor.mandate?.scopeId ?? ''
  const refusal = ['authorise', 'replace', 'revoke'].includes(change.kind) ? delegationProblem(call.actor, unitId) : null
  if (refusal) return refusedDelegation(call, refusal)
  const asked = await askedOf(db, call, unitId, change, null)
  if (isRefusal(asked)) return asked
  const plan = planOf(asked.state, asked.change)
  const counts = await countsIn(db, unitId, asked.state.units.map((u) => u.id))
  return { seal: sealOf(asked.state, plan), kind: change.kind, ...showPlan(asked.state, asked.change.kind, plan, { unit: { name: call.actor.mandate?.scopeName ?? '' }, counts }) }
}
