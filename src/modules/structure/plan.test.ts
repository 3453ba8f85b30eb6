import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import { reviewStates } from './fields.ts'
import { planOf, type Change } from './plan.ts'
import { nameKeyOf } from './secondary-unit.ts'
import { applied, authorisedOf, deskFor, isSameHuman, managerOf, type Effect, type Held, type Human, type Line, type Structure } from './state.ts'
import { keptOf, undoOf, type Past } from './undo.ts'

/** Twelve humans: the account follows from the document, as in the database; two of them wait for their first sign-in. */
const humanOf = (n: number): Human => ({
  name: `人${n}`, documentKey: `d${n}`, phoneKey: `p${n}`, accountId: n < 10 ? `a${n}` : null, personIds: [`person${n}`],
})
const human = fc.integer({ min: 0, max: 11 }).map(humanOf)
const names = ['软件学院', '化学 学院', '化学学院', '物理学院', 'Software', 'ＳＯＦＴＷＡＲＥ', '生物学院']

/** A structure as the deeds leave it behind: made by deeds alone, out of an empty unit with its people. */
const line = (n: number) => fc.record({ state: fc.constantFrom(...reviewStates), hasDraft: fc.boolean() }).map((more): Line =>
  ({ reviewId: `r${n}`, personId: `person${n}`, name: `人${n}`, place: null, desk: null, ...more }))
const empty = fc.tuple(...Array.from({ length: 14 }, (_, n) => line(n))).map((lines): Structure => ({ units: [], held: [], lines }))

/** What somebody might ask next; places and people are picked by number out of what there is. */
const wish = fc.record({
  kind: fc.constantFrom<Change['kind']>('authorise', 'replace', 'revoke', 'add', 'add', 'add', 'change', 'vacate', 'remove', 'move', 'move'),
  human, name: fc.constantFrom(...names), hasName: fc.boolean(), hasManager: fc.boolean(),
  a: fc.nat(4), b: fc.nat(4), hasTarget: fc.boolean(), people: fc.subarray(Array.from({ length: 14 }, (_, n) => n)),
})
type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never

let made = 0
function changeOf(s: Structure, w: Wish): Change {
  const place = (n: number) => (n === 0 ? null : (s.units[(n - 1) % Math.max(1, s.units.length)]?.id ?? null))
  const unit = s.units[w.a % Math.max(1, s.units.length)]?.id ?? 'none'
  const grantId = `g${++made}`
  const personIds = w.people.map((n) => `person${n}`)
  const ends = authorisedOf(s.held)?.id ?? 'none'
  switch (w.kind) {
    case 'authorise': return { kind: w.kind, grantId, human: w.human }
    case 'replace': return { kind: w.kind, ends, grantId, human: w.human }
    case 'revoke': return { kind: w.kind, ends }
    case 'add': return { kind: w.kind, id: `u${made}`, name: w.name, grantId, human: w.human, personIds: s.lines.filter((l) => l.place === null && personIds.includes(l.personId)).map((l) => l.personId) }
    case 'change': return { kind: w.kind, id: unit, name: w.hasName ? w.name : null, manager: w.hasManager ? { grantId, human: w.human, isSame: managerOf(s.held, unit)?.documentKey === w.human.documentKey } : null }
    case 'vacate': return { kind: w.kind, id: unit }
    case 'remove': return { kind: w.kind, id: unit, moveTo: w.hasTarget ? place(w.b) : undefined }
    default: {
      const from = place(w.a)
      return { kind: 'move', from, to: place(w.b), personIds: s.lines.filter((l) => l.place === from && personIds.includes(l.personId)).map((l) => l.personId) }
    }
  }
}

const built = fc.tuple(empty, fc.array(wish, { maxLength: 12 })).map(([start, wishes]) =>
  wishes.reduce((s, w) => applied(s, planOf(s, changeOf(s, w)).effects), start))

