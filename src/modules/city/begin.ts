import { ownPath } from '../../kernel/own-path.ts'
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { transact } from '../../platform/db/transaction.ts'
import { token } from '../../platform/secrets.ts'
import type { Call } from '../../platform/serve/call.ts'
import { settingOf } from '../settings/index.ts'
import type { Door } from './door.ts'
import { depart } from './provider.ts'
import { insertVisit, visitMinutes } from './visit-store.ts'

/** D1: whether people may sign in through the city: a provider is configured, and the operator has not closed the doors. */
export const isOffered = async ({ db, config }: Call['tools']): Promise<boolean> => config.identity !== null && settingOf(db, config, 'identity.open')

/**
 * Begins a way to the provider: what only the provider's answer and this browser together can redeem is kept for ten
 * minutes. Gives the address to go to. Refuses with `city.not_offered`, `city.unavailable`, or `city.answer` where the
 * provider is not who it should be.
 */
export async function begin(
  call: Pick<Call, 'request' | 'reply' | 'tools'>, { door, back, linkAccount }: { door: Door; back: string | null; linkAccount: string | null },
): Promise<string | Refusal> {
  const { tools, request, reply } = call
  if (!(await isOffered(tools))) return refuse('city.not_offered', { status: 404 })
  const scope = await settingOf(tools.db, tools.config, door === 'legal' ? 'identity.scope_legal' : 'identity.scope_person')
  const way = await depart(tools.config, door, scope, request.lang)
  if (isRefusal(way)) return way
  // One for all ways of this browser: two windows may be on the way at once.
  const browser = request.visitToken ?? token()
  await transact(tools.db, {}, (tx) => insertVisit(tx, tools.keyring, tools.clock.now(), { door, departure: way.departure, browser, back: ownPath(back), linkAccount }))
  reply.setVisit(browser, visitMinutes * 60)
  return way.url.href
}
