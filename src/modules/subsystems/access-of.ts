import type { Db } from '../../platform/db/database.ts'
import { accessTo, type Access } from './access.ts'
import { entrantOf } from './facts-store.ts'
import { allSubsystems } from './subsystem-store.ts'

/** Whether this account may be in the subsystem of this code now; null where it is no person's, or there is no such subsystem. */
export async function accessOf(db: Db, accountId: string, code: string): Promise<Access | null> {
  const entrant = await entrantOf(db, accountId, code)
  return entrant && accessTo(entrant.facts)
}

/** Whether a subsystem of this code is registered and open at all (D25). */
export const isOpen = async (db: Db, code: string): Promise<boolean> => (await allSubsystems(db)).some((one) => one.code === code && one.isOpen)
