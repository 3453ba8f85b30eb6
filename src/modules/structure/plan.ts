import { overtaken, refuse, refuseField, unseen, type Refusal } from '../../kernel/refusal.ts'
import { mostSecondaryUnits, nameKeyOf } from './secondary-unit.ts'
import { authorisedOf, deskFor, isSameHuman, managerOf, type Effect, type Held, type Human, type Line, type Place, type Structure } from './state.ts'

/** A change of the structure, with the ids that what is new will bear. */
export type Change =
  | { kind: 'authorise'; grantId: string; human: Human }
  | { kind: 'replace'; ends: string; grantId: string; human: Human }
  | { kind: 'revoke'; ends: string }
  /** D6: of the people of the unit these go to the new secondary unit, with their reviews; all others stay where they are. */
  | { kind: 'add'; id: string; name: string; grantId: string; human: Human; personIds: readonly string[] }
  | { kind: 'change'; id: string; name: string | null; manager: { grantId: string; human: Human; isSame: boolean } | null }
  | { kind: 'vacate'; id: string }
  | { kind: 'remove'; id: string; moveTo: Place | undefined }
  | { kind: 'move'; from: Place; to: Place; personIds: readonly string[] }
export type ChangeKind = Change['kind']

export interface Plan {
  effects: readonly Effect[]
  /** What stands in the way; then there are no effects. */
  blocked: readonly Refusal[]
}

/**
 * N9: what a change would move, out of the structure as it is. The deed carries out exactly these effects; the database
 * has the last word.
 */
export function planOf(s: Structure, change: Change): Plan {
  const blocked = obstaclesTo(s, change)
  return blocked.length > 0 ? { effects: [], blocked } : { effects: effectsOf(s, change), blocked }
}

function effectsOf(s: Structure, c: Change): Effect[] {
  switch (c.kind) {
    case 'authorise': return [grant(c.grantId, 'authorised_person', null, c.human), ...ownReviews(s.lines, null, c.human.personIds)]
    case 'replace': return [{ what: 'end', id: c.ends }, grant(c.grantId, 'authorised_person', null, c.human), ...ownReviews(s.lines, null, c.human.personIds)]
    case 'revoke': return [{ what: 'end', id: c.ends }]
    case 'add': {
      const given = grant(c.grantId, 'secondary_unit_manager', c.id, c.human)
      return [{ what: 'open', id: c.id, name: c.name }, given, ...moves(withPost(s.held, given), among(s.lines, c.personIds), c.id)]
    }
    case 'change': {
      const unit = s.units.find((u) => u.id === c.id)
      const renamed: Effect[] = c.name === null || c.name === unit?.name ? [] : [{ what: 'rename', id: c.id, from: unit?.name ?? '', to: c.name }]
      return c.manager && !c.manager.isSame ? [...renamed, ...replacedManager(s, c.id, c.manager)] : renamed
    }
    case 'vacate': return ended(managerOf(s.held, c.id))
    case 'remove': {
      const rest = s.held.filter((h) => h.kind === 'authorised_person' || h.place !== c.id)
      return [
        ...(c.moveTo === undefined ? [] : moves(rest, s.lines.filter((l) => l.place === c.id), c.moveTo)),
        ...ended(managerOf(s.held, c.id)), { what: 'archive', id: c.id, name: nameOf(s, c.id) },
      ]
    }
    default: return moves(s.held, among(s.lines, c.personIds), c.to)
  }
}

type Given = Extract<Effect, { what: 'grant' }>
const grant = (id: string, kind: Given['kind'], place: Place, human: Human): Given => ({ what: 'grant', id, kind, place, human })
const ended = (held: Held | null): Effect[] => (held ? [{ what: 'end', id: held.id }] : [])
const withPost = (held: readonly Held[], g: Given): Held[] => [...held, { ...g.human, id: g.id, kind: g.kind, place: g.place, since: '' }]

/** E30: revocation and grant in one step; what waits stays at its desk, but what is the new one's own (E38). */
function replacedManager(s: Structure, id: string, { grantId, human }: { grantId: string; human: Human }): Effect[] {
  const given = grant(grantId, 'secondary_unit_manager', id, human)
  return [...ended(managerOf(s.held, id)), given, ...ownReviews(s.lines, id, human.personIds)]
}

/**
 * E38: his own goes one level up, decided or not: a manager does not find himself in his list (`place`), and on the
 * authorised person (null) no manager decides whom he appoints himself.
 */
export const ownReviews = (lines: readonly Line[], place: Place, personIds: readonly string[]): Effect[] =>
  among(lines, personIds).filter((l) => l.desk !== null && (place === null || l.desk === place))
    .map((l) => ({ what: 'move', reviewId: l.reviewId, personId: l.personId, from: { place: l.place, desk: l.desk }, to: { place: l.place, desk: null } }))

function among(lines: readonly Line[], personIds: readonly string[]): Line[] {
  const chosen = new Set(personIds)
  return lines.filter((l) => chosen.has(l.personId))
}

