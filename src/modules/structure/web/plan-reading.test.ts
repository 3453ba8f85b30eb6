import { expect, test } from 'vitest'
import { changesDesk, inOrder, linesOf, movesNobody, newsBetween, weighs } from './plan-reading.ts'
import type { Group, Placed, Plan } from './shown.ts'

const software = '0190aaaa-0000-7000-8000-000000000001'
const civil = '0190aaaa-0000-7000-8000-000000000002'
const at = (id: string | null, desk: Placed['desk'], name = id ?? ''): Placed => ({ place: { id, name }, desk })
const group = (state: Group['state'], from: Placed, to: Placed, n: number): Group => ({ state, from, to, n })
const line = (name: string, { state, from, to }: Group): Plan['lines'][number] =>
  ({ personId: `0190aaaa-0000-7000-8000-0000000000${name}`, name, state, hasDraft: false, from, to, ownReview: false })

const home = at(null, 'unit')
const pending = group('pending', at(software, 'secondary_unit'), home, 12)
const approved = group('approved', at(software, 'secondary_unit'), home, 25)
const plan = (over: Partial<Plan> = {}): Plan => ({
  seal: 'a'.repeat(64), kind: 'remove', blocked: [], units: [], grants: [], groups: [pending, approved], lines: [line('10', pending), line('11', approved)],
  people: 37, pending: 12, drafts: 0, staying: 0, sight: [], holders: [], ...over,
})

test('S2-39 the people of a group are those of its state and its way', () => {
  expect(linesOf(plan(), pending).map(({ name }) => name)).toEqual(['10'])
  expect(linesOf(plan(), group('pending', at(civil, 'secondary_unit'), home, 1))).toEqual([])
})

test('S2-57 the desk changes only where somebody else reviews afterwards', () => {
  expect(changesDesk(pending)).toBe(true)
  // E38: the manager himself is reviewed by the unit before and after.
  expect(changesDesk({ from: at(software, 'unit'), to: at(null, 'unit') })).toBe(false)
  expect(changesDesk({ from: at(software, 'secondary_unit'), to: at(civil, 'secondary_unit') })).toBe(true)
})

test('N9 what waits stands first, then what is more', () => {
  const few = group('refused', home, at(civil, 'secondary_unit'), 2)
  expect(inOrder([few, approved, pending]).map(({ n }) => n)).toEqual([12, 25, 2])
  expect([movesNobody(plan()), movesNobody(plan({ groups: [] }))]).toEqual([false, true])
})

test('N9 a plan that was overtaken says what is new', () => {
  const one = { ...pending, n: 13 }
  expect(newsBetween(plan(), plan({ groups: [one, approved], people: 38, pending: 13 }))).toEqual([
    { what: 'count', of: 'people', before: 37, now: 38 },
    { what: 'count', of: 'pending', before: 12, now: 13 },
    { what: 'group', group: one, before: 12, now: 13 },
  ])
})

test('N9 a blocker that came and one that went are told, a group that is gone counts as none', () => {
  const block = { verb: 'remove', code: 'structure.referred', params: { n: 37 } }
  expect(newsBetween(plan(), plan({ blocked: [block] }))).toEqual([{ what: 'blocked', code: block.code, params: block.params }])
  expect(newsBetween(plan({ blocked: [block] }), plan())).toEqual([{ what: 'free', code: block.code, params: block.params }])
  expect(newsBetween(plan(), plan({ groups: [approved] }))).toEqual([{ what: 'group', group: pending, before: 12, now: 0 }])
})

test('N9 another seal is never without news', () => {
  expect(newsBetween(plan(), plan({ seal: 'b'.repeat(64) }))).toEqual([{ what: 'steps' }])
  const renamed = plan({ grants: [{ what: 'ended', kind: 'secondary_unit_manager', name: '甲', secondaryUnit: '软件学院' }] })
  expect(newsBetween(plan(), renamed)).toEqual([{ what: 'steps' }])
  const seen = plan({ people: 38, sight: [{ place: { id: null, name: '' }, holder: null, gains: 38, loses: 0 }] })
  expect(newsBetween(plan(), seen)).toEqual([{ what: 'count', of: 'people', before: 37, now: 38 }])
})

test('S2-28 S2-36 N9 one press is enough where nobody moves and nobody sees less; everything else is looked at first', () => {
  const still = plan({ groups: [], lines: [], people: 0, pending: 0 })
  const place = { id: null, name: '' }
  const granted = { what: 'granted', kind: 'authorised_person', name: '林知远', secondaryUnit: null } as const
  expect(weighs(still)).toBe(false)
  // Who comes in sees more, and what waits stays where it is.
  expect(weighs(plan({ ...still, grants: [granted], holders: [{ name: '林知远', place, what: 'gains', people: 40 }], staying: 3 }))).toBe(false)
  expect(weighs(plan())).toBe(true)
  expect(weighs(plan({ ...still, grants: [granted, { ...granted, what: 'ended' }] }))).toBe(true)
  expect(weighs(plan({ ...still, holders: [{ name: '林知远', place, what: 'loses', people: 0 }] }))).toBe(true)
  expect(weighs(plan({ ...still, sight: [{ place, holder: null, gains: 2, loses: 1 }] }))).toBe(true)
})

test('S2-36 N9 a new secondary unit has another id in each plan, and is the same in what is told of both', () => {
  const coming = (id: string, n: number) => plan({ groups: [group('pending', home, at(id, 'secondary_unit', '数学学院'), n)], people: n, pending: n })
  const news = newsBetween(coming(software, 1), coming(civil, 2))
  expect(news.filter(({ what }) => what === 'group')).toMatchObject([{ before: 1, now: 2 }])
})
