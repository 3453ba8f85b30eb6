import type { Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import { deleteDraft, insertDraft } from './draft-store.ts'

/**
 * A draft with nothing in it yet, in the deed by which the applications room begins an application of the same id. Whether
 * it may be begun is decided there.
 */
export const openDraft = async (tx: Tx, { tools }: Pick<Call, 'tools'>, of: { id: string; callId: string; leaderId: string; accountId: string }): Promise<void> =>
  void (await insertDraft(tx, { id: of.id, call_id: of.callId, leader_id: of.leaderId, account_id: of.accountId }, tools.clock.now()))

/**
 * Forgets a draft that was never submitted, with everything in it; the application's row must be gone before (it refers to this one).
 * The files themselves lie in the store until the sweep finds that no row names them.
 */
export const dropDraft = (tx: Tx, id: string): Promise<void> => deleteDraft(tx, id)