/** E32: a person's review goes with him; who manages the place he comes to is decided on by the unit. */
const moves = (held: readonly Held[], lines: readonly Line[], to: Place): Effect[] =>
  lines.map((l) => ({
    what: 'move', reviewId: l.reviewId, personId: l.personId,
    from: { place: l.place, desk: l.desk }, to: { place: to, desk: deskFor(held, to, l.personId) },
  }))

const nameOf = (s: Structure, id: string): string => s.units.find((u) => u.id === id)?.name ?? ''

function obstaclesTo(s: Structure, c: Change): Refusal[] {
  const known = (id: Place) => id === null || s.units.some((u) => u.id === id)
  const given = (...found: (Refusal | null | false)[]) => found.filter((one) => one !== null && one !== false)
  const present = authorisedOf(s.held)
  switch (c.kind) {
    case 'authorise': return given(present && authorisedAlready(present), exclusionProblem(s, 'authorised_person', null, c.human))
    case 'replace':
    case 'revoke':
      if (!present) return [refuse('structure.nobody_authorised', { status: 409 })]
      if (present.id !== c.ends) return [overtaken()]
      if (c.kind === 'revoke') return []
      return given(present.documentKey === c.human.documentKey && present.phoneKey === c.human.phoneKey && present.name === c.human.name && refuse('structure.same_person', { status: 409 }),
        exclusionProblem(s, 'authorised_person', null, c.human))
    case 'add': return given(fullProblem(s.units.length), nameProblem(s, c.name, null), exclusionProblem(s, 'secondary_unit_manager', c.id, c.human), goneProblem(s.lines, null, c.personIds))
    case 'change': {
      if (!known(c.id)) return [unseen()]
      const isNew = (c.name !== null && c.name !== nameOf(s, c.id)) || (c.manager !== null && !c.manager.isSame)
      return given(!isNew && refuse('structure.nothing_changed', { status: 409 }), c.name !== null && nameProblem(s, c.name, c.id),
        c.manager && !c.manager.isSame && exclusionProblem(s, 'secondary_unit_manager', c.id, c.manager.human))
    }
    case 'vacate': return !known(c.id) ? [unseen()] : given(managerOf(s.held, c.id) ? null : refuse('structure.vacant', { status: 409, params: { name: nameOf(s, c.id) } }))
    case 'remove': {
      if (!known(c.id)) return [unseen()]
      const lying = applicationsProblem(nameOf(s, c.id), s.units.find((u) => u.id === c.id)?.applications ?? 0)
      if (c.moveTo !== undefined) return given(c.moveTo === c.id ? refuse('structure.place.same', { status: 409 }) : !known(c.moveTo) && refuse('structure.place.unknown', { status: 409 }), lying)
      return given(referredProblem(nameOf(s, c.id), s.lines.filter((l) => l.place === c.id).length), lying)
    }
    default:
      if (!known(c.from) || !known(c.to)) return [refuse('structure.place.unknown', { status: 409 })]
      if (c.from === c.to) return [refuse('structure.place.same', { status: 409 })]
      if (c.personIds.length === 0) return [refuse('structure.move.nobody', { status: 409 })]
      return given(goneProblem(s.lines, c.from, c.personIds))
  }
}

export const fullProblem = (units: number): Refusal | null =>
  units >= mostSecondaryUnits ? refuse('structure.most', { status: 409, params: { most: mostSecondaryUnits } }) : null

export const authorisedAlready = (present: Pick<Held, 'name' | 'since'>): Refusal =>
  refuse('structure.authorised_already', { status: 409, params: { name: present.name, since: present.since } })

/** S2-39, E27: who refers to it stands in the way. */
export const referredProblem = (name: string, n: number): Refusal | null => (n > 0 ? refuse('structure.referred', { status: 409, params: { name, n } }) : null)

/** E28: what lies at its desk is decided or sent elsewhere first. */
export const applicationsProblem = (name: string, n: number): Refusal | null => (n > 0 ? refuse('structure.applications', { status: 409, params: { name, n } }) : null)

/** E26, I22. */
function nameProblem(s: Structure, name: string, except: string | null): Refusal | null {
  const key = nameKeyOf(name)
  return s.units.some((u) => u.id !== except && nameKeyOf(u.name) === key) ? refuseField('name', 'structure.name.taken') : null
}

/** S2-32, S2-41: not both in one unit, whichever was first (E15). */
export function exclusionProblem(s: Structure, kind: Held['kind'], place: Place, human: Human): Refusal | null {
  const other = s.held.find((h) => h.kind !== kind && isSameHuman(h, human))
  if (!other) return null
  const beside = other.documentKey === human.documentKey || other.phoneKey !== human.phoneKey ? 'document' : 'phone'
  return kind === 'authorised_person'
    ? refuseField(beside, 'structure.exclusive.manager', { name: nameOf(s, other.place ?? place ?? ''), since: other.since })
    : refuseField(`manager.${beside}`, 'structure.exclusive.authorised', { since: other.since })
}

/** Who was ticked and stands elsewhere by now. */
function goneProblem(lines: readonly Line[], from: Place, personIds: readonly string[]): Refusal | null {
  const here = new Set(lines.filter((l) => l.place === from).map((l) => l.personId))
  const n = personIds.filter((id) => !here.has(id)).length
  return n > 0 ? refuse('structure.move.gone', { status: 409, params: { n } }) : null
}
