import type { Actor } from '../../kernel/actor.ts'
import { unseen } from '../../kernel/refusal.ts'
import { opennessOf } from '../../kernel/why.ts'
import { eventsOf } from '../../platform/journal.ts'
import type { AskableDeed } from '../../platform/room.ts'
import type { Call, Handlers } from '../../platform/serve/call.ts'
import type { structureContract } from './contract.ts'
import { archivedSecondaryUnits as archivedOf, countArchived, vacantSince } from './list-store.ts'
import { pastGrants, presentGrants } from './role-grant-store.ts'
import { activeSecondaryUnits, secondaryUnitOf } from './secondary-unit-store.ts'
import { reasonIn, showGrant, showPastGrant } from './show.ts'
import { countsIn, heldIn, peopleAt } from './state-store.ts'
import { managerOf } from './state.ts'
import { grantRoom, unitRoom } from './structure-journal.ts'
import { secondaryUnitDeeds, whyNotSecondaryUnit } from './why.ts'

type Verbs = Handlers<typeof structureContract>
const unitOf = (call: { actor: Actor }) => call.actor.mandate?.scopeId ?? ''
const nothing = { people: 0, pending: 0 }

/** S2-42: all of them, with managers, people and what waits; a fixed number of statements. */
export const secondaryUnits: Verbs['secondaryUnits'] = async (call) => {
  const { db, keyring } = call.tools
  const unitId = unitOf(call)
  const units = await activeSecondaryUnits(db, unitId)
  const managers = new Map((await presentGrants(db, unitId, 'secondary_unit_manager')).map((row) => [row.secondary_unit_id, row]))
  const counts = await countsIn(db, unitId, units.map((u) => u.id))
  const vacancies = await vacantSince(db, unitId)
  return {
    rows: units.map((u) => {
      const manager = managers.get(u.id)
      const { people, pending } = counts.get(u.id) ?? nothing
      const facts = { unitId, name: u.name, people, hasManager: manager !== undefined, units: units.length }
      return {
        id: u.id, name: u.name, version: u.version, createdAt: u.createdAt.toISOString(),
        manager: manager ? showGrant(manager, keyring) : null,
        vacantSince: manager ? null : (vacancies.get(u.id) ?? u.createdAt).toISOString(), people, pending,
        ...opennessOf(secondaryUnitDeeds, (deed) => whyNotSecondaryUnit(deed, facts, call.actor)),
      }
    }),
    direct: counts.get(null) ?? nothing,
    vacant: units.filter((u) => !managers.has(u.id)).length, archived: await countArchived(db, unitId),
    ...opennessOf(['addSecondaryUnit'] as const, (deed) => whyNotSecondaryUnit(deed, { unitId, name: '', people: 0, hasManager: false, units: units.length }, call.actor)),
  }
}

export const archivedSecondaryUnits: Verbs['archivedSecondaryUnits'] = async (call) => {
  const { rows, ...page } = await archivedOf(call.tools.db, unitOf(call), call.input)
  return { rows: rows.map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at.toISOString(), archivedAt: row.archived_at.toISOString() })), ...page }
}

/** What happened to a secondary unit and to the post of its manager, in one order. */
export const secondaryUnitHistory: Verbs['secondaryUnitHistory'] = async (call) => {
  const { db, keyring, translate } = call.tools
  const unit = await secondaryUnitOf(db, unitOf(call), call.input.id)
  if (!unit) return unseen()
  const t = translate[call.request.lang]
  const [present] = (await presentGrants(db, unit.unitId, 'secondary_unit_manager')).filter((row) => row.secondary_unit_id === unit.id)
  const past = await pastGrants(db, unit.unitId, { kind: 'secondary_unit_manager', secondaryUnitId: unit.id })
  const own = (await eventsOf(db, keyring, unitRoom, unit.id)).filter((e) => e.event !== 'managed').map((e) => ({ ...e, person: null as string | null }))
  const ofPosts = []
  for (const row of present ? [present, ...past] : past) {
    ofPosts.push(...(await eventsOf(db, keyring, grantRoom, row.id)).filter((e) => e.event !== 'differed').map((e) => ({ ...e, person: row.name })))
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    id: unit.id, name: unit.name, active: unit.active, managers: past.map((row) => showPastGrant(row, keyring, t)),
    events: [...own, ...ofPosts].toSorted((a, b) => a.at.getTime() - b.at.getTime()).map((e) => ({
      at: e.at.toISOString(), event: e.event, by: e.actorName, person: e.person, name: text(e.body.name), nameBefore: text(e.body.before),
      reason: reasonIn(t, text(e.private?.note) ?? '') || null,
    })),
  }
}

/** Who belongs to a place; a secondary unit of another unit is not there. */
export const referrers: Verbs['referrers'] = async (call) => {
  const { db } = call.tools
  const unitId = unitOf(call)
  const { place, ...filters } = call.input
  if (place !== null && !(await secondaryUnitOf(db, unitId, place))) return unseen()
  const manager = managerOf(await heldIn(db, unitId), place)
  const { rows, ...page } = await peopleAt(db, unitId, place, filters)
  return {
    rows: rows.map((row) => ({
      personId: row.person_id, name: row.name, state: row.state, title: row.title, position: row.position, specialty: row.specialty,
      desk: row.desk_id === unitId ? 'unit' as const : 'secondary_unit' as const, hasDraft: row.has_draft,
      isManager: place !== null && manager?.personIds.includes(row.person_id) === true, updatedAt: row.updated_at.toISOString(),
    })),
    ...page,
  }
}

type Asker = Pick<Call<unknown, Actor>, 'actor' | 'tools'>

/** N11 */
export const addDeed: AskableDeed = {
  posts: ['unit_account', 'authorised_person'],
  ask: async (call: Asker) => whyNotSecondaryUnit('addSecondaryUnit', { unitId: unitOf(call), name: '', people: 0, hasManager: false, units: (await activeSecondaryUnits(call.tools.db, unitOf(call))).length }, call.actor),
}

/** N11: why 删除 is not open, with how many refer to it. */
export const removeDeed: AskableDeed = {
  posts: ['unit_account', 'authorised_person'], of: 'subject',
  async ask(call: Asker, subject) {
    const unitId = unitOf(call)
    const unit = subject === null ? null : await secondaryUnitOf(call.tools.db, unitId, subject)
    if (!unit?.active) return unseen()
    const { people } = (await countsIn(call.tools.db, unitId, [unit.id])).get(unit.id) ?? nothing
    return whyNotSecondaryUnit('removeSecondaryUnit', { unitId, name: unit.name, people, hasManager: false, units: 0 }, call.actor)
  },
}
