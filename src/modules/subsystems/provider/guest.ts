import type { IncomingMessage } from 'node:http'
import type { Call } from '../../../platform/serve/call.ts'
import type { PageCall } from '../../../platform/page/page.ts'

/** Who sends a request to the provider, as the platform's own session says: the provider believes nobody else. */
export interface Guest {
  /** null: not signed in, or no person. */
  person: { id: string; sessionId: string; signedInAt: Date } | null
  /** What a page of ours needs. */
  frame: Pick<PageCall, 't' | 'lang' | 'mode' | 'site' | 'path' | 'query' | 'actor' | 'nonce'>
  /** To end the platform's session with the provider's. */
  call: Pick<Call, 'tools' | 'request' | 'reply' | 'actor'>
}

const guests = new WeakMap<IncomingMessage, Guest>()

export const welcome = (request: IncomingMessage, guest: Guest): void => void guests.set(request, guest)

/** Throws for a request that did not come through our routes: there are none. */
export function guestOf({ req }: { req: IncomingMessage }): Guest {
  const guest = guests.get(req)
  if (!guest) throw new Error('a request to the provider that did not come through its routes')
  return guest
}
