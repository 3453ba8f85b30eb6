import { newId } from '../../kernel/ids.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import { record } from '../../platform/journal.ts'
import type { Call } from '../../platform/serve/call.ts'
import { isCityRefusal } from './refusals.ts'
import { noteRefused } from './visit-store.ts'

/**
 * Where somebody goes on to who is not let in. A way that was begun here has its refusal in the journal, once: the code,
 * the door and the library's word for it, without anything that the provider said of the person.
 */
export async function refusedTo(call: Pick<Call, 'request' | 'tools'>, refusal: Refusal, state: string | null): Promise<string> {
  const { tools, request } = call
  const { code, params: { why, claim } } = refusal
  tools.log.info({ requestId: request.id, code, why, claim }, 'a sign-in through the city was refused')
  if (state !== null) {
    await transact(tools.db, {}, async (tx) => {
      const now = tools.clock.now()
      const door = await noteRefused(tx, now, state)
      if (door === null) return
      await record(tx, tools.keyring, { actor: null, request }, {
        room: 'city.refused', subject: newId(now.getTime()), seq: 1, event: 'sign_in_refused', body: { code, door, ...(why !== undefined && { why }), ...(claim !== undefined && { claim }) },
      })
    })
  }
  return `/city/refused?why=${isCityRefusal(code) ? code : 'city.answer'}`
}
