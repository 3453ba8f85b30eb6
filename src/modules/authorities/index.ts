import { refuse, type Refusal } from '../../kernel/refusal.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { authorityById, idsAbove, idsBelow, openAuthorityForShare, type Authority } from './store.ts'

export type { Authority } from './store.ts'
export type { AuthorityKind } from './authority.ts'

/** One authority, open or closed; null where there is none. */
export const authorityOf = async (db: Db, id: string): Promise<Authority | null> => (await authorityById(db, id)) ?? null

/** Ids of the authorities above it, nearest first; empty for the bureau. */
export const aboveOf = (db: Db, id: string): Promise<string[]> => idsAbove(db, id)

/** Ids of the authorities below it, nearest first, without itself. */
export const belowOf = (db: Db, id: string): Promise<string[]> => idsBelow(db, id)

/**
 * An authority that takes registrations now, and goes on doing so until this transaction ends: its row is held FOR
 * SHARE, closing waits. Refuses with `authorities.closed`.
 */
export const openAuthority = async (tx: Tx, id: string): Promise<Authority | Refusal> =>
  (await openAuthorityForShare(tx, id)) ?? refuse('authorities.closed', { status: 409 })
