import { minuteOf } from '../../kernel/clock.ts'
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { contactOf, createSuccessorAccount, endMandate, endSessionsOf, grantMandate, releaseAddresses, restoreAccount } from '../accounts/index.ts'
import { happenToCase } from './case-journal.ts'
import { caseFor, stateOf, waitOf } from './case-reach.ts'
import { otherOpenCases } from './case-store.ts'
import type { recoveryContract } from './contract.ts'
import { keeperOf } from './facts-store.ts'
import { planFor, takenFields } from './hand-over-plan.ts'
import type { Plan } from './hand-over-course.ts'
import { beginHandover } from './handover-store.ts'
import { tellClaimant, tellKeeper } from './notices.ts'
import type { Claimant, RecoveryCase } from './recovery-case.ts'

type Verbs = Handlers<typeof recoveryContract>
type Confirming = Parameters<Verbs['confirm']>[0]

/** Somebody has the wished name or one of the proven addresses by now: said to the officer, beside the fact. */
const takenNow = (fields: Refusal['fields']): Refusal => refuse('recovery.taken', { status: 409, fields })
const takenOr = (refusal: Refusal): Refusal =>
  Object.keys(refusal.fields).some((name) => ['userName', 'mail', 'phone'].includes(name)) ? takenNow(refusal.fields) : refusal

const keeperChanged = () => refuse('recovery.keeper_changed', { status: 409 })

/**
 * The second officer (E12, N12): from "nobody can sign in" to working, in one transaction, on the course that `planOf`
 * says. Whoever keeps the account by then must be the one that the first officer knew of, and have had his time to object.
 */
export const confirm: Verbs['confirm'] = (call) =>
  deed(call, async (tx) => {
    const { tools } = call
    const item = await caseFor(tx, call, 'confirm')
    if (isRefusal(item)) return item
    const { c, unit } = item
    if (!c.claimant) throw new Error('an open case without its claimant')
    if (unit.status !== 'active') return refuse('recovery.unit_not_active', { status: 409 })
    if ((await keeperOf(tx, unit.id)) !== c.keeperId) return keeperChanged()
    const until = await waitOf(tx, tools, c)
    if (until) return refuse('recovery.may_still_object', { status: 409, params: { until: minuteOf(until) } })
    const { plan, taken } = await planFor(tx, tools, c)
    if (plan.course === null || taken.length > 0) return takenNow(takenFields(taken))
    return plan.course === 'restored' ? restore(tx, call, c, plan.accountId, c.claimant) : handOver(tx, call, c, plan, c.claimant)
  })

/** The keeper himself is back: his account, with the mailbox and phone he has proven. Nothing changes hands, and no package begins. */
async function restore(tx: Tx, call: Confirming, c: RecoveryCase, accountId: string, claimant: Claimant) {
  const { tools, actor } = call
  const now = tools.clock.now()
  const done = await happenToCase(tx, tools, call, c, { event: 'handed_over', at: now.toISOString(), by: actor.accountId, successorId: accountId, course: 'restored' })
  if (isRefusal(done)) return done
  // To the mailbox of before: if it was not he, he hears of it there.
  await tellKeeper(tx, tools, done, 'restored', accountId)
  const made = await restoreAccount(tx, call, accountId, claimant)
  if (isRefusal(made)) return takenOr(made)
  // His account is locked by now: nobody else came to keep the unit meanwhile.
  if ((await keeperOf(tx, c.unitId)) !== accountId) return keeperChanged()
  await tellClaimant(tx, tools, done, 'restored', { link: made.link, userName: made.userName, minutes: minutesTo(made.expiresAt, now) })
  return stateOf(done)
}

/** The old keeper's mandate and sessions end, the next one has the unit, and the package for him begins. */
async function handOver(tx: Tx, call: Confirming, c: RecoveryCase, plan: Extract<Plan, { course: 'new' | 'granted' }>, claimant: Claimant) {
  const { tools, actor } = call
  const keeper = c.keeperId
  if (keeper) {
    const ended = await endMandate(tx, call, { accountId: keeper, post: 'unit_account', scopeId: c.unitId })
    if (isRefusal(ended)) return keeperChanged()
    await endSessionsOf(tx, call, keeper, 'handed_over')
    if (plan.course === 'new' && plan.freed.length > 0) await releaseAddresses(tx, call, keeper, plan.freed)
  }
  const next = plan.course === 'new' ? await newAccount(tx, call, c, claimant) : await ownAccount(tx, call, plan.accountId)
  if (isRefusal(next)) return takenOr(next)
  const granted = await grantMandate(tx, call, { accountId: next.accountId, post: 'unit_account', scopeId: c.unitId })
  if (isRefusal(granted)) return granted
  const now = tools.clock.now()
  const done = await happenToCase(tx, tools, call, c, { event: 'handed_over', at: now.toISOString(), by: actor.accountId, successorId: next.accountId, course: plan.course })
  if (isRefusal(done)) return done
  await beginHandover(tx, tools, call, { unitId: c.unitId, successorId: next.accountId, predecessorId: keeper, now })
  await tellClaimant(tx, tools, done, plan.course === 'new' ? 'handed_over' : 'granted', next.said)
  if (keeper) await tellKeeper(tx, tools, done, 'handed_over', keeper)
  // Whoever else claims this account now claims it from the new keeper, who may object.
  for (const other of await otherOpenCases(tx, tools.keyring, c.unitId, c.id)) await tellKeeper(tx, tools, other, 'claimed', next.accountId)
  return stateOf(done)
}

const minutesTo = (end: Date, now: Date) => Math.round((end.getTime() - now.getTime()) / 60_000)

/** An account without a password, and a one-time link to the mailbox he has proven. */
async function newAccount(tx: Tx, call: Call & Confirming, c: RecoveryCase, { userName, name, mail, phone }: Claimant) {
  const made = await createSuccessorAccount(tx, call, { userName, displayName: name, mail, phone, lang: c.lang })
  if (isRefusal(made)) return made
  return { accountId: made.accountId, said: { link: made.link, userName, minutes: minutesTo(made.expiresAt, call.tools.clock.now()) } }
}

/** His own account as it is, with its own password: he signs in and changes the post. */
async function ownAccount(tx: Tx, { tools }: Confirming, accountId: string) {
  const contact = await contactOf(tx, tools.keyring, accountId)
  return { accountId, said: { userName: contact?.userName ?? '', link: '/sign-in' } }
}
