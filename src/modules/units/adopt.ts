import type { Tx } from '../../platform/db/database.ts'
import { recordAll } from '../../platform/journal.ts'
import { newId } from '../../kernel/ids.ts'
import type { Call } from '../../platform/serve/call.ts'
import { insertAdopted } from './adopt-store.ts'
import { evolveUnit, type UnitEvent, type UnitFacts } from './unit.ts'
import { unitRoom } from './unit-journal.ts'

/** A unit of an older system, its values checked and canonical. */
export interface AdoptedUnit extends UnitFacts {
  /** Made here unless the caller needs it beforehand. */
  id?: string
}

/**
 * S1-05: takes over units that an older system had approved, as active ones, in a few statements: row, name, journal.
 * `one_active_unit_per_credit_code` refuses all of them for one that is active already. Gives the ids in the order of
 * the rows.
 */
export async function adoptUnits(tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, rows: readonly AdoptedUnit[]): Promise<string[]> {
  if (rows.length === 0) return []
  const now = call.tools.clock.now()
  const made = rows.map(({ id = newId(now.getTime()), ...facts }) => {
    const event: UnitEvent = { event: 'adopted', at: now.toISOString(), facts }
    return { event, unit: evolveUnit(null, id, event) }
  })
  await insertAdopted(tx, made.map(({ unit }) => unit))
  await recordAll(tx, call.tools.keyring, call, made.map(({ unit, event: { event, ...body } }) =>
    ({ room: unitRoom, subject: unit.id, seq: unit.version, event, body })))
  return made.map(({ unit }) => unit.id)
}
