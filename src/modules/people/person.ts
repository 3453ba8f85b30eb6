import { actsAsUnit, type Actor } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/clock.ts'
import { procedure } from '../../kernel/process.ts'

/**
 * 1.4.2: a person of a unit. Pure. `new` is 已注册: it may sign in and waits (D10); `refused` and `released` belong to no
 * unit and choose again (E09); `unbound` came through the city (S2-02) and chooses for the first time.
 */
export const personStates = ['unbound', 'new', 'enabled', 'disabled', 'refused', 'released'] as const
export type PersonState = (typeof personStates)[number]
export type PersonRole = 'unit' | 'self' | 'support'

export const personProcedure = procedure([
  // D10: an explicit switch, independent of the modules.
  { verb: 'enable', from: ['new', 'disabled'], to: 'enabled', by: ['unit'] },
  { verb: 'disable', from: ['enabled'], to: 'disabled', by: ['unit'], reason: 'required' },
  // E09: 不属于本单位
  { verb: 'refuse', from: ['new'], to: 'refused', by: ['unit'], reason: 'required' },
  { verb: 'release', from: ['enabled', 'disabled'], to: 'released', by: ['unit'], reason: 'required' },
  // A document that somebody else's unit vouches for wrongly: its owner would be shut out for ever (S1-58, S1-N1).
  { verb: 'liftVouching', from: ['enabled', 'disabled'], to: 'released', by: ['support'], reason: 'required' },
  // E09, E40: a wrong choice, or another employer; the unit of before is told.
  { verb: 'choose', from: ['unbound', 'new', 'enabled', 'disabled', 'refused', 'released'], to: 'new', by: ['self'] },
] as const)

export type PersonVerb = (typeof personProcedure.steps)[number]['verb']

/** S1-58: the support corrects everybody's name and document but its own. */
export const mayCorrect = (actor: Actor | null, person: { accountId: string; unitId: string | null }): boolean => personRolesOf(actor, person).includes('support')

/** How often somebody may choose within a day: each choice takes a place in a list and tells two units. */
export const choicesADay = 3

/** When one may choose again, of the times of the choices so far; null: now. */
export function chooseAgainAt(choices: readonly Date[], now: Date): Date | null {
  const lately = choices.filter((at) => addDays(at, 1) > now).toSorted((a, b) => a.getTime() - b.getTime())
  const first = lately.at(-choicesADay)
  return first ? addDays(first, 1) : null
}

/** 用户状态 as the manual shows it (S1-48): there are two. */
export const personStatuses = ['enabled', 'disabled'] as const
export type PersonStatus = (typeof personStatuses)[number]
export const statusOf = (state: PersonState): PersonStatus => (state === 'enabled' ? 'enabled' : 'disabled')

/** What somebody is to a person: the unit it is bound to, the person himself, or the support, which is nobody's own. Nobody else sees the row. */
export function personRolesOf(actor: Actor | null, person: { accountId: string; unitId: string | null }): PersonRole[] {
  const roles: PersonRole[] = []
  // Nobody decides on his own record (I11): the authorised person of a unit is one of its people as well.
  if (actsAsUnit(actor, person.unitId) && actor?.accountId !== person.accountId) roles.push('unit')
  if (actor && actor.accountId === person.accountId) roles.push('self')
  else if (actor?.mandate?.post === 'support_officer') roles.push('support')
  return roles
}

/** Kind and number of an identity document, canonical. */
export interface Document {
  type: string
  number: string
}

export interface Person {
  id: string
  accountId: string
  userName: string
  name: string
  document: Document | null
  state: PersonState
  version: number
  unitId: string | null
  /** Place in the unit's list; never given twice in one unit. */
  place: number | null
  reason: string
  since: Date
  joinedAt: Date | null
  /** Since when the unit answers for who this is. */
  vouchedAt: Date | null
  /** Since when the city's identity provider answers for the document (S2-02). */
  provenAt: Date | null
  createdAt: Date
}

