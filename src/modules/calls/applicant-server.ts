import type { Actor } from '../../kernel/actor.ts'
import { isUnitPost } from '../../kernel/actor.ts'
import { unseen } from '../../kernel/refusal.ts'
import { opennessOf } from '../../kernel/why.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import type { callsContract } from './contract.ts'
import { inForceOf, shownWindows } from './desk.ts'
import { eligibilityOf, eligibilityRefusal, type EligibilityFacts } from './eligibility.ts'
import { eligibilityFor, eligibilityForUnit } from './eligibility-server.ts'
import { callLines, openCalls, publishedCall, type CallLine } from './published.ts'
import { whenOpen } from './windows.ts'
import { windowsOf } from './window-store.ts'

type Verbs = Handlers<typeof callsContract>

/** Who would lead: the person, else the unit acted for, of which the rules about leaders say nothing. */
async function factsFor(db: Db, { accountId, mandate }: Actor): Promise<EligibilityFacts> {
  const own = await eligibilityFor(db, accountId)
  if (own) return own
  const unit = isUnitPost(mandate?.post) && mandate?.unitId ? await eligibilityForUnit(db, mandate.unitId) : null
  return unit ?? { unit: null, leader: isUnitPost(mandate?.post) ? null : { birthDate: null, title: null, degree: null } }
}

const headOf = ({ id, code, title, category, leader }: CallLine) =>
  ({ id, code, title, category, leader: { opensAt: leader.opensAt.toISOString(), closesAt: leader.closesAt.toISOString() } })

export const open: Verbs['open'] = async ({ tools, actor }) => {
  const now = tools.clock.now()
  const calls = await openCalls(tools.db, now)
  const coming = (await callLines(tools.db, now)).filter(({ leader }) => whenOpen(leader, now) === 'before')
  const facts = await factsFor(tools.db, actor)
  return {
    now: now.toISOString(),
    coming: coming.sort((a, b) => a.leader.opensAt.getTime() - b.leader.opensAt.getTime()).map(headOf),
    calls: calls.map((call) => {
      const eligibility = eligibilityOf(call.document.eligibility, facts)
      return {
        ...headOf(call), version: call.version, limits: call.document.limits.map(({ sentence }) => sentence), eligibility,
        ...opennessOf(['begin'], () => eligibilityRefusal('begin', eligibility)),
      }
    }),
  }
}

export const published: Verbs['published'] = async ({ tools: { db }, input }) => {
  const call = await publishedCall(db, input.id)
  if (!call) return unseen()
  const windows = await windowsOf(db, call.id)
  return {
    id: call.id, code: call.code, version: call.version, state: call.state, document: { ...call.document }, windows: shownWindows(inForceOf(windows)),
    moves: windows.filter(({ nth }) => nth > 1).map((one) => ({
      level: one.level, nth: one.nth, opensAt: one.opensAt.toISOString(), closesAt: one.closesAt.toISOString(), begunBefore: one.begunBefore?.toISOString() ?? null,
      reason: one.reason, movedAt: one.movedAt.toISOString(),
    })),
  }
}
