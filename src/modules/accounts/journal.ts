import type { Tx } from '../../platform/db/database.ts'
import { record, type Author } from '../../platform/journal.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import type { AccountRow } from './store/accounts.ts'

interface Told {
  body?: Record<string, unknown>
  private?: Record<string, unknown>
  /** Where the call has no actor yet: who signed in just now. */
  by?: Author
}

/** Who does something to an account: a call, or the platform itself (`thePlatform`) with its tools. */
export type Doer = Author & { tools: Tools }

/** One event of an account (`seq`: its version after the deed), or of a session or code. */
export const tell = (tx: Tx, call: Doer, subject: string, seq: number, event: string, told: Told = {}): Promise<void> =>
  record(tx, call.tools.keyring, told.by ?? { actor: call.actor, request: call.request }, {
    room: 'accounts', subject, seq, event,
    ...(told.body && { body: told.body }), ...(told.private && { private: told.private }),
  })

/** The account itself as the author. */
export const authorOf = (call: Pick<Call, 'request'>, account: Pick<AccountRow, 'id' | 'user_name' | 'display_name'>, sessionId: string): Author => ({
  actor: { accountId: account.id, userName: account.user_name, displayName: account.display_name, sessionId, mandate: null },
  request: call.request,
})
