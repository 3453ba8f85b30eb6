import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import { happenToUnit } from './unit-journal.ts'
import { unitForUpdate } from './unit-store.ts'
import type { RegistryChange, UnitFacts } from './unit.ts'

type Doer = Pick<Call, 'actor' | 'request' | 'tools'>

/**
 * S2-02: a legal entity signs in through the city for the first time: its unit is active at once, for the registry of the
 * city answers for the facts. `one_active_unit_per_credit_code` has the last word. The caller holds the authority open.
 */
export async function arriveUnit(tx: Tx, { actor, request, tools }: Doer, facts: UnitFacts): Promise<string> {
  const now = tools.clock.now()
  const unit = await happenToUnit(tx, tools, { actor, request }, null, newId(now.getTime()), { event: 'came', at: now.toISOString(), facts })
  return unit.id
}

/** Name and legal representative as the registry has them now (S2-24); what was done keeps the name of its time (E03). Gives what changed. */
export async function takeOverRegistry(tx: Tx, { actor, request, tools }: Doer, unitId: string, said: RegistryChange): Promise<(keyof RegistryChange)[]> {
  const unit = await unitForUpdate(tx, unitId)
  if (!unit) return []
  const changed = (['name', 'legalRepresentative'] as const).filter((field) => said[field] !== undefined && said[field] !== unit[field])
  if (changed.length === 0) return []
  const pick = (from: RegistryChange): RegistryChange => Object.fromEntries(changed.map((field) => [field, from[field]]))
  await happenToUnit(tx, tools, { actor, request }, unit, unitId, { event: 'registry_changed', at: tools.clock.now().toISOString(), to: pick(said), before: pick(unit) })
  return changed
}