/** What must hold of every structure, whatever was done: what does not, in words. */
function faultsIn(s: Structure, before: Structure): string[] {
  const open = new Set(s.units.map((u) => u.id))
  const managers = s.held.filter((h) => h.kind === 'secondary_unit_manager')
  const authorised = s.held.filter((h) => h.kind === 'authorised_person')
  const same = (a: Line, b: Line | undefined) => a.reviewId === b?.reviewId && a.personId === b.personId && a.state === b.state && a.hasDraft === b.hasDraft
  const isOwn = (l: Line) => [managerOf(s.held, l.desk), authorised[0]].some((h) => h?.personIds.includes(l.personId))
  const rules: [string, boolean][] = [
    ['somebody is lost, or in two places, or decided on', s.lines.length === before.lines.length && s.lines.every((l, i) => same(l, before.lines[i]))],
    ['somebody belongs to what is not there', s.lines.every((l) => l.place === null || open.has(l.place))],
    ['somebody is without a desk: neither the unit nor his own secondary unit', s.lines.every((l) => l.desk === null || l.desk === l.place)],
    ['E38: somebody stands at his own desk', s.lines.every((l) => l.desk === null || !isOwn(l))],
    ['S2-32: somebody is both', authorised.every((one) => managers.every((m) => !isSameHuman(one, m)))],
    ['I1: two are authorised', authorised.length <= 1],
    ['I3: two manage one secondary unit', new Set(managers.map((h) => h.place)).size === managers.length],
    ['somebody manages what is not there', managers.every((h) => h.place !== null && open.has(h.place))],
    ['I22: two bear one name', new Set(s.units.map((u) => nameKeyOf(u.name))).size === s.units.length],
  ]
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule)
}
const expectSound = (s: Structure, before: Structure) => expect(faultsIn(s, before)).toEqual([])

const pastOf = (s: Structure): Map<string, Past> =>
  new Map(s.held.map((h) => [h.id, { kind: h.kind, place: h.place, human: h, grantId: `again-${h.id}` }]))

/** The same but for ids of grants and versions. */
const shapeOf = (s: Structure) => ({
  units: s.units.map((u) => `${u.id} ${u.name}`).toSorted(),
  held: s.held.map((h) => `${h.kind} ${h.place} ${h.documentKey}`).toSorted(),
  lines: s.lines,
})

describe('N9 a plan, over thousands of structures and changes', { timeout: 60_000 }, () => {
  test('nothing is lost, nobody is without a desk or at his own, and the exclusion holds', () => {
    fc.assert(fc.property(built, wish, (s, w) => {
      expectSound(s, s)
      expectSound(applied(s, planOf(s, changeOf(s, w)).effects), s)
    }), { numRuns: 4000 })
  })

  test('what stands in the way leaves everything as it is', () => {
    fc.assert(fc.property(built, wish, (s, w) => {
      const { effects, blocked } = planOf(s, changeOf(s, w))
      expect(blocked.every(isRefusal)).toBe(true)
      if (blocked.length > 0) expect(effects).toEqual([])
    }), { numRuns: 1000 })
  })

  test('carried out, the same change has nothing left to do', () => {
    fc.assert(fc.property(built, wish, (s, w) => {
      const change = changeOf(s, w)
      const after = applied(s, planOf(s, change).effects)
      if (after === s) return
      // 更改 to the person who holds it now, and the like: the server tells "the same" by what was typed.
      const again: Change = change.kind === 'change' && change.manager ? { ...change, manager: { ...change.manager, isSame: true } } : change
      expect(planOf(after, again).effects).toEqual([])
    }), { numRuns: 2000 })
  })

  test('undone at once, everything stands where it stood', () => {
    fc.assert(fc.property(built, wish, (s, w) => {
      const { effects } = planOf(s, changeOf(s, w))
      const after = applied(s, effects)
      const { effects: back, left } = undoOf(after, effects.map(keptOf), pastOf(s))
      expect(left).toEqual([])
      expect(shapeOf(applied(after, back))).toEqual(shapeOf(s))
    }), { numRuns: 3000 })
  })

  test('undone after other changes, what is put back breaks no rule, and the rest is told', () => {
    fc.assert(fc.property(built, wish, fc.array(wish, { maxLength: 4 }), (s, w, since) => {
      const { effects } = planOf(s, changeOf(s, w))
      const now = since.reduce((at, next) => applied(at, planOf(at, changeOf(at, next)).effects), applied(s, effects))
      const { effects: back, left } = undoOf(now, effects.map(keptOf), pastOf(s))
      expectSound(applied(now, back), s)
      expect(left.every((one) => one.n > 0 && one.code.startsWith('structure.'))).toBe(true)
    }), { numRuns: 4000 })
  })
})

