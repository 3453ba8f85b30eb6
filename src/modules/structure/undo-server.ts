import { addDays } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, refuse, unseen } from '../../kernel/refusal.ts'
import { opennessOf } from '../../kernel/why.ts'
import { deed } from '../../platform/deed.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import { carryOut } from './carry-out.ts'
import { changeForUpdate, changesSince, noteUndone, ofAuthorisation, type StoredChange } from './change-store.ts'
import { heldUnit } from './change-server.ts'
import type { structureContract } from './contract.ts'
import type { Named } from './role-grant.ts'
import { grantsById, keysOf } from './role-grant-store.ts'
import { activeSecondaryUnits, secondaryUnitForUpdate } from './secondary-unit-store.ts'
import { refusedDelegation } from './security.ts'
import type { Structure } from './state.ts'
import { accountOf, heldIn, holdPeople, linesAt, linesById, linesOfPeople, peopleMeant } from './state-store.ts'
import { undoHours, undoOf, type Past } from './undo.ts'
import { whyNotUndo } from './why.ts'

type Verbs = Handlers<typeof structureContract>

const isAuthorisation = (change: Pick<StoredChange, 'kind'>) => ofAuthorisation.includes(change.kind)

/** Changes of the last 24 hours; those of 账号授权 are seen by the unit account alone. */
export const changes: Verbs['changes'] = async (call) => {
  const now = call.tools.clock.now()
  const mayAuthorise = call.actor.mandate?.post === 'unit_account'
  const made = await changesSince(call.tools.db, call.actor.mandate?.scopeId ?? '', addDays(now, -undoHours / 24))
  return {
    rows: made.filter((c) => mayAuthorise || !isAuthorisation(c)).map((c) => ({
      id: c.id, kind: c.vacated ? 'vacate' : c.kind, about: c.name, by: c.by, at: c.madeAt.toISOString(), moved: c.moved,
      undoneAt: c.undoneAt?.toISOString() ?? null, undoUntil: addDays(c.madeAt, undoHours / 24).toISOString(),
      ...opennessOf(['undoChange'], () => whyNotUndo({ ...c, isAuthorisation: isAuthorisation(c) }, now, call.actor)),
    })),
  }
}

/** The structure as it is now, as far as the way back can touch it, and the posts that ended with the change. */
async function factsOf(tx: Tx, { tools }: Pick<Call, 'tools'>, unitId: string, done: StoredChange['effects']): Promise<{ state: Structure; past: Map<string, Past>; who: Map<string, Named> }> {
  const reviewIds = done.flatMap((e) => (e.what === 'move' ? [e.reviewId] : []))
  const opened = done.flatMap((e) => (e.what === 'open' ? [e.id] : []))
  for (const place of opened) await holdPeople(tx, unitId, { place })
  await holdPeople(tx, unitId, { reviewIds })
  for (const id of opened) await secondaryUnitForUpdate(tx, unitId, id)
  const ended = await grantsById(tx, tools.keyring, unitId, done.flatMap((e) => (e.what === 'end' ? [e.id] : [])))
  const [past, who] = [new Map<string, Past>(), new Map<string, Named>()]
  for (const g of ended) {
    const keys = keysOf(tools.keyring, g)
    const accountId = await accountOf(tx, { name: g.name, ...keys })
    const human = { name: g.name, ...keys, accountId, personIds: await peopleMeant(tx, unitId, keys.documentKey, accountId) }
    const grantId = newId(tools.clock.now().getTime())
    past.set(g.id, { kind: g.kind, place: g.secondaryUnitId, human, grantId })
    who.set(grantId, { name: g.name, phone: g.phone, document: g.document })
  }
  const lines = [...(await linesById(tx, unitId, reviewIds)), ...(await linesOfPeople(tx, unitId, [...past.values()].flatMap((p) => p.human.personIds)))]
  for (const id of opened) lines.push(...(await linesAt(tx, unitId, id)))
  const known = new Map(lines.map((l) => [l.reviewId, l]))
  const units = (await activeSecondaryUnits(tx, unitId)).map(({ id, name, version }) => ({ id, name, version }))
  return { state: { units, held: await heldIn(tx, unitId), lines: [...known.values()] }, past, who }
}

/** N9: what still stands where the change put it goes back; the answer says what does not, and why. */
export const undoChange: Verbs['undoChange'] = async (call) => {
  const answer = await deed(call, async (tx) => {
    const unit = await heldUnit(tx, call)
    if (isRefusal(unit)) return unit
    const change = await changeForUpdate(tx, unit.id, call.input.id)
    if (!change) return unseen()
    const now = call.tools.clock.now()
    const refusal = whyNotUndo({ ...change, isAuthorisation: isAuthorisation(change) }, now, call.actor)
    if (refusal) return refusal
    const { state, past, who } = await factsOf(tx, call, unit.id, change.effects)
    const { effects, left } = undoOf(state, change.effects, past)
    if (effects.length === 0) return refuse('structure.undo.nothing', { status: 409 })
    const done = await carryOut(tx, call, unit, effects, { changeId: change.id, who, reason: 'structure.reason.undone' })
    if (isRefusal(done)) return done
    await noteUndone(tx, change.id, now)
    const n = (...whats: string[]) => effects.filter((e) => whats.includes(e.what)).length
    return { id: change.id, undone: { people: done.moved, grants: n('grant', 'end'), units: n('archive', 'reopen', 'rename') }, left }
  })
  return isRefusal(answer) && answer.code === 'structure.not_delegable' ? refusedDelegation(call, answer) : answer
}
