import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import type { structureContract } from './contract.ts'
import { looksToday } from './look-store.ts'
import { grantById } from './role-grant-store.ts'
import { refusedDelegation } from './security.ts'
import { delegationProblem } from './why.ts'

type Verbs = Handlers<typeof structureContract>

/** How often one account may look in 24 hours. */
export const looksADay = 100

/** Telephone or document of who holds a post, or held it; that it was looked at, and why, is kept (S1-54). */
export const revealGrant: Verbs['revealGrant'] = async (call) => {
  const { tools, actor } = call
  const unitId = actor.mandate?.scopeId ?? ''
  const shown = await deed<{ value: string }>(call, async (tx): Promise<{ value: string } | Refusal> => {
    const grant = await grantById(tx, tools.keyring, call.input.id)
    if (grant?.unitId !== unitId) return unseen()
    const refusal = grant.kind === 'authorised_person' ? delegationProblem(actor, unitId) : null
    if (refusal) return refusal
    if ((await looksToday(tx, actor.accountId, 'structure.reveal', 'grant_revealed', looksADay)) >= looksADay) {
      tools.log.warn({ accountId: actor.accountId, unitId, limit: looksADay }, 'somebody looks at more holders of posts than a day should need')
      return refuse('structure.look.limit', { status: 429, params: { n: looksADay } })
    }
    await record(tx, tools.keyring, call, {
      room: 'structure.reveal', subject: newId(), seq: 1, event: 'grant_revealed',
      body: { grantId: grant.id, accountId: grant.accountId, unitId, what: call.input.what }, private: { note: call.input.reason },
    })
    return { value: call.input.what === 'phone' ? grant.phone : grant.document.number }
  })
  return isRefusal(shown) && shown.code === 'structure.not_delegable' ? refusedDelegation(call, shown) : shown
}
