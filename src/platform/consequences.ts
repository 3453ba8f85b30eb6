import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Tx } from './db/database.ts'
import type { Call } from './serve/call.ts'

/**
 * Says in the transaction of a deed that something happened (`people.left`), so that later rooms draw their
 * consequences: a person who leaves a unit loses what the unit opened. The first refusal stops the deed.
 */
export async function happened(tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, event: string, about: { subject: string }): Promise<void | Refusal> {
  for (const consequence of call.tools.consequencesOf(event)) {
    const refusal = await consequence(tx, call, about)
    if (isRefusal(refusal)) return refusal
  }
}
