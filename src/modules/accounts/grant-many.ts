import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/db/database.ts'
import { recordAll } from '../../platform/journal.ts'
import type { Doer } from './journal.ts'
import type { Granted } from './mandates.ts'
import { insertMandates, nextVersions } from './store/adopt-mandates.ts'

/**
 * Posts for many accounts at once (S1-05): as `grantMandate`, in a few statements. Each account may stand there once. The
 * database refuses all of them for one that is held already (`mandate.held`, `mandate.unit_has_account`).
 */
export async function grantMandates(tx: Tx, call: Doer, rows: readonly Granted[]): Promise<void> {
  if (rows.length === 0) return
  const now = call.tools.clock.now()
  const made = rows.map((row) => ({ ...row, id: newId(now.getTime()) }))
  await insertMandates(tx, made, { grantedBy: call.actor?.accountId ?? null, from: now })
  // As `grantMandate` tells it.
  const event = 'mandate_granted'
  const versions = await nextVersions(tx, made.map((one) => one.accountId))
  await recordAll(tx, call.tools.keyring, call, made.map((one) => {
    const seq = versions.get(one.accountId)
    if (seq === undefined) throw new Error('a post for an account that is not there')
    return { room: 'accounts', subject: one.accountId, seq, event, body: { mandateId: one.id, post: one.post, scopeId: one.scopeId } }
  }))
}
