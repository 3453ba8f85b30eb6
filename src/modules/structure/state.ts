import type { ReviewState } from './fields.ts'
import { deskFor as deskOfSubmission } from '../profiles/routing.ts'
import type { GrantKind } from './role-grant.ts'

/** Where a person of the unit stands: a secondary unit by its id, or null, the unit itself (直属人员, D2). */
export type Place = string | null

/** Who is meant, by what can be compared: blind indexes, and the account where it comes in force at once (1.4.3). */
export interface Human {
  name: string
  documentKey: string
  phoneKey: string
  accountId: string | null
  /** The people of the unit who are meant: by the account, or by the document while the post waits for its sign-in. */
  personIds: readonly string[]
}

/** A post that was given and has not ended. */
export interface Held extends Human {
  id: string
  kind: GrantKind
  place: Place
  /** Day of the grant, for sentences. */
  since: string
}

/** The line of a person in the review list of the unit. `desk`: who decides; null is the unit. */
export interface Line {
  reviewId: string
  personId: string
  name: string
  state: ReviewState
  hasDraft: boolean
  place: Place
  desk: Place
}

/** What a plan is computed from: active secondary units, posts that were given, and the lines that the change could touch. */
export interface Structure {
  units: readonly { id: string; name: string; version: number; /** Applications at its desk (E28); counted of the one that goes. */ applications?: number }[]
  held: readonly Held[]
  lines: readonly Line[]
}

/** What changes, in the order in which it is carried out. */
export type Effect =
  | { what: 'open'; id: string; name: string }
  | { what: 'rename'; id: string; from: string; to: string }
  | { what: 'archive'; id: string; name: string }
  | { what: 'reopen'; id: string; name: string }
  | { what: 'grant'; id: string; kind: GrantKind; place: Place; human: Human }
  | { what: 'end'; id: string }
  | { what: 'move'; reviewId: string; personId: string; from: Standing; to: Standing }

export interface Standing {
  place: Place
  desk: Place
}

/** One human, whatever was typed (E16): by document, by the account, or by the telephone, which belongs to one account only. */
export const isSameHuman = (a: Human, b: Human): boolean =>
  a.documentKey === b.documentKey || a.phoneKey === b.phoneKey || (a.accountId !== null && a.accountId === b.accountId)

export const managerOf = (held: readonly Held[], place: Place): Held | null =>
  held.find((h) => h.kind === 'secondary_unit_manager' && h.place === place) ?? null
export const authorisedOf = (held: readonly Held[]): Held | null => held.find((h) => h.kind === 'authorised_person') ?? null

/** S2-57, E33, E38: the desk of who stands there, by the rule that a submission goes by (profiles). */
export const deskFor = (held: readonly Held[], place: Place, personId: string): Place => {
  const desk = deskOfSubmission({
    unitId: theUnit, secondaryUnit: place === null ? null : { id: place, active: true },
    managesIt: place !== null && managerOf(held, place)?.personIds.includes(personId) === true,
    isAuthorisedPerson: authorisedOf(held)?.personIds.includes(personId) === true,
  })
  return desk === theUnit ? null : desk
}
const theUnit = ''

/** The structure after a plan was carried out; in one walk over the lines, however many move. */
export function applied(before: Structure, effects: readonly Effect[]): Structure {
  const moved = new Map(effects.flatMap((e) => (e.what === 'move' ? [[e.reviewId, e.to] as const] : [])))
  const after = effects.reduce((s, e) => (e.what === 'move' ? s : withEffect(s, e)), before)
  return moved.size === 0 ? after : { ...after, lines: after.lines.map((l) => ({ ...l, ...moved.get(l.reviewId) })) }
}

function withEffect(s: Structure, e: Exclude<Effect, { what: 'move' }>): Structure {
  switch (e.what) {
    case 'open':
    case 'reopen': return { ...s, units: [...s.units, { id: e.id, name: e.name, version: 1 }] }
    case 'rename': return { ...s, units: s.units.map((u) => (u.id === e.id ? { ...u, name: e.to, version: u.version + 1 } : u)) }
    case 'archive': return { ...s, units: s.units.filter((u) => u.id !== e.id) }
    case 'grant': return { ...s, held: [...s.held, { ...e.human, id: e.id, kind: e.kind, place: e.place, since: '' }] }
    default: return { ...s, held: s.held.filter((h) => h.id !== e.id) }
  }
}
