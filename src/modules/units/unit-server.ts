import type { Actor } from '../../kernel/actor.ts'
import { isRefusal, overtaken, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import { bareCode } from '../../codes/text.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import { eventsOf, record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { accountsIn, endMandate, endSessionsUnder } from '../accounts/index.ts'
import { aboveOf, authorityOf, belowOf } from '../authorities/index.ts'
import type { unitsContract } from './contract.ts'
import { tellUnit } from './notices.ts'
import { reasonIn } from './reason.ts'
import { successorsProblem, unitProcedure, unitRolesOf, type UnitStatus, type UnitVerb } from './unit.ts'
import { activeAmong, activeUnitCalled, beginName, insertSuccessors, namesOf, relativesOf, saveUnitName } from './unit-history-store.ts'
import { saveUnitStatus, unitById, unitForUpdate, unitsOf, type UnitRow } from './unit-store.ts'

type Verbs = Handlers<typeof unitsContract>
type Deed = Call<{ id: string; version: number; reason: string }, Actor>

export const unitRoom = 'units.unit'

export const home: Verbs['home'] = async (call) => {
  const unit = await unitById(call.tools.db, call.actor.mandate?.scopeId ?? '')
  if (!unit) return unseen()
  const authority = await authorityOf(call.tools.db, unit.authority_id)
  return {
    id: unit.id, name: unit.name, creditCode: unit.credit_code, legalRepresentative: unit.legal_representative,
    authority: authority?.name ?? '', authorityEn: authority?.nameEn ?? '',
    status: unit.status as UnitStatus, approvedAt: unit.approved_at.toISOString(),
  }
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
    total: page.total, next: page.next, previous: page.previous,
  }
}

/** One unit with its names, its relatives and what happened to it. */
export const unit: Verbs['unit'] = async (call) => {
  const { db, keyring } = call.tools
  const row = await unitById(db, call.input.id)
  if (!row) return unseen()
  const roles = unitRolesOf(call.actor.mandate, row.authority_id, await aboveOf(db, row.authority_id))
  const authority = await authorityOf(db, row.authority_id)
  if (roles.length === 0 || !authority) return unseen()
  const events = await eventsOf(db, keyring, unitRoom, row.id)
  return {
    id: row.id, name: row.name, creditCode: row.credit_code, status: row.status as UnitStatus, version: row.version,
    legalNature: row.legal_nature, legalType: row.legal_type, legalRepresentative: row.legal_representative,
    registeredDistrict: row.registered_district, registeredAddress: row.registered_address,
    locatedDistrict: row.located_district, locatedAddress: row.located_address,
    authority: authority.name, authorityEn: authority.nameEn, approvedAt: row.approved_at.toISOString(),
    names: (await namesOf(db, row.id)).map(({ name, from, to }) => ({ name, from: from.toISOString(), to: to?.toISOString() ?? null })),
    ...(await relativesOf(db, row.id)),
    timeline: events.map((e) => ({ event: e.event, at: e.at.toISOString(), by: e.actorName, reason: typeof e.body.note === 'string' ? e.body.note : null })),
    can: unitProcedure.can(row.status as UnitStatus, roles),
  }
}

/** Full name or credit code of an active unit, as the picker may confirm them (D14, S1-27). */
export const pick: Verbs['pick'] = async (call) => {
  const code = bareCode(call.input.text)
  const found = await activeUnitCalled(call.tools.db, call.input.text.trim(), code.ok ? code.value : '')
  return { units: found.map(({ id, name, creditCode }) => ({ id, name, creditCode })) }
}

/** The unit, locked, with the step that the verb leads it; what the officer may not see is not there. */
async function unitFor(tx: Tx, call: Deed, verb: UnitVerb): Promise<{ row: UnitRow; to: UnitStatus; reason: string } | Refusal> {
  const row = await unitForUpdate(tx, call.input.id)
  if (!row) return unseen()
  const roles = unitRolesOf(call.actor.mandate, row.authority_id, await aboveOf(tx, row.authority_id))
  if (roles.length === 0) return unseen()
  const step = unitProcedure.step(verb, row.status as UnitStatus, roles)
  if (isRefusal(step)) return step
  if (row.version !== call.input.version) return overtaken()
  const reason = reasonIn(call.input.reason, 'reason')
  return isRefusal(reason) ? reason : { row, to: step.to, reason }
}

const turn = (verb: 'suspend' | 'resume') => (call: Deed) =>
  deed(call, async (tx) => {
    const found = await unitFor(tx, call, verb)
    if (isRefusal(found)) return found
    const { row, to, reason } = found
    const version = row.version + 1
    await saveUnitStatus(tx, row.id, to, version)
    const event = verb === 'suspend' ? 'suspended' : 'resumed'
    await record(tx, call.tools.keyring, call, { room: unitRoom, subject: row.id, seq: version, event, body: { note: reason } })
    if (verb === 'suspend') await endSessionsUnder(tx, row.id)
    await tellUnit(tx, call.tools, row, version, event, { note: reason })
    return { id: row.id, status: to, version }
  })

export const suspend: Verbs['suspend'] = turn('suspend')
export const resume: Verbs['resume'] = turn('resume')

/** E03: the code stays bound to the unit, the name of each time is kept. */
export const rename: Verbs['rename'] = (call) =>
  deed(call, async (tx) => {
    const found = await unitFor(tx, call, 'rename')
    if (isRefusal(found)) return found
    const { row, reason } = found
    const { name } = call.input
    if (name === row.name) return refuse('input.invalid', { fields: { name: { code: 'units.same_name' } } })
    const version = row.version + 1
    await saveUnitName(tx, row.id, name, version)
    await beginName(tx, row.id, name, call.tools.clock.now())
    await record(tx, call.tools.keyring, call, { room: unitRoom, subject: row.id, seq: version, event: 'renamed', body: { name, before: row.name, note: reason } })
    await tellUnit(tx, call.tools, row, version, 'renamed', { note: reason, name })
    return { id: row.id, status: found.to, version, name }
  })

/** E04: the end of a unit; links to who follows it, and its history stays. */
export const dissolve: Verbs['dissolve'] = (call) =>
  deed(call, async (tx) => {
    const { successors, ending } = call.input
    const odd = successorsProblem(ending, call.input.id, successors)
    if (odd) return odd
    const found = await unitFor(tx, call, 'dissolve')
    if (isRefusal(found)) return found
    const { row, to, reason } = found
    if ((await activeAmong(tx, successors)).length !== successors.length) {
      return refuse('input.invalid', { fields: { successors: { code: 'units.successors.active' } } })
    }
    const version = row.version + 1
    await saveUnitStatus(tx, row.id, to, version)
    await insertSuccessors(tx, row.id, successors)
    await record(tx, call.tools.keyring, call, { room: unitRoom, subject: row.id, seq: version, event: 'dissolved', body: { ending, successors, note: reason } })
    await tellUnit(tx, call.tools, row, version, 'dissolved', { note: reason })
    // Before the mandates, by which the sessions are found.
    await endSessionsUnder(tx, row.id)
    for (const { accountId } of await accountsIn(tx, call.tools.keyring, 'unit_account', row.id)) {
      const ended = await endMandate(tx, call, { accountId, post: 'unit_account', scopeId: row.id })
      if (isRefusal(ended)) return ended
    }
    return { id: row.id, status: to, version }
  })
