import type { Refusal } from '../../kernel/refusal.ts'
import type { ChangeKind, Plan } from './plan.ts'
import type { GrantKind } from './role-grant.ts'
import { applied, managerOf, type Effect, type Place, type Standing, type Structure } from './state.ts'
import type { PlaceCount } from './state-store.ts'

/** As many are named; the groups count them all. */
const mostNamed = 100

type Move = Extract<Effect, { what: 'move' }>
interface ShownUnit { what: 'opened' | 'renamed' | 'archived'; name: string; newName: string | null }
interface ShownGrant { what: 'granted' | 'ended'; kind: GrantKind; name: string; secondaryUnit: string | null }
interface Holder { name: string; at: Place; what: 'gains' | 'loses'; people: number }

/** A plan in the names that people know: who goes where, and who sees what afterwards (N9). Pure. */
export function showPlan(s: Structure, kind: ChangeKind, { effects, blocked }: Plan, { unit, counts }: { unit: { name: string }; counts: ReadonlyMap<Place, PlaceCount> }) {
  const after = applied(s, effects)
  const nameOf = (id: Place): string => (id === null ? unit.name : ([...s.units, ...after.units].findLast((u) => u.id === id)?.name ?? ''))
  const place = (id: Place) => ({ id, name: nameOf(id) })
  const placed = (at: Standing): { place: { id: Place; name: string }; desk: 'unit' | 'secondary_unit' } => ({ place: place(at.place), desk: at.desk === null ? 'unit' : 'secondary_unit' })
  const moves = effects.filter((e) => e.what === 'move')
  const lineOf = new Map(s.lines.map((l) => [l.reviewId, l]))
  const lines = moves.flatMap((e) => {
    const line = lineOf.get(e.reviewId)
    return line ? [{ move: e, line }] : []
  })
  return {
    blocked: blocked.map((b) => closedOf(kind, b)),
    units: effects.flatMap((e): ShownUnit[] => {
      if (e.what === 'open') return [{ what: 'opened', name: e.name, newName: null }]
      if (e.what === 'archive') return [{ what: 'archived', name: e.name, newName: null }]
      return e.what === 'rename' ? [{ what: 'renamed', name: e.from, newName: e.to }] : []
    }),
    grants: effects.flatMap((e): ShownGrant[] => {
      if (e.what === 'grant') return [{ what: 'granted', kind: e.kind, name: e.human.name, secondaryUnit: e.place && nameOf(e.place) }]
      const held = e.what === 'end' ? s.held.find((h) => h.id === e.id) : null
      return held ? [{ what: 'ended', kind: held.kind, name: held.name, secondaryUnit: held.place && nameOf(held.place) }] : []
    }),
    groups: groupsOf(lines.map(({ move, line }) => ({ state: line.state, from: move.from, to: move.to }))).map(({ from, to, ...group }) => ({ ...group, from: placed(from), to: placed(to) })),
    lines: lines.slice(0, mostNamed).map(({ move, line }) => ({
      personId: line.personId, name: line.name, state: line.state, hasDraft: line.hasDraft, from: placed(move.from), to: placed(move.to),
      ownReview: move.to.place !== null && move.to.desk === null,
    })),
    people: lines.length, pending: lines.filter(({ line }) => line.state === 'pending').length, drafts: lines.filter(({ line }) => line.hasDraft).length,
    // D6: only who is ticked goes.
    staying: kind === 'add' ? Math.max(0, (counts.get(null)?.pending ?? 0) - lines.filter(({ line }) => line.state === 'pending').length) : 0,
    sight: sightOf(moves).map(({ desk, ...sight }) => ({ place: place(desk), holder: managerOf(after.held, desk)?.name ?? null, ...sight })),
    holders: holdersOf(s, effects, counts).map(({ at, ...holder }) => ({ ...holder, place: place(at) })),
  }
}

/** What a deed would refuse with: the sentence beside the field, where one is to blame. */
function closedOf(verb: string, { code, params, fields }: Refusal) {
  const [beside] = Object.values(fields)
  return beside ? { verb, code: beside.code, params: beside.params ?? {} } : { verb, code, params }
}

function groupsOf<T extends { state: string; from: Standing; to: Standing }>(moved: readonly T[]): (T & { n: number })[] {
  const groups = new Map<string, T & { n: number }>()
  for (const one of moved) {
    const key = JSON.stringify([one.state, one.from.place, one.from.desk, one.to.place, one.to.desk])
    groups.set(key, { ...one, n: (groups.get(key)?.n ?? 0) + 1 })
  }
  return [...groups.values()]
}

/** Whose list becomes longer or shorter. */
function sightOf(moves: readonly Move[]): { desk: Place; gains: number; loses: number }[] {
  const sight = new Map<Place, { gains: number; loses: number }>()
  const at = (desk: Place) => {
    const known = sight.get(desk) ?? { gains: 0, loses: 0 }
    sight.set(desk, known)
    return known
  }
  for (const { from, to } of moves) {
    if (from.desk === to.desk) continue
    at(from.desk).loses += 1
    at(to.desk).gains += 1
  }
  return [...sight].map(([desk, n]) => ({ desk, ...n }))
}

/** Who sees all of a place from then on, or no longer: the authorised person the whole unit. */
function holdersOf(s: Structure, effects: readonly Effect[], counts: ReadonlyMap<Place, PlaceCount>) {
  const whole = [...counts.values()].reduce((n, one) => n + one.people, 0)
  const peopleAt = (at: Place, came: number) => (at === null ? whole : (counts.get(at)?.people ?? 0) + came)
  const cameTo = (at: Place) => effects.filter((e) => e.what === 'move' && e.to.place === at && e.from.place !== at).length
  return effects.flatMap((e): Holder[] => {
    if (e.what === 'grant') return [{ name: e.human.name, at: e.place, what: 'gains', people: peopleAt(e.place, cameTo(e.place)) }]
    const held = e.what === 'end' ? s.held.find((h) => h.id === e.id) : null
    return held ? [{ name: held.name, at: held.place, what: 'loses', people: peopleAt(held.place, 0) }] : []
  })
}
