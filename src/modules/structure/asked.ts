import type { Actor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { isRefusal, overtaken, refuse, refuseField, unseen, type Refusal } from '../../kernel/refusal.ts'
import { nameScriptOf, personNameIn } from '../../codes/person-name.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Call } from '../../platform/serve/call.ts'
import { documentOf } from '../people/fields.ts'
import type { ChangedManagerForm, ChangeForm, NamedForm, Selection } from './fields.ts'
import { openApplicationsAt } from './open-applications.ts'
import type { Change } from './plan.ts'
import type { Named } from './role-grant.ts'
import { grantById, keysOf } from './role-grant-store.ts'
import { activeSecondaryUnits, secondaryUnitForUpdate, secondaryUnitOf } from './secondary-unit-store.ts'
import { managerOf, type Human, type Line, type Place, type Structure } from './state.ts'
import { accountOf, heldIn, holdPeople, linesAt, linesOfPeople, peopleMatching, peopleMeant } from './state-store.ts'

/** A change that somebody asks for: as the law knows it, whom it names, and the structure that it meets. */
export interface Asked {
  change: Change
  named: Named | null
  state: Structure
  /** The version that was seen is no longer the present one. */
  isStale: boolean
}

type Asker = Pick<Call<unknown, Actor>, 'actor' | 'tools'>

/**
 * Reads what a change would meet. In a deed (`holds`) the secondary unit that goes and the people who move are held first,
 * so that what is read is what is changed; a simulation reads without waiting for anybody. `where`: what a finding about the
 * named person stands beside (`manager.`).
 */
export async function askedOf(db: Db, call: Asker, unitId: string, form: ChangeForm, hold: Tx | null): Promise<Asked | Refusal> {
  const { keyring, clock } = call.tools
  const fresh = () => newId(clock.now().getTime())
  const held = await heldIn(db, unitId)
  const units = async () => (await activeSecondaryUnits(db, unitId)).map(({ id, name, version }) => ({ id, name, version }))
  const goes = async (id: string) => {
    const applications = await openApplicationsAt(db, id)
    return (await units()).map((unit) => (unit.id === id ? { ...unit, applications } : unit))
  }
  const humanOf = async (named: Named): Promise<Human> => {
    const keys = keysOf(keyring, named)
    const accountId = await accountOf(db, { name: named.name, ...keys })
    return { name: named.name, ...keys, accountId, personIds: await peopleMeant(db, unitId, keys.documentKey, accountId) }
  }
  const asked = async (change: Change, named: Named | null, lines: Line[], isStale = false): Promise<Asked> => ({ change, named, state: { units: await units(), held, lines }, isStale })
  const own = async (human: Human) => {
    if (hold) await holdPeople(hold, unitId, human)
    return linesOfPeople(db, unitId, human.personIds)
  }
  const moving = async (from: Place, people: Selection | undefined) => {
    const personIds = people ? await whoIn(db, unitId, from, people) : []
    if (hold) await holdPeople(hold, unitId, { personIds })
    return { personIds, lines: await linesOfPeople(db, unitId, personIds) }
  }

  switch (form.kind) {
    case 'authorise':
    case 'replace': {
      const named = namedIn(form.person, '')
      if (isRefusal(named)) return named
      const human = await humanOf(named)
      const change: Change = form.kind === 'replace'
        ? { kind: form.kind, ends: form.grantId, grantId: fresh(), human } : { kind: form.kind, grantId: fresh(), human }
      return asked(change, named, await own(human))
    }
    case 'revoke': return asked({ kind: 'revoke', ends: form.grantId }, null, [])
    case 'add': {
      const named = namedIn(form.manager, 'manager.')
      if (isRefusal(named)) return named
      const [human, { personIds, lines }] = [await humanOf(named), await moving(null, form.people)]
      return asked({ kind: 'add', id: fresh(), name: form.name, grantId: fresh(), human, personIds }, named, lines)
    }
    case 'move': {
      const { personIds, lines } = await moving(form.from, form.people)
      return asked({ kind: 'move', from: form.from, to: form.to, personIds }, null, lines)
    }
    case 'remove': {
      if (hold) await holdPeople(hold, unitId, { place: form.id })
      const seen = hold ? await secondaryUnitForUpdate(hold, unitId, form.id) : await secondaryUnitOf(db, unitId, form.id)
      if (!seen?.active) return seen ? overtaken() : unseen()
      const moveTo = form.moveTo === 'unit' ? null : form.moveTo
      const found = await asked({ kind: 'remove', id: form.id, moveTo }, null, await linesAt(db, unitId, form.id), seen.version !== form.version)
      return { ...found, state: { ...found.state, units: await goes(form.id) } }
    }
    default: {
      const seen = await secondaryUnitOf(db, unitId, form.id)
      if (!seen?.active) return seen ? overtaken() : unseen()
      const isStale = seen.version !== form.version
      if (form.kind === 'vacate') return asked({ kind: 'vacate', id: form.id }, null, [], isStale)
      const present = managerOf(held, form.id)
      const before = present && (await grantById(db, keyring, present.id))
      const named = form.manager ? changedIn(form.manager, before) : null
      if (isRefusal(named)) return named
      if (!named) return asked({ kind: 'change', id: form.id, name: form.name, manager: null }, null, [], isStale)
      const human = await humanOf(named)
      const isSame = present?.documentKey === human.documentKey && present.phoneKey === human.phoneKey && present.name === human.name
      return asked({ kind: 'change', id: form.id, name: form.name, manager: { grantId: fresh(), human, isSame } }, named, isSame ? [] : await own(human), isStale)
    }
  }
}

const whoIn = (db: Db, unitId: string, from: Place, people: Selection): Promise<string[]> =>
  'personIds' in people ? Promise.resolve([...new Set(people.personIds)]) : peopleMatching(db, unitId, from, people.matching)

/** S2-28: the number by the rule of its kind, the name in the script of the document. */
function namedIn(form: NamedForm, where: '' | 'manager.'): Named | Refusal {
  const name = personNameIn(nameScriptOf(form.documentType))(form.name)
  if (!name.ok) return refuseField(`${where}name`, name.code, name.params)
  const document = documentOf(form.documentType, form.document)
  return 'code' in document ? refuseField(`${where}document`, document.code, document.params) : { name: name.value, phone: form.phone, document }
}

/** S2-37: what was left out stays as the present manager's; a vacant post has nothing to stay as. */
function changedIn(form: ChangedManagerForm, before: Named | null): Named | Refusal {
  if (!before && !(form.name && form.phone && form.document)) return refuse('input.invalid', {
    fields: Object.fromEntries((['name', 'phone', 'document'] as const).filter((one) => !form[one]).map((one) => [`manager.${one}`, { code: 'field.required' }])),
  })
  return namedIn({
    name: form.name ?? before?.name ?? '', phone: form.phone ?? before?.phone ?? '',
    documentType: (form.documentType ?? before?.document.type ?? 'ID') as NamedForm['documentType'], document: form.document ?? before?.document.number ?? '',
  }, 'manager.')
}
