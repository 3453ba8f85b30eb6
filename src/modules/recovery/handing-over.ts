import { minuteOf } from '../../kernel/clock.ts'
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { createSuccessorAccount, endMandate, endSessionsOf, grantMandate } from '../accounts/index.ts'
import { happenToCase } from './case-journal.ts'
import { caseFor, stateOf, waitOf } from './case-reach.ts'
import { otherOpenCases } from './case-store.ts'
import type { recoveryContract } from './contract.ts'
import { keeperOf } from './facts-store.ts'
import { beginHandover } from './handover-store.ts'
import { tellClaimant, tellKeeper } from './notices.ts'

type Verbs = Handlers<typeof recoveryContract>

/** Somebody has the wished name or one of the proven addresses by now: said to the officer, beside the fact. */
const takenOr = (refusal: Refusal): Refusal =>
  Object.keys(refusal.fields).some((name) => ['userName', 'mail', 'phone'].includes(name)) ? refuse('recovery.taken', { status: 409, fields: refusal.fields }) : refusal

/**
 * The second officer (E12, N12): from "nobody can sign in" to working, in one transaction. The old keeper's mandate and
 * sessions end, the claimant gets an account without a password and a one-time link to the mailbox he has proven, and the
 * package for him begins. Whoever keeps the account by then must be the one that the first officer knew of.
 */
export const confirm: Verbs['confirm'] = (call) =>
  deed(call, async (tx) => {
    const { tools, actor } = call
    const item = await caseFor(tx, call, 'confirm')
    if (isRefusal(item)) return item
    const { c, unit } = item
    const { claimant } = c
    if (!claimant) throw new Error('an open case without its claimant')
    if (unit.status !== 'active') return refuse('recovery.unit_not_active', { status: 409 })
    const keeper = await keeperOf(tx, unit.id)
    if (keeper !== c.keeperId) return refuse('recovery.keeper_changed', { status: 409 })
    const until = await waitOf(tx, tools, c)
    if (until) return refuse('recovery.may_still_object', { status: 409, params: { until: minuteOf(until) } })
    if (keeper) {
      const ended = await endMandate(tx, call, { accountId: keeper, post: 'unit_account', scopeId: unit.id })
      if (isRefusal(ended)) return refuse('recovery.keeper_changed', { status: 409 })
      await endSessionsOf(tx, call, keeper, 'handed_over')
    }
    const made = await createSuccessorAccount(tx, call, { userName: claimant.userName, displayName: claimant.name, mail: claimant.mail, phone: claimant.phone, lang: c.lang })
    if (isRefusal(made)) return takenOr(made)
    const granted = await grantMandate(tx, call, { accountId: made.accountId, post: 'unit_account', scopeId: unit.id })
    if (isRefusal(granted)) return granted
    const now = tools.clock.now()
    const done = await happenToCase(tx, tools, call, c, { event: 'handed_over', at: now.toISOString(), by: actor.accountId, successorId: made.accountId })
    if (isRefusal(done)) return done
    await beginHandover(tx, tools, call, { unitId: unit.id, successorId: made.accountId, predecessorId: keeper, now })
    const minutes = Math.round((made.expiresAt.getTime() - now.getTime()) / 60_000)
    await tellClaimant(tx, tools, done, 'handed_over', { link: made.link, userName: claimant.userName, minutes })
    if (keeper) await tellKeeper(tx, tools, done, 'handed_over', keeper)
    // Whoever else claims this account now claims it from the new keeper, who may object.
    for (const other of await otherOpenCases(tx, tools.keyring, unit.id, c.id)) await tellKeeper(tx, tools, other, 'claimed', made.accountId)
    return stateOf(done)
  })
