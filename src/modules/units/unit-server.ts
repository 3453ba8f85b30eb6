import type { Actor } from '../../kernel/actor.ts'
import { isRefusal, overtaken, refuseField, unseen, type Refusal } from '../../kernel/refusal.ts'
import { maskName } from '../../codes/mask.ts'
import { bareCode } from '../../codes/text.ts'
import { happened } from '../../platform/consequences.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import { eventsOf } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { accountsIn, endMandate, endSessionsUnder } from '../accounts/index.ts'
import { aboveOf, authorityOf, belowOf } from '../authorities/index.ts'
import type { unitsContract } from './contract.ts'
import { keptUnitOf } from './keeper-store.ts'
import { tellUnit } from './notices.ts'
import { reasonIn } from './reason.ts'
import { showRest } from './show.ts'
import { successorsProblem, unitProcedure, unitRolesOf, type Unit, type UnitStatus, type UnitVerb } from './unit.ts'
import { activeAmong, activeUnitCalled, namesOf, relativesOf } from './unit-history-store.ts'
import { happenToUnit, unitRoom } from './unit-journal.ts'
import { unitById, unitForUpdate, unitsOf } from './unit-store.ts'

type Verbs = Handlers<typeof unitsContract>
type Deed = Call<{ id: string; version: number; reason: string }, Actor>

export const home: Verbs['home'] = async (call) => {
  const unit = await unitById(call.tools.db, call.actor.mandate?.scopeId ?? '')
  if (!unit) return unseen()
  const authority = await authorityOf(call.tools.db, unit.authorityId)
  const { id, name, creditCode, legalRepresentative, status } = unit
  return {
    id, name, creditCode, legalRepresentative, status,
    authority: authority?.name ?? '', authorityEn: authority?.nameEn ?? '', approvedAt: unit.approvedAt.toISOString(),
  }
}

/** Who finds himself without a unit is told what became of it; who may act for one needs no telling. */
export const kept: Verbs['kept'] = async ({ tools, actor }) => {
  const found = await keptUnitOf(tools.db, actor.accountId)
  if (!found) return null
  const { unitId, name, status, handedOverAt, keeper } = found
  if (handedOverAt) return { unit: name, why: 'handed_over', since: handedOverAt.toISOString(), reason: null, keeper: keeper && maskName(keeper) }
  return status === 'active' ? null : { unit: name, why: status, ...(await showRest(tools, { id: unitId, status })), keeper: null }
}

export const units: Verbs['units'] = async (call) => {
  const own = call.actor.mandate?.scopeId ?? ''
  const page = await unitsOf(call.tools.db, [own, ...(await belowOf(call.tools.db, own))], call.input)
  return {
    rows: page.rows.map((row) => ({
      id: row.id, name: row.name, creditCode: row.credit_code, status: row.status as UnitStatus, version: row.version,
      approvedAt: row.approved_at.toISOString(), authority: row.authority, authorityEn: row.authority_en,
      can: unitProcedure.can(row.status as UnitStatus, unitRolesOf(call.actor.mandate, row.authority_id, [own])),
    })),
    total: page.total, page: page.page, pages: page.pages, next: page.next, previous: page.previous,
  }
}

/** One unit with its names, its relatives and what happened to it. */
export const unit: Verbs['unit'] = async (call) => {
  const { db, keyring } = call.tools
  const found = await unitById(db, call.input.id)
  if (!found) return unseen()
  const roles = unitRolesOf(call.actor.mandate, found.authorityId, await aboveOf(db, found.authorityId))
  const authority = await authorityOf(db, found.authorityId)
  if (roles.length === 0 || !authority) return unseen()
  const events = await eventsOf(db, keyring, unitRoom, found.id)
  return {
    ...found, authority: authority.name, authorityEn: authority.nameEn, approvedAt: found.approvedAt.toISOString(),
    names: (await namesOf(db, found.id)).map(({ name, from, to }) => ({ name, from: from.toISOString(), to: to?.toISOString() ?? null })),
    ...(await relativesOf(db, found.id)),
    timeline: events.map((e) => ({ event: e.event, at: e.at.toISOString(), by: e.actorName, reason: typeof e.body.note === 'string' ? e.body.note : null })),
    can: unitProcedure.can(found.status, roles),
  }
}