// Sentences of the manual and of 1.6, by hand.
const person = (n: number, place: string | null = null, desk = place, state: Line['state'] = 'pending'): Line =>
  ({ reviewId: `r${n}`, personId: `person${n}`, name: `人${n}`, state, hasDraft: false, place, desk })
const held = (n: number, kind: Held['kind'], place: string | null = null): Held => ({ ...humanOf(n), id: `held${n}`, kind, place, since: '2026-03-02' })
const software = { id: 'S', name: '软件学院', version: 1 }
const chemistry = { id: 'T', name: '化学学院', version: 1 }
const codes = (s: Structure, change: Change) => planOf(s, change).blocked.flatMap((b) => [b.code, ...Object.values(b.fields).map((f) => f.code)])
const movesIn = (effects: readonly Effect[]) => effects.flatMap((e) => (e.what === 'move' ? [[e.personId, e.to.place, e.to.desk]] : []))

test('the rules see what is broken', () => {
  const s: Structure = { units: [software], held: [held(2, 'secondary_unit_manager', 'S'), held(2, 'authorised_person')], lines: [person(2, 'S'), person(3, 'T'), person(4, 'S', 'T')] }
  expect(faultsIn(s, { ...s, lines: s.lines.toReversed() })).toHaveLength(5)
})

