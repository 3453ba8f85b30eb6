import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import { contactOf, sendPasswordLink } from '../accounts/index.ts'
import { happenToCase } from './case-journal.ts'
import { caseFor, stateOf } from './case-reach.ts'
import type { recoveryContract } from './contract.ts'
import { accountFactOf, keeperOf } from './facts-store.ts'
import { tellClaimant, tellKeeper, tellSecond, tellSupport } from './notices.ts'
import { lackingComparisons, type Comparison } from './recovery-case.ts'

type Verbs = Handlers<typeof recoveryContract>

/** What was compared with the licence; refused where something indispensable was not. */
function compared(made: readonly Comparison[]): Comparison[] | Refusal {
  const checks = [...new Set(made)]
  return lackingComparisons(checks).length > 0 ? refuse('recovery.compare_first', { fields: { checks: { code: 'recovery.compare_first' } } }) : checks
}

/**
 * 核实无误后告知 (S1-10), with what was compared, as for a hand-over: the user name goes to the proven mailbox of the case; the link that sets a password goes to the
 * registered mailbox alone, so that one officer is enough: nobody gets in who does not have that mailbox (D8).
 */
export const answer: Verbs['answer'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input, actor } = call
    const item = await caseFor(tx, call, 'answer')
    if (isRefusal(item)) return item
    const checks = compared(input.checks)
    if (isRefusal(checks)) return checks
    const keeper = await keeperOf(tx, item.c.unitId)
    const account = keeper ? await accountFactOf(tx, keeper) : null
    const contact = keeper ? await contactOf(tx, tools.keyring, keeper) : null
    if (!account || !contact?.mail) return refuse('recovery.no_keeper', { status: 409 })
    if (account.state === 'disabled') return refuse('recovery.keeper_disabled', { status: 409 })
    const sent = await sendPasswordLink(tx, call, account.id, 'account.reset')
    if (isRefusal(sent)) return sent
    const answered = await happenToCase(tx, tools, call, item.c, {
      event: 'answered', at: tools.clock.now().toISOString(), by: actor.accountId, checks, note: input.reason, accountId: account.id,
    })
    if (isRefusal(answered)) return answered
    await tellClaimant(tx, tools, answered, 'answered', { userName: account.user_name })
    await tellKeeper(tx, tools, answered, 'closed')
    return stateOf(answered)
  })

/** The first officer: what he compared, and with whom it lies now. */
export const verify: Verbs['verify'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input, actor } = call
    const item = await caseFor(tx, call, 'verify')
    if (isRefusal(item)) return item
    if (item.unit.status !== 'active') return refuse('recovery.unit_not_active', { status: 409 })
    const checks = compared(input.checks)
    if (isRefusal(checks)) return checks
    const verified = await happenToCase(tx, tools, call, item.c, {
      event: 'verified', at: tools.clock.now().toISOString(), by: actor.accountId, checks, note: input.reason, keeperId: await keeperOf(tx, item.c.unitId),
    })
    if (isRefusal(verified)) return verified
    await tellSecond(tx, tools, verified)
    await tellClaimant(tx, tools, verified, 'verified')
    return stateOf(verified)
  })

export const refuseCase: Verbs['refuse'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input } = call
    const item = await caseFor(tx, call, 'refuse')
    if (isRefusal(item)) return item
    const refused = await happenToCase(tx, tools, call, item.c, { event: 'refused', at: tools.clock.now().toISOString(), reasonCode: input.reasonCode, note: input.reason })
    if (isRefusal(refused)) return refused
    await tellClaimant(tx, tools, refused, 'refused')
    await tellKeeper(tx, tools, refused, 'closed')
    return stateOf(refused)
  })

/** Support has heard the keeper, and says why the claim goes on nevertheless. */
export const overrule: Verbs['overrule'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input } = call
    const item = await caseFor(tx, call, 'overrule')
    if (isRefusal(item)) return item
    const overruled = await happenToCase(tx, tools, call, item.c, { event: 'overruled', at: tools.clock.now().toISOString(), note: input.reason })
    if (isRefusal(overruled)) return overruled
    await tellKeeper(tx, tools, overruled, 'overruled')
    await tellClaimant(tx, tools, overruled, 'overruled')
    return stateOf(overruled)
  })

export const sendBack: Verbs['sendBack'] = (call) =>
  deed(call, async (tx) => {
    const { tools, input } = call
    const item = await caseFor(tx, call, 'sendBack')
    if (isRefusal(item)) return item
    const back = await happenToCase(tx, tools, call, item.c, { event: 'sent_back', at: tools.clock.now().toISOString(), note: input.reason })
    if (isRefusal(back)) return back
    await tellSupport(tx, tools, back, 'sent_back')
    return stateOf(back)
  })
