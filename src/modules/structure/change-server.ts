import type { Actor } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, overtaken, refuse, type Refusal } from '../../kernel/refusal.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { activeUnitForShare } from '../units/index.ts'
import { askedOf, type Asked } from './asked.ts'
import { carryOut } from './carry-out.ts'
import { insertChange, type StoredKind } from './change-store.ts'
import type { structureContract } from './contract.ts'
import type { ChangeForm } from './fields.ts'
import { planOf, type Change } from './plan.ts'
import { namingsProblem, type OfUnit } from './post.ts'
import { sealOf } from './seal.ts'
import { refusedDelegation } from './security.ts'
import { lockStructure } from './state-store.ts'
import { keptOf, undoHours } from './undo.ts'
import { delegationProblem } from './why.ts'

type Verbs = Handlers<typeof structureContract>
type Deed = Call<{ seal?: string | undefined }, Actor>

/** The unit of whoever acts, its structure held: one change after the other; it stays active until this one is done. */
export async function heldUnit(tx: Tx, call: Pick<Call<unknown, Actor>, 'actor'>): Promise<OfUnit | Refusal> {
  const unitId = call.actor.mandate?.scopeId ?? ''
  await lockStructure(tx, unitId)
  const unit = await activeUnitForShare(tx, unitId)
  return unit ? { id: unit.id, name: unit.name } : refuse('structure.unit_inactive', { status: 409 })
}

/** Find, plan, look whether the plan is still the one that was seen, carry it out, keep the way back. */
async function made(tx: Tx, call: Deed, form: ChangeForm, reason: string) {
  const { tools, actor } = call
  const unit = await heldUnit(tx, call)
  if (isRefusal(unit)) return unit
  const asked = await askedOf(tx, call, unit.id, form, tx)
  if (isRefusal(asked)) return asked
  const plan = planOf(asked.state, asked.change)
  if (call.input.seal && call.input.seal !== sealOf(asked.state, plan)) return refuse('structure.changed_meanwhile', { status: 409 })
  const [stop] = asked.isStale ? [overtaken()] : plan.blocked
  if (stop) return stop
  const tooMany = asked.named && (await namingsProblem(tx, call, unit.id))
  if (tooMany) return tooMany

  const now = tools.clock.now()
  const changeId = newId(now.getTime())
  const done = await carryOut(tx, call, unit, plan.effects, { changeId, reason, who: whoIn(asked) })
  if (isRefusal(done)) return done
  await insertChange(tx, { id: changeId, unitId: unit.id, ...storedOf(asked.change), effects: plan.effects.map(keptOf), madeAt: now }, actor.accountId)
  const [given] = done.given
  return { ...subjectOf(asked), changeId, undoUntil: addDays(now, undoHours / 24).toISOString(), moved: done.moved, state: given?.state ?? null }
}

const whoIn = ({ change, named }: Asked) => {
  const grantId = 'grantId' in change ? change.grantId : change.kind === 'change' ? change.manager?.grantId : undefined
  return new Map(named && grantId ? [[grantId, named]] : [])
}

/** What the change is about, as it is kept: a secondary unit or a grant. */
export function storedOf(c: Change): { kind: StoredKind; about: string | null } {
  switch (c.kind) {
    case 'authorise':
    case 'replace': return { kind: c.kind, about: c.grantId }
    case 'revoke': return { kind: c.kind, about: c.ends }
    case 'vacate': return { kind: 'change', about: c.id }
    case 'move': return { kind: c.kind, about: c.to ?? c.from }
    default: return { kind: c.kind, about: c.id }
  }
}

/** The row that the browser goes on with. */
function subjectOf({ change: c, state }: Asked): { id: string | null; version: number | null } {
  if (c.kind === 'authorise' || c.kind === 'replace') return { id: c.grantId, version: null }
  if (c.kind === 'revoke' || c.kind === 'move') return { id: null, version: null }
  const before = state.units.find((u) => u.id === c.id)?.version ?? 0
  return { id: c.id, version: before + 1 }
}

/** A reason of the house: kept as the key of its word. */
type OwnReason = 'structure.reason.replaced' | 'structure.reason.removed' | 'structure.reason.none'

const change = (call: Deed, form: ChangeForm, reason: string) => deed(call, (tx) => made(tx, call, form, reason))

/** 账号授权 is the unit account's alone: whoever else acts for the unit is refused, and the attempt is kept (E22). */
async function authorisation(call: Deed, form: ChangeForm, reason: string) {
  const refusal = delegationProblem(call.actor, call.actor.mandate?.scopeId ?? '')
  return refusal ? refusedDelegation(call, refusal) : change(call, form, reason)
}

const own = (reason: OwnReason): string => reason
const personIn = ({ name, phone, documentType, document }: { name: string; phone: string; documentType: NamedType; document: string }) => ({ name, phone, documentType, document })
type NamedType = Extract<ChangeForm, { kind: 'authorise' }>['person']['documentType']

export const authorise: Verbs['authorise'] = (call) =>
  authorisation(call, { kind: 'authorise', person: personIn(call.input) }, own('structure.reason.none'))
export const replaceAuthorised: Verbs['replaceAuthorised'] = (call) =>
  authorisation(call, { kind: 'replace', grantId: call.input.grantId, person: personIn(call.input) }, own('structure.reason.replaced'))
export const revokeAuthorised: Verbs['revokeAuthorised'] = (call) =>
  authorisation(call, { kind: 'revoke', grantId: call.input.grantId }, call.input.reason)

export const addSecondaryUnit: Verbs['addSecondaryUnit'] = (call) => {
  const { name, manager, people } = call.input
  return change(call, { kind: 'add', name, manager, ...(people && { people }) }, own('structure.reason.none'))
}
export const changeSecondaryUnit: Verbs['changeSecondaryUnit'] = (call) => {
  const { id, version, name, manager } = call.input
  return change(call, { kind: 'change', id, version, name, ...(manager && { manager }) }, own('structure.reason.replaced'))
}
export const revokeManager: Verbs['revokeManager'] = (call) =>
  change(call, { kind: 'vacate', id: call.input.id, version: call.input.version }, call.input.reason)
export const removeSecondaryUnit: Verbs['removeSecondaryUnit'] = (call) => {
  const { id, version, moveTo } = call.input
  return change(call, { kind: 'remove', id, version, ...(moveTo && { moveTo }) }, own('structure.reason.removed'))
}
export const movePeople: Verbs['movePeople'] = (call) => {
  const { from, to, people } = call.input
  return change(call, { kind: 'move', from, to, people }, own('structure.reason.none'))
}

