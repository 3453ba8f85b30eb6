import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import type { Call } from '../../platform/serve/call.ts'
import { arrive } from './arrival.ts'
import { receive } from './provider.ts'
import { refusedTo } from './refused.ts'
import { spendVisit, type Visit } from './visit-store.ts'

type Query = Readonly<Record<string, string>>

/** The way that this answer belongs to, used by it (I16): only in the browser that left, once, within ten minutes. */
async function visitOf({ tools, request }: Pick<Call, 'request' | 'tools'>, state: string): Promise<Visit | Refusal> {
  const { visitToken } = request
  if (!visitToken) return refuse('city.state', { status: 403 })
  const visit = await transact(tools.db, {}, (tx) => spendVisit(tx, tools.keyring, tools.clock.now(), { state, browser: visitToken }))
  return visit ?? refuse('city.state', { status: 403 })
}

/** Back from the provider: gives the path to go on to, whatever came back. */
export async function comeBack(call: Pick<Call, 'actor' | 'request' | 'reply' | 'tools'>, query: Query): Promise<string> {
  const state = query.state ?? ''
  if (!/^[\w-]{20,200}$/.test(state)) return refusedTo(call, refuse('city.state', { status: 403 }), null)
  const visit = await visitOf(call, state)
  if (isRefusal(visit)) return refusedTo(call, visit, state)
  const shown = await receive(call.tools.config, visit.door, query, visit.departure)
  if (isRefusal(shown)) return refusedTo(call, shown, state)
  const arrived = await arrive(call, shown, visit)
  return isRefusal(arrived) ? refusedTo(call, arrived, state) : arrived.next
}
