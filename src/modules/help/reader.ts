import { isUnitPost, type Actor } from '../../kernel/actor.ts'
import type { Reader } from './store.ts'

/** The desk at which this actor reads questions; whoever acts for a unit reads those to its account (D16). */
export const readerOf = (actor: Actor): Reader => ({
  post: isUnitPost(actor.mandate?.post) ? 'unit_account' : (actor.mandate?.post ?? 'person'), scope: actor.mandate?.scopeId ?? null, accountId: actor.accountId,
})
