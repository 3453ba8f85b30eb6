import type { Actor } from '../../kernel/actor.ts'
import { unseen } from '../../kernel/refusal.ts'
import { maskMail, maskMobile, maskName } from '../../codes/mask.ts'
import { eventsOf } from '../../platform/journal.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Handlers } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { caseRoom } from './case-journal.ts'
import { reachOf, standing, waitOf } from './case-reach.ts'
import { caseById, otherOpenCases, usualDays } from './case-store.ts'
import type { recoveryContract } from './contract.ts'
import { evidenceOf } from './evidence-store.ts'
import { accountFactOf, caseCounts, casesOf, keeperFactOf, nameOf, nextCase } from './facts-store.ts'
import { planFor } from './hand-over-plan.ts'
import { caseRolesOf, isOpen, mayRead, recoveryCaseProcedure, type CaseFacts, type RecoveryCase } from './recovery-case.ts'

type Verbs = Handlers<typeof recoveryContract>

/** S1-58: what waits, oldest first, with how many there are of each state. */
export const cases: Verbs['cases'] = async ({ tools, actor, input }) => {
  const authorities = await reachOf(tools.db, actor)
  const counts = await caseCounts(tools.db, authorities)
  const page = await casesOf(tools.db, { accountId: actor.accountId, authorities }, input)
  return {
    ...page, counts,
    rows: page.rows.map((row) => ({
      id: row.id, number: row.number, unit: row.unit, creditCode: row.credit_code, state: row.state, version: row.version, cause: row.cause,
      claimant: row.claimant_name && maskName(row.claimant_name), openedAt: row.opened_at.toISOString(), stateSince: row.state_since.toISOString(),
      closedAt: row.closed_at?.toISOString() ?? null, otherClaims: row.other_claims,
      can: recoveryCaseProcedure.can(row.state, caseRolesOf(actor, {
        // What stands in this list lies within the officer's reach.
        unitId: row.unit_id, authorities: actor.mandate?.scopeId ? [actor.mandate.scopeId] : [],
        verifiedBy: row.state === 'verified' ? row.verified_by : null, overruled: null, isOwn: row.is_own, isBound: row.is_bound,
      })),
    })),
  }
}

/** What a hand-over would do, or did, and what of the claimant's stands in its way: before anybody confirms (E12). */
async function courseOf({ db, ...tools }: Tools, c: RecoveryCase) {
  if (!isOpen(c.state)) return { course: c.course, accountId: c.course && c.successorId, taken: [] }
  const { plan, taken } = await planFor(db, { db, ...tools }, c)
  return { course: plan.course, accountId: plan.course === 'restored' || plan.course === 'granted' ? plan.accountId : null, taken }
}

async function timelineOf(db: Db, tools: Tools, c: RecoveryCase) {
  const events = await eventsOf(db, tools.keyring, caseRoom, c.id)
  const textOf = (e: (typeof events)[number]) => [e.private?.note, e.private?.objection].find((text): text is string => typeof text === 'string' && text !== '')
  return events.map((e) => ({ event: e.event, at: e.at.toISOString(), by: e.actorName ?? (e.event === 'opened' || e.event === 'withdrawn' ? (c.claimant?.name ?? null) : null), reason: textOf(e) ?? null }))
}

const barOf = (actor: Actor, facts: CaseFacts): 'own' | 'verified_by_you' | 'bound' | null =>
  facts.isOwn ? 'own' : facts.verifiedBy === actor.accountId ? 'verified_by_you' : facts.isBound ? 'bound' : null

/** One case: the facts of the unit, to be compared with the licence (S1-10). */
export const caseDetail: Verbs['case'] = async ({ tools, actor, input }) => {
  const { db, keyring } = tools
  const c = await caseById(db, keyring, input.id)
  const stands = c && (await standing(db, actor, c))
  if (!c || !stands || !mayRead(actor.mandate, stands.facts, c.state)) return unseen()
  const { unit, facts, roles } = stands
  const scan = await evidenceOf(db, c.id)
  const keeper = await keeperFactOf(db, c.unitId)
  const ways = await courseOf(tools, c)
  const account = ways.accountId ? await accountFactOf(db, ways.accountId) : null
  return {
    id: c.id, number: c.number, state: c.state, version: c.version, cause: c.cause, openedAt: c.openedAt.toISOString(), stateSince: c.stateSince.toISOString(),
    closedAt: c.closedAt?.toISOString() ?? null, erasedAt: c.erasedAt?.toISOString() ?? null, usualDays: await usualDays(db),
    claimant: c.claimant && { ...c.claimant, mail: maskMail(c.claimant.mail), phone: maskMobile(c.claimant.phone) },
    taken: ways.taken, course: ways.course, account: account && { userName: account.user_name, name: account.display_name },
    evidence: scan ? { id: scan.id, kind: scan.kind as 'pdf' | 'jpg' | 'png', name: scan.name, bytes: scan.bytes, uploadedAt: scan.uploaded_at.toISOString() } : null,
    unit: {
      id: unit.id, name: unit.name, creditCode: unit.credit_code, legalRepresentative: unit.legal_representative, registeredDistrict: unit.registered_district,
      registeredAddress: unit.registered_address, status: unit.status, authority: unit.authority, authorityEn: unit.authority_en,
    },
    hasKeeper: keeper !== null, keeperChanged: c.state === 'verified' && c.keeperId !== (keeper?.accountId ?? null),
    objectionUntil: (await waitOf(db, tools, c))?.toISOString() ?? null, keeperLastSignedInAt: (c.state === 'verified' && keeper?.lastSignedInAt?.toISOString()) || null,
    others: (await otherOpenCases(db, keyring, c.unitId, c.id)).map((o) => ({ id: o.id, number: o.number, state: o.state, openedAt: o.openedAt.toISOString() })),
    objection: c.objection, isOverruled: c.isOverruled,
    verification: c.verifiedBy && c.verifiedAt
      ? { by: await nameOf(db, c.verifiedBy), at: c.verifiedAt.toISOString(), checks: [...c.checks], note: c.state === 'verified' || c.state === 'handed_over' || c.state === 'answered' ? (c.note ?? '') : '' } : null,
    reasonCode: c.reasonCode, note: c.note, bar: barOf(actor, facts),
    can: recoveryCaseProcedure.can(c.state, roles), timeline: await timelineOf(db, tools, c), next: await nextCase(db, await reachOf(db, actor), c.id),
  }
}