describe('the sentences', () => {
  const staffed: Structure = {
    units: [software, chemistry], held: [held(1, 'authorised_person'), held(2, 'secondary_unit_manager', 'S')],
    lines: [person(2, 'S', null), person(3, 'S'), person(4, 'S', 'S', 'approved'), person(5)],
  }

  test('S2-31 新增授权 is closed while somebody is authorised, and says who since when', () => {
    const [refusal] = planOf(staffed, { kind: 'authorise', grantId: 'g', human: humanOf(7) }).blocked
    expect(refusal).toMatchObject({ code: 'structure.authorised_already', params: { name: '人1', since: '2026-03-02' } })
  })

  test('S2-32 E15 refused in four places: 新增授权, 更改, 新增二级单位, 编辑', () => {
    const free = { ...staffed, held: staffed.held.slice(1) }
    expect(codes(free, { kind: 'authorise', grantId: 'g', human: humanOf(2) })).toEqual(['input.invalid', 'structure.exclusive.manager'])
    expect(codes(staffed, { kind: 'replace', ends: 'held1', grantId: 'g', human: humanOf(2) })).toEqual(['input.invalid', 'structure.exclusive.manager'])
    expect(codes(staffed, { kind: 'add', id: 'N', name: '数学学院', grantId: 'g', human: humanOf(1), personIds: [] })).toEqual(['input.invalid', 'structure.exclusive.authorised'])
    expect(codes(staffed, { kind: 'change', id: 'S', name: null, manager: { grantId: 'g', human: humanOf(1), isSame: false } })).toEqual(['input.invalid', 'structure.exclusive.authorised'])
  })

  test('E16 the same human with another document is the same by account, or by telephone', () => {
    const byAccount = { ...humanOf(2), documentKey: 'passport', phoneKey: 'other' }
    const byPhone = { ...humanOf(2), documentKey: 'passport', accountId: null }
    for (const other of [byAccount, byPhone]) expect(codes(staffed, { kind: 'replace', ends: 'held1', grantId: 'g', human: other })).toContain('structure.exclusive.manager')
  })

  test('D3 E24 one person may manage several secondary units', () => {
    expect(codes(staffed, { kind: 'change', id: 'T', name: null, manager: { grantId: 'g', human: humanOf(2), isSame: false } })).toEqual([])
  })

  test('D6 E31 what waits at the unit stays there when the first secondary unit is added, but for whom the unit ticks', () => {
    const s: Structure = { units: [], held: [], lines: [person(3), person(4), person(5)] }
    const add = (personIds: string[]): Change => ({ kind: 'add', id: 'S', name: '软件学院', grantId: 'g', human: humanOf(2), personIds })
    expect(movesIn(planOf(s, add([])).effects)).toEqual([])
    expect(movesIn(planOf(s, add(['person4'])).effects)).toEqual([['person4', 'S', 'S']])
  })

  test('E38 who becomes manager does not find his own review at his desk', () => {
    const s: Structure = { ...staffed, held: staffed.held.slice(0, 1) }
    const appointed: Change = { kind: 'change', id: 'S', name: null, manager: { grantId: 'g', human: humanOf(3), isSame: false } }
    expect(movesIn(planOf(s, appointed).effects)).toEqual([['person3', 'S', null]])
  })

  test('E38 who is authorised is decided on by the unit, not by a manager', () => {
    const s: Structure = { ...staffed, held: staffed.held.slice(1) }
    expect(movesIn(planOf(s, { kind: 'authorise', grantId: 'g', human: humanOf(3) }).effects)).toEqual([['person3', 'S', null]])
  })

  test('S2-39 E27 who refers to it stands in the way, with their number, unless they are moved', () => {
    const [refusal] = planOf(staffed, { kind: 'remove', id: 'S', moveTo: undefined }).blocked
    expect(refusal).toMatchObject({ code: 'structure.referred', params: { name: '软件学院', n: 3 } })
    const plan = planOf(staffed, { kind: 'remove', id: 'S', moveTo: 'T' })
    expect(movesIn(plan.effects)).toEqual([['person2', 'T', 'T'], ['person3', 'T', 'T'], ['person4', 'T', 'T']])
    expect(plan.effects.slice(3)).toEqual([{ what: 'end', id: 'held2' }, { what: 'archive', id: 'S', name: '软件学院' }])
    expect(movesIn(planOf(staffed, { kind: 'remove', id: 'S', moveTo: null }).effects).map(([, place, desk]) => [place, desk])).toEqual([[null, null], [null, null], [null, null]])
  })

  test('E36 a vacancy moves nothing', () => {
    expect(planOf(staffed, { kind: 'vacate', id: 'S' }).effects).toEqual([{ what: 'end', id: 'held2' }])
    expect(codes(staffed, { kind: 'vacate', id: 'T' })).toEqual(['structure.vacant'])
  })

  test('E26 a name counts as the same however it is written', () => {
    for (const name of ['软件 学院', '软件学院']) expect(codes(staffed, { kind: 'change', id: 'T', name, manager: null })).toContain('structure.name.taken')
    expect(codes(staffed, { kind: 'change', id: 'S', name: '软件 学院', manager: null })).toEqual([])
  })

  test('undo of 删除 where its name was given anew leaves everything, and says why', () => {
    const { effects } = planOf(staffed, { kind: 'remove', id: 'S', moveTo: 'T' })
    const now = applied(applied(staffed, effects), [{ what: 'open', id: 'N', name: '软件学院' }])
    const undone = undoOf(now, effects.map(keptOf), pastOf(staffed))
    expect(undone.effects).toEqual([])
    expect(undone.left).toEqual([
      { what: 'secondary_unit', n: 1, code: 'structure.undo.name_taken', params: { name: '软件学院' } },
      { what: 'people', n: 3, code: 'structure.undo.place_gone', params: {} },
      { what: 'grant', n: 1, code: 'structure.undo.place_gone', params: {} },
    ])
  })

  test('the desk of somebody: his secondary unit, or the unit where he is its manager or belongs to none', () => {
    expect(deskFor(staffed.held, 'S', 'person3')).toBe('S')
    expect(deskFor(staffed.held, 'S', 'person2')).toBe(null)
    expect(deskFor(staffed.held, null, 'person5')).toBe(null)
  })
})
