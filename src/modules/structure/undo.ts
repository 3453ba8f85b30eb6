import { exclusionProblem, ownReviews } from './plan.ts'
import type { GrantKind } from './role-grant.ts'
import { nameKeyOf } from './secondary-unit.ts'
import { applied, authorisedOf, deskFor, managerOf, type Effect, type Human, type Line, type Place, type Structure } from './state.ts'

/** Within so many hours a change can be undone (N9). */
export const undoHours = 24

/** What cannot be put back, and why. */
export interface NotUndone {
  what: 'secondary_unit' | 'name' | 'grant' | 'people'
  n: number
  code: string
  params: Record<string, string | number>
}

/** A post that ended with the change: whom it is given to anew, by the grant that is made. */
export interface Past {
  kind: GrantKind
  place: Place
  human: Human
  grantId: string
}

/** What a change did, as it is kept: without names and numbers of people. */
export type Kept = Exclude<Effect, { what: 'grant' }> | { what: 'grant'; id: string; kind: GrantKind; place: Place }

export const keptOf = (e: Effect): Kept => (e.what === 'grant' ? { what: e.what, id: e.id, kind: e.kind, place: e.place } : e)

/**
 * N9: the way back from a change, in the structure as it is now: only what still stands where the change put it. `past`:
 * the posts that ended with the change, by the id of their grant. Secondary units and names come first, then posts, then
 * people (whose desks depend on the posts), and what the change opened is closed last.
 */
export function undoOf(now: Structure, done: readonly Kept[], past: ReadonlyMap<string, Past>): { effects: Effect[]; left: NotUndone[] } {
  const back = done.toReversed()
  const way: Way = { s: now, effects: [], left: [] }
  for (const e of back) if (e.what === 'archive' || e.what === 'rename' || e.what === 'reopen') unname(way, e)
  const returning = whoReturns(way, back.filter((e) => e.what === 'move'))
  const rest = remaining(way.s.lines, returning)
  for (const e of back) {
    if (e.what === 'grant') takeBack(way, e, done, rest)
    if (e.what === 'end') giveBack(way, past.get(e.id), rest)
  }
  does(way, returning.map((e) => ({
    what: 'move', reviewId: e.reviewId, personId: e.personId, from: e.to,
    to: { place: e.from.place, desk: e.from.desk === null ? null : deskFor(way.s.held, e.from.place, e.personId) },
  })))
  for (const e of back) if (e.what === 'open') close(way, e.id)
  return { effects: way.effects, left: way.left }
}

interface Way {
  s: Structure
  effects: Effect[]
  left: NotUndone[]
}
type Move = Extract<Effect, { what: 'move' }>
type Of<W extends Kept['what']> = Extract<Kept, { what: W }>

function does(way: Way, effects: readonly Effect[]): void {
  way.effects = [...way.effects, ...effects]
  way.s = applied(way.s, effects)
}

function leaves(way: Way, what: NotUndone['what'], code: string, params: NotUndone['params'] = {}): void {
  const same = way.left.find((one) => one.code === code && one.what === what)
  if (same) same.n += 1
  else way.left.push({ what, n: 1, code, params })
}

const isOpen = (s: Structure, id: Place) => id === null || s.units.some((u) => u.id === id)
const isTaken = (s: Structure, name: string, except: string) => s.units.some((u) => u.id !== except && nameKeyOf(u.name) === nameKeyOf(name))
const nameIn = (s: Structure, id: string): string => s.units.find((u) => u.id === id)?.name ?? ''
const isUsed = (lines: readonly Line[], place: Place) => lines.some((l) => l.place === place)

function unname(way: Way, e: Of<'archive'> | Of<'rename'> | Of<'reopen'>): void {
  if (e.what === 'rename') {
    if (nameIn(way.s, e.id) !== e.to) leaves(way, 'name', 'structure.undo.renamed_since')
    else if (isTaken(way.s, e.from, e.id)) leaves(way, 'name', 'structure.undo.name_taken', { name: e.from })
    else does(way, [{ what: 'rename', id: e.id, from: e.to, to: e.from }])
  } else if (e.what === 'reopen' || isOpen(way.s, e.id)) leaves(way, 'secondary_unit', 'structure.undo.done')
  else if (isTaken(way.s, e.name, e.id)) leaves(way, 'secondary_unit', 'structure.undo.name_taken', { name: e.name })
  else does(way, [{ what: 'reopen', id: e.id, name: e.name }])
}

/** Who still stands where the change put him, if the place he came from is there. */
function whoReturns(way: Way, moves: readonly Move[]): Move[] {
  const lines = new Map(way.s.lines.map((l) => [l.reviewId, l]))
  return moves.filter((e) => {
    const line = lines.get(e.reviewId)
    if (!line || line.place !== e.to.place || line.desk !== e.to.desk) leaves(way, 'people', 'structure.undo.moved_on')
    else if (!isOpen(way.s, e.from.place)) leaves(way, 'people', 'structure.undo.place_gone')
    else return true
    return false
  })
}

function remaining(lines: readonly Line[], returning: readonly Move[]): Line[] {
  const gone = new Set(returning.map((e) => e.reviewId))
  return lines.filter((l) => !gone.has(l.reviewId))
}

/** A secondary unit that people have come to since keeps its manager. */
function takeBack(way: Way, e: Of<'grant'>, done: readonly Kept[], rest: readonly Line[]): void {
  const wasOpened = e.place !== null && done.some((one) => one.what === 'open' && one.id === e.place)
  if (wasOpened && isUsed(rest, e.place)) leaves(way, 'grant', 'structure.undo.in_use', { name: nameIn(way.s, e.place ?? '') })
  else if (way.s.held.some((h) => h.id === e.id)) does(way, [{ what: 'end', id: e.id }])
  else leaves(way, 'grant', 'structure.undo.ended_since')
}

function giveBack(way: Way, was: Past | undefined, rest: readonly Line[]): void {
  if (!was || !isOpen(way.s, was.place)) return leaves(way, 'grant', 'structure.undo.place_gone')
  const holder = was.kind === 'authorised_person' ? authorisedOf(way.s.held) : managerOf(way.s.held, was.place)
  if (holder) return leaves(way, 'grant', 'structure.undo.post_taken')
  if (exclusionProblem(way.s, was.kind, was.place, was.human)) return leaves(way, 'grant', 'structure.exclusive')
  does(way, [{ what: 'grant', id: was.grantId, kind: was.kind, place: was.place, human: was.human }])
  does(way, ownReviews(rest, was.place, was.human.personIds))
}

/** What the change opened, with whoever manages it by now. */
function close(way: Way, id: string): void {
  if (!isOpen(way.s, id)) return leaves(way, 'secondary_unit', 'structure.undo.removed_since')
  if (isUsed(way.s.lines, id)) return leaves(way, 'secondary_unit', 'structure.undo.in_use', { name: nameIn(way.s, id) })
  const manager = managerOf(way.s.held, id)
  if (manager) does(way, [{ what: 'end', id: manager.id }])
  does(way, [{ what: 'archive', id, name: nameIn(way.s, id) }])
}
