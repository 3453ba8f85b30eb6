import { createHash } from 'node:crypto'
import type { Plan } from './plan.ts'
import type { Effect, Structure } from './state.ts'

/**
 * N9: a digest of what a plan was computed from: if it is another one when the deed is done, somebody was faster, and the
 * plan on the screen is not what would happen. What is new bears other ids each time and counts by its place in the plan.
 */
export function sealOf(s: Structure, { effects }: Pick<Plan, 'effects'>): string {
  const fresh = new Map<string, string>()
  for (const e of effects) if (e.what === 'open' || e.what === 'grant') fresh.set(e.id, `new ${fresh.size}`)
  const idOf = (id: string | null) => (id === null ? null : (fresh.get(id) ?? id))
  const facts = [
    s.units.map((u) => [u.id, u.version]), s.held.map((h) => [h.id, h.accountId, h.personIds]),
    s.lines.map((l) => [l.reviewId, l.place, l.desk]).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    effects.map((e) => tokens(e).map(idOf)),
  ]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

function tokens(e: Effect): (string | null)[] {
  switch (e.what) {
    case 'move': return [e.what, e.reviewId, e.from.place, e.from.desk, e.to.place, e.to.desk]
    case 'grant': return [e.what, e.id, e.kind, e.place, e.human.documentKey, e.human.phoneKey]
    case 'rename': return [e.what, e.id, e.from, e.to]
    case 'open': return [e.what, e.id, e.name]
    default: return [e.what, e.id]
  }
}
