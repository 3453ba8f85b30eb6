import { isRefusal } from '../../../kernel/refusal.ts'
import { transact } from '../../../platform/db/transaction.ts'
import type { Tools } from '../../../platform/tools.ts'
import { idleSince } from '../../accounts/index.ts'
import { accessTo } from '../access.ts'
import { entrantBehind, type Entrant } from '../facts-store.ts'
import { holdBoth, noteVisit } from '../visit-store.ts'

/**
 * A code is redeemed: judged while person and subsystem are held, and the visit noted with it. So whatever ends the right
 * came before and is seen here, or comes after and finds the visit; there is none that nobody is told of.
 */
export async function entering(tools: Tools, by: { personId: string; code: string; sessionId: string; sid: string }): Promise<Entrant | null> {
  const now = tools.clock.now()
  const entrant = await transact(tools.db, {}, async (tx) => {
    await holdBoth(tx, by.personId, by.code)
    const found = await entrantBehind(tx, by, now, idleSince(tools))
    if (!found || !accessTo(found.facts).may) return null
    await noteVisit(tx, { sid: by.sid, sessionId: by.sessionId, personId: by.personId, subsystemId: found.subsystem.id }, now)
    return found
  })
  return isRefusal(entrant) ? null : entrant
}
