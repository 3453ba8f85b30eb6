import type { Actor } from '../../kernel/actor.ts'
import { isRefusal, overtaken, refuse, unseen, type Refusal } from '../../kernel/refusal.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import type { Tools } from '../../platform/tools.ts'
import { aboveOf, belowOf } from '../authorities/index.ts'
import { settingOf } from '../settings/index.ts'
import { caseForUpdate } from './case-store.ts'
import { areBound, isOwnCase, keeperFactOf, unitFactOf, type UnitFact } from './facts-store.ts'
import { objectionUntil } from './objection-window.ts'
import { caseRolesOf, isOpen, mayRead, overruledOf, recoveryCaseProcedure, type CaseFacts, type CaseRole, type CaseVerb, type RecoveryCase } from './recovery-case.ts'

/** Authorities whose units an officer reaches; null: all of them (support). */
export async function reachOf(db: Db, actor: Actor): Promise<readonly string[] | null> {
  if (actor.mandate?.post === 'support_officer') return null
  const own = actor.mandate?.scopeId
  return own ? [own, ...(await belowOf(db, own))] : []
}

/** Until when the present keeper may object before anything is handed over; null where nobody has to wait (any more). */
export async function waitOf(db: Db, tools: Tools, c: RecoveryCase): Promise<Date | null> {
  if (!isOpen(c.state)) return null
  return objectionUntil(c, await keeperFactOf(db, c.unitId), await settingOf(db, tools.config, 'recovery.objection_hours'), tools.clock.now())
}

/** What the officer is to this case, and what of it he may know. */
export async function standing(db: Db, actor: Actor, c: RecoveryCase): Promise<{ unit: UnitFact; facts: CaseFacts; roles: CaseRole[] } | null> {
  const unit = await unitFactOf(db, c.unitId)
  if (!unit) return null
  const verifiedBy = c.state === 'verified' ? c.verifiedBy : null
  const facts: CaseFacts = {
    unitId: unit.id, authorities: [unit.authority_id, ...(await aboveOf(db, unit.authority_id))],
    verifiedBy, isBound: verifiedBy !== null && (await areBound(db, actor.accountId, verifiedBy)), overruled: overruledOf(c), isOwn: await isOwnCase(db, actor.accountId, c.id),
  }
  return { unit, facts, roles: caseRolesOf(actor, facts) }
}

type Deed = Call<{ id: string; version: number }, Actor>

/** The case, locked, if the verb is open to the officer; what he may not see is not there. */
export async function caseFor(tx: Tx, call: Deed, verb: CaseVerb): Promise<{ c: RecoveryCase; unit: UnitFact } | Refusal> {
  const c = await caseForUpdate(tx, call.tools.keyring, call.input.id)
  const stands = c && (await standing(tx, call.actor, c))
  if (!c || !stands) return unseen()
  const keeper = call.actor.mandate?.post === 'unit_account' && call.actor.mandate.scopeId === c.unitId
  // In reach of a second officer, whatever it has become since he read it: then he is told that somebody was faster.
  if (!keeper && !mayRead(call.actor.mandate, stands.facts, 'verified')) return unseen()
  // Said before the general "not yours": it is his desk, and another officer's turn.
  if (verb === 'confirm' && stands.facts.verifiedBy === call.actor.accountId) return refuse('recovery.two_officers', { status: 403 })
  if (verb === 'confirm' && stands.facts.isBound) return refuse('recovery.officers_bound', { status: 403 })
  const step = recoveryCaseProcedure.step(verb, c.state, stands.roles)
  if (isRefusal(step)) return step
  // A version is what is judged: anything newer must be read first (I8).
  return c.version === call.input.version ? { c, unit: stands.unit } : overtaken()
}

export const stateOf = (c: RecoveryCase) => ({ id: c.id, state: c.state, version: c.version })
