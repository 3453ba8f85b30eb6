import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/journal.ts'
import type { Call } from '../../platform/serve/call.ts'
import { deleteIdentity, insertIdentity, saveIdentity, type Identity, type Said } from './identity-store.ts'

type Doer = Pick<Call, 'actor' | 'request' | 'tools'>
export const room = 'city.identity'

/** How an identity came to its account: both were made by it, after the proof of a local account, or by whoever was signed in. */
export type Linked = 'first' | 'proven' | 'own'

/** Row and journal row together (law 4). */
export async function linkIdentity(tx: Tx, { actor, request, tools }: Doer, made: Pick<Identity, 'issuer' | 'subject' | 'door' | 'accountId' | 'said'>, how: Linked): Promise<Identity> {
  const now = tools.clock.now()
  const identity: Identity = { ...made, id: newId(now.getTime()), name: made.said.name, linkedAt: now, lastSeenAt: now, version: 1 }
  await insertIdentity(tx, tools.keyring, identity)
  await record(tx, tools.keyring, { actor, request }, {
    room, subject: identity.id, seq: 1, event: 'linked', body: { accountId: made.accountId, door: made.door, issuer: made.issuer, how }, private: { subject: made.subject, name: made.said.name },
  })
  return identity
}

/** Seen again. What the provider says otherwise than before stands in the journal by its names, and what was taken over from it. */
export async function seeIdentity(tx: Tx, { actor, request, tools }: Doer, identity: Identity, said: Said, taken: readonly string[]): Promise<void> {
  const before: Record<string, unknown> = { ...identity.said }
  const fields = Object.entries(said).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])).map(([field]) => field)
  const version = identity.version + (fields.length > 0 || taken.length > 0 ? 1 : 0)
  await saveIdentity(tx, tools.keyring, { ...identity, said, name: said.name, lastSeenAt: tools.clock.now(), version })
  if (version === identity.version) return
  await record(tx, tools.keyring, { actor, request }, { room, subject: identity.id, seq: version, event: 'said_otherwise', body: { accountId: identity.accountId, fields, taken } })
}

export async function unlinkIdentity(tx: Tx, { actor, request, tools }: Doer, identity: Identity): Promise<void> {
  await deleteIdentity(tx, identity.id)
  await record(tx, tools.keyring, { actor, request }, {
    room, subject: identity.id, seq: identity.version + 1, event: 'unlinked', body: { accountId: identity.accountId, door: identity.door },
  })
}