/** What the journal knows of a person; replaying these gives the row. */
export type PersonEvent = { at: string } & (
  | {
      event: 'registered'
      accountId: string
      /** Sealed beside the journal. */
      who: { userName: string; name: string; document: Document | null }
      unitId: string
      place: number
    }
  /** S1-05, S1-06: taken over from an older system, with the status that it had there. */
  | {
      event: 'adopted'
      accountId: string
      who: { userName: string; name: string; document: Document | null }
      unitId: string
      place: number
      enabled: boolean
    }
  /** S2-02: through the city's identity provider, which proved the document. */
  | { event: 'came'; accountId: string; who: { userName: string; name: string; document: Document } }
  /** S2-02: linked with the city's identity provider, which answers for this document. */
  | { event: 'proven'; who: { document: Document } }
  /** A unit approved the personal information: he is one of its people from now on, with the document that it reviewed (S2-71). */
  | { event: 'bound'; who: { document: Document }; unitId: string; place: number; before: string | null }
  | { event: 'enabled' }
  | { event: 'disabled' | 'refused' | 'released'; note: string }
  /** S1-58: name or document as the support found them to be. `vouched` false: another unit answers for that number, this one looks anew. */
  | { event: 'corrected'; who: { name: string; document: Document | null }; vouched: boolean; note: string }
  | { event: 'chosen'; unitId: string; place: number; before: string | null }
)

const isSame = (a: Document | null, b: Document | null): boolean => a?.type === b?.type && a?.number === b?.number

/** The city proved one number; whoever shows another is not proven by that. */
const known = (before: Person, who: Partial<Pick<Person, 'name' | 'document'>>): Person => {
  const after = { ...before, ...who }
  return { ...after, provenAt: isSame(before.document, after.document) ? before.provenAt : null }
}

/** Whether an approval leaves everything as it is: he is one of this unit's already, with this very document. */
export const isBound = (p: Pick<Person, 'unitId' | 'state' | 'document'>, unitId: string, document: Document): boolean =>
  p.unitId === unitId && (p.state === 'enabled' || p.state === 'disabled') && isSame(p.document, document)

/** The person after an event; `null` before the registration. */
export function evolvePerson(before: Person | null, id: string, e: PersonEvent): Person {
  const at = new Date(e.at)
  if (e.event === 'came') {
    return {
      id, accountId: e.accountId, ...e.who, state: 'unbound', version: 1, unitId: null, place: null, reason: '', since: at,
      joinedAt: null, vouchedAt: null, provenAt: at, createdAt: at,
    }
  }
  if (e.event === 'registered' || e.event === 'adopted') {
    const isEnabled = e.event === 'adopted' && e.enabled
    const state: PersonState = e.event === 'registered' ? 'new' : isEnabled ? 'enabled' : 'disabled'
    return {
      id, accountId: e.accountId, ...e.who, state, version: 1, unitId: e.unitId, place: e.place, reason: '', since: at,
      joinedAt: at, vouchedAt: e.event === 'adopted' ? at : null, provenAt: null, createdAt: at,
    }
  }
  if (!before) throw new Error(`${e.event} before the person was registered`)
  // Neither state nor reason speaks of it.
  if (e.event === 'corrected') {
    const after = { ...known(before, e.who), version: before.version + 1 }
    return before.vouchedAt && !e.vouched ? { ...after, state: 'new', vouchedAt: null, since: at, reason: '' } : after
  }
  if (e.event === 'proven') return { ...before, ...e.who, version: before.version + 1, provenAt: at }
  if (e.event === 'bound') {
    const stays = before.unitId === e.unitId
    const after = { ...known(before, e.who), version: before.version + 1, unitId: e.unitId, place: e.place, vouchedAt: (stays ? before.vouchedAt : null) ?? at }
    // Whom this unit disabled it enables by its switch (D10); that his facts are right is another matter.
    if (stays && (before.state === 'enabled' || before.state === 'disabled')) return after
    return { ...after, state: 'enabled', reason: '', since: at, joinedAt: stays ? before.joinedAt : at }
  }
  const person = { ...before, version: before.version + 1, since: at, reason: 'note' in e ? e.note : '' }
  switch (e.event) {
    case 'enabled': return { ...person, state: 'enabled', vouchedAt: before.vouchedAt ?? at }
    case 'disabled': return { ...person, state: 'disabled' }
    case 'chosen': return { ...person, state: 'new', unitId: e.unitId, place: e.place, joinedAt: at, vouchedAt: null }
    default: return { ...person, state: e.event, unitId: null, place: null, joinedAt: null, vouchedAt: null }
  }
}
