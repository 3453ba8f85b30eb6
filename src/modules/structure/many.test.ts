import { expect, test } from 'vitest'
import { planOf } from './plan.ts'
import { applied, type Structure } from './state.ts'
import { keptOf, undoOf } from './undo.ts'

/** Processor time for the plan of a removal of so many people, and for the way back from it. */
function spent(n: number): number {
  const s: Structure = {
    units: [{ id: 'S', name: '软件学院', version: 1 }, { id: 'T', name: '化学学院', version: 1 }], held: [],
    lines: Array.from({ length: n }, (_, i) => ({ reviewId: `r${i}`, personId: `p${i}`, name: '演示', state: 'pending', hasDraft: false, place: 'S', desk: 'S' })),
  }
  const start = process.cpuUsage()
  const { effects } = planOf(s, { kind: 'remove', id: 'S', moveTo: 'T' })
  const after = applied(s, effects)
  const back = undoOf(after, effects.map(keptOf), new Map())
  expect(applied(after, back.effects).lines).toEqual(s.lines)
  const { user, system } = process.cpuUsage(start)
  return user + system
}

test('N9 a department of 40,000 people is planned and put back in time that grows with them, not with their square', () => {
  spent(5_000)
  const [few, many] = [Math.min(spent(5_000), spent(5_000)), Math.min(spent(40_000), spent(40_000))]
  // Eight times as many: 64 times as long where every move walked over everybody.
  expect(many / few).toBeLessThan(30)
})
