import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts'
import { transact } from './db/transaction.ts'
import type { Tx } from './db/database.ts'
import type { Call } from './serve/call.ts'

/**
 * One deed, one transaction: the row, its journal row, the notices and the idempotency key stand or fall together
 * (guards.md, section 4). A refusal rolls back. A call that carries an idempotency key is answered the second time
 * with what the first one said, without a second effect (I9); the same key with another input is refused.
 *
 * The answer must be plain JSON without personal values: it is kept with the key.
 */
export function deed<T>(call: Call, work: (tx: Tx) => Promise<T | Refusal>): Promise<T | Refusal> {
  const { tools, request } = call
  return transact(tools.db, tools.constraintWords, async (tx) => {
    if (!request.idempotencyKey) return work(tx)
    const actor = call.actor?.accountId ?? `address:${tools.keyring.blind(request.address, 'idempotency')}`
    const key = { actor, key: request.idempotencyKey }
    // Keyed: an input may hold a password, which a bare hash would give away to whoever reads the table.
    const asked = JSON.stringify([call.verb, call.input])
    const digest = tools.keyring.sign(asked, 'idempotency.request')
    // A second request with the same key waits here until the first has committed or rolled back.
    const claimed = await tx
      .insertInto('idempotency')
      .values({ ...key, verb: call.verb, request_digest: digest })
      .onConflict((on) => on.constraint('one_effect_per_key').doNothing())
      .returning('key')
      .executeTakeFirst()
    if (!claimed) {
      const before = await tx
        .selectFrom('idempotency').select(['request_digest', 'answer'])
        .where('actor', '=', key.actor).where('key', '=', key.key).executeTakeFirstOrThrow()
      return tools.keyring.verify(asked, before.request_digest, 'idempotency.request') ? (before.answer as T) : refuse('key_reused', { status: 422 })
    }
    const answer = await work(tx)
    if (isRefusal(answer)) return answer
    await tx
      .updateTable('idempotency').set({ answer: JSON.stringify(answer ?? null) })
      .where('actor', '=', key.actor).where('key', '=', key.key).execute()
    return answer
  })
}