/** Full name or credit code of an active unit, as the picker may confirm them (D14, S1-27). */
export const pick: Verbs['pick'] = async (call) => {
  const code = bareCode(call.input.text)
  const found = await activeUnitCalled(call.tools.db, call.input.text.trim(), code.ok ? code.value : '')
  return { units: found.map(({ id, name, creditCode }) => ({ id, name, creditCode })) }
}

/** The unit, locked, if the verb is open to the officer; what he may not see is not there. */
async function unitFor(tx: Tx, call: Deed, verb: UnitVerb): Promise<{ found: Unit; reason: string } | Refusal> {
  const found = await unitForUpdate(tx, call.input.id)
  if (!found) return unseen()
  const roles = unitRolesOf(call.actor.mandate, found.authorityId, await aboveOf(tx, found.authorityId))
  if (roles.length === 0) return unseen()
  const step = unitProcedure.step(verb, found.status, roles)
  if (isRefusal(step)) return step
  if (found.version !== call.input.version) return overtaken()
  const reason = reasonIn(call.input.reason, 'reason')
  return isRefusal(reason) ? reason : { found, reason }
}

const stateOfUnit = ({ id, status, version }: Unit) => ({ id, status, version })
const now = (call: Deed) => call.tools.clock.now().toISOString()

const turn = (verb: 'suspend' | 'resume') => (call: Deed) =>
  deed(call, async (tx) => {
    const item = await unitFor(tx, call, verb)
    if (isRefusal(item)) return item
    const { found, reason } = item
    const event = verb === 'suspend' ? 'suspended' : 'resumed'
    const after = await happenToUnit(tx, call.tools, call, found, found.id, { event, at: now(call), note: reason })
    if (verb === 'suspend') {
      await endSessionsUnder(tx, found.id)
      const refusal = await happened(tx, call, 'units.suspended', { subject: found.id })
      if (isRefusal(refusal)) return refusal
    }
    await tellUnit(tx, call.tools, after, event, { note: reason })
    return stateOfUnit(after)
  })

export const suspend: Verbs['suspend'] = turn('suspend')
export const resume: Verbs['resume'] = turn('resume')

/** E03: the code stays bound to the unit, the name of each time is kept. */
export const rename: Verbs['rename'] = (call) =>
  deed(call, async (tx) => {
    const item = await unitFor(tx, call, 'rename')
    if (isRefusal(item)) return item
    const { found, reason } = item
    const { name } = call.input
    if (name === found.name) return refuseField('name', 'units.same_name')
    const after = await happenToUnit(tx, call.tools, call, found, found.id, { event: 'renamed', at: now(call), name, before: found.name, note: reason })
    await tellUnit(tx, call.tools, { ...after, name: found.name }, 'renamed', { note: reason, name })
    return { ...stateOfUnit(after), name }
  })

/** E04: the end of a unit; links to who follows it, and its history stays. */
export const dissolve: Verbs['dissolve'] = (call) =>
  deed(call, async (tx) => {
    const { successors, ending } = call.input
    const odd = successorsProblem(ending, call.input.id, successors)
    if (odd) return odd
    const item = await unitFor(tx, call, 'dissolve')
    if (isRefusal(item)) return item
    const { found, reason } = item
    if ((await activeAmong(tx, successors)).length !== successors.length) return refuseField('successors', 'units.successors.active')
    const after = await happenToUnit(tx, call.tools, call, found, found.id, { event: 'dissolved', at: now(call), ending, successors, note: reason })
    await tellUnit(tx, call.tools, after, 'dissolved', { note: reason })
    // Before the mandates, by which the sessions are found.
    await endSessionsUnder(tx, found.id)
    for (const { accountId } of await accountsIn(tx, call.tools.keyring, 'unit_account', found.id)) {
      const ended = await endMandate(tx, call, { accountId, post: 'unit_account', scopeId: found.id })
      if (isRefusal(ended)) return ended
    }
    const refusal = await happened(tx, call, 'units.dissolved', { subject: found.id })
    if (isRefusal(refusal)) return refusal
    return stateOfUnit(after)
  })
