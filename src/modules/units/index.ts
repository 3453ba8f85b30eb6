import type { Db, Tx } from '../../platform/db/database.ts'
import type { Unit } from './unit.ts'
import { unitById } from './unit-store.ts'
import { activeAmong } from './unit-history-store.ts'

/** What later rooms may call. */
export type { Unit, UnitStatus } from './unit.ts'
export { adoptUnits, type AdoptedUnit } from './adopt.ts'
export { arriveUnit, takeOverRegistry } from './registry.ts'

/** One unit as it is now, whatever its status; null where there is none. */
export const unitOf = (db: Db, id: string): Promise<Unit | null> => unitById(db, id)

/**
 * A unit that may be joined, and goes on being active until this transaction ends: its row is held FOR SHARE, suspending
 * and dissolving wait. null where it is not active.
 */
export async function activeUnitForShare(tx: Tx, id: string): Promise<Unit | null> {
  const [active] = await activeAmong(tx, [id])
  return active ? unitById(tx, active) : null
}

/** Which of these are active, held FOR SHARE in the order of their ids (I10). */
export const activeUnitsForShare = (tx: Tx, ids: readonly string[]): Promise<string[]> => activeAmong(tx, ids)
