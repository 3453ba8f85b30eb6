import type { Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import { derivedFrom, type Document, type Plain } from './fields.ts'
import { nothingYet } from './profile.ts'
import { tell } from './profile-journal.ts'
import { insertProfile } from './profile-store.ts'

/**
 * Somebody's personal information begins: with what is known of him already (through the city, say), as far as it needs no
 * review; a document that carries sex and birth date gives them (E42). Nothing happens where it has begun (E44: what is
 * known beforehand is a beginning, never an approved fact).
 */
export async function ensureProfile(
  tx: Tx, call: Pick<Call, 'actor' | 'request' | 'tools'>, { personId, document = null, ...basics }: { personId: string; document?: Document | null } & Partial<Plain>,
): Promise<void> {
  const { tools } = call
  const now = tools.clock.now()
  const plain = { ...nothingYet, ...basics, ...derivedFrom(document) }
  const made = await insertProfile(tx, tools.keyring, { personId, version: 1, plain, approvedVersion: null, approvedAt: null }, now)
  if (made) await tell(tx, tools, call, { personId, version: 1, event: 'begun' })
}
