import type { Actor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import { record } from '../../platform/journal.ts'
import type { Call } from '../../platform/serve/call.ts'
import { looksToday } from './look-store.ts'

/** So many attempts of one account are kept in 24 hours; the log has them all. */
const keptADay = 50

/**
 * E22: somebody who acts for the unit tried what is not delegable. The refusal rolls a deed back, so that the event is
 * kept in a transaction of its own, before it is answered.
 */
export async function refusedDelegation(call: Call<unknown, Actor>, refusal: Refusal): Promise<Refusal> {
  const { tools, actor } = call
  tools.log.warn({ accountId: actor.accountId, unitId: actor.mandate?.unitId, verb: call.verb }, 'somebody tried what only the unit account may do')
  await transact(tools.db, tools.constraintWords, async (tx) => {
    if ((await looksToday(tx, actor.accountId, 'structure.security', 'refused_delegation', keptADay)) >= keptADay) return
    await record(tx, tools.keyring, call, {
      room: 'structure.security', subject: newId(), seq: 1, event: 'refused_delegation', body: { verb: call.verb, unitId: actor.mandate?.unitId ?? null },
    })
  })
  return refusal
}
