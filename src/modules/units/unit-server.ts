import type { Actor } from '../../kernel/actor.ts'
import { isRefusal, overtaken, refuse, unseen } from '../../kernel/refusal.ts'
import { longText } from '../../codes/text.ts'
import { countedUpTo } from '../../kernel/list.ts'
import { deed } from '../../platform/deed.ts'
import { record } from '../../platform/journal.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { endSessionsUnder } from '../accounts/index.ts'
import { aboveOf, authorityOf, belowOf } from '../authorities/index.ts'
import type { unitsContract } from './contract.ts'
import { unitProcedure, unitRolesOf, type UnitStatus } from './unit.ts'
import { saveUnitStatus, unitById, unitForUpdate, unitsOf } from './unit-store.ts'

type Verbs = Handlers<typeof unitsContract>

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
    total: { n: Math.min(page.n, countedUpTo), exact: page.n <= countedUpTo },
    next: page.next, previous: page.previous,
  }
}

const turn = (verb: 'suspend' | 'resume') => (call: Call<{ id: string; version: number; reason: string }, Actor>) =>
  deed(call, async (tx) => {
    const unit = await unitForUpdate(tx, call.input.id)
    if (!unit) return unseen()
    const roles = unitRolesOf(call.actor.mandate, unit.authority_id, await aboveOf(tx, unit.authority_id))
    if (roles.length === 0) return unseen()
    const step = unitProcedure.step(verb, unit.status as UnitStatus, roles)
    if (isRefusal(step)) return step
    if (unit.version !== call.input.version) return overtaken()
    if (call.input.reason.trim() === '') return refuse('review.reason_required', { fields: { reason: { code: 'review.reason_required' } } })
    const reason = longText(call.input.reason, { min: 2, max: 500, code: 'review.reason_length' })
    if (!reason.ok) return refuse('input.invalid', { fields: { reason: { code: reason.code, params: reason.params } } })
    const version = unit.version + 1
    await saveUnitStatus(tx, unit.id, step.to, version)
    await record(tx, call.tools.keyring, call, {
      room: 'units.unit', subject: unit.id, seq: version, event: verb === 'suspend' ? 'suspended' : 'resumed', body: { note: reason.value },
    })
    if (verb === 'suspend') await endSessionsUnder(tx, unit.id)
    return { id: unit.id, status: step.to, version }
  })

export const suspend: Verbs['suspend'] = turn('suspend')
export const resume: Verbs['resume'] = turn('resume')
