import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoCreditCode } from '../../codes/demo-numbers.ts'
import type { Known } from './match.ts'
import { planOf, type FoundUnit, type Plan, type PlanRow } from './plan.ts'
import type { OpenUnitFacts } from './unit-row.ts'

const facts: OpenUnitFacts = { legalRepresentative: '江见秋', legalNature: '1', legalType: '11', authorityId: 'a', district: 'd', address: '示例路1号' }
const code = (n: number) => demoCreditCode('tianjin', n)

interface Few { isUnit: boolean; user: number; name: number; mail: number; phone: number; document: number; unit: number; unitName: number; old: boolean; hasFacts: boolean }
const rowOf = (few: Few, line: number): PlanRow => ({
  row: {
    line, kind: few.isUnit ? 'unit_account' : 'person', userName: `u${few.user}`, name: `名${few.name}`, mail: `m${few.mail}`, phone: few.phone === 0 ? null : `p${few.phone}`,
    document: null, enabled: true, unit: { name: `单位${few.unitName === 9 ? 'x' : few.unit}`, code: few.old ? code(few.unit).slice(8, 17) : code(few.unit) }, facts: few.isUnit && few.hasFacts ? facts : null,
  },
  factsFound: few.hasFacts ? [] : [{ field: 'address', code: 'address.length' }],
  traits: { userName: `u${few.user}`, mail: `m${few.mail}`, phone: few.phone === 0 ? null : `p${few.phone}`, document: few.isUnit ? null : `d${few.document}` },
})

/** The platform after the import of a plan. */
function after(plan: Plan, rows: readonly PlanRow[], before: { units: readonly FoundUnit[]; people: readonly Known[] }) {
  const idOf = (unit: Plan['accounts'][number]['unit']) => ('id' in unit ? unit.id : `id ${unit.code}`)
  const units = [...before.units, ...plan.newUnits.map(({ unit }): FoundUnit => ({ id: `id ${unit.code}`, creditCode: unit.code, status: 'active', names: [unit.name], keeper: null }))]
  const people = [...before.people]
  for (const { row, unit } of plan.accounts) {
    const traits = rows.find((one) => one.row.line === row.line)?.traits
    if (traits) people.push({ ...traits, id: `account ${row.line}`, kind: row.kind, name: row.name, unit: idOf(unit), vouched: row.kind === 'person' })
  }
  const keepers = new Map(people.filter((one) => one.kind === 'unit_account').map((one) => [one.unit, one.id]))
  return { units: units.map((unit) => ({ ...unit, keeper: keepers.get(unit.id) ?? null })), people }
}

const few = fc.record<Few>({
  isUnit: fc.integer({ max: 3, min: 0 }).map((n) => n === 0), user: fc.nat(12), name: fc.nat(3), mail: fc.nat(12), phone: fc.nat(6), document: fc.nat(12),
  unit: fc.nat(3), unitName: fc.nat(9), old: fc.nat(9).map((n) => n === 0), hasFacts: fc.nat(4).map((n) => n > 0),
})
/** Of several reasons against a line another one may come first once the others are there; that it is left out stays. */
const said = (plan: Plan) => plan.lines.map((one) => `${one.line} ${one.outcome === 'ok_new' ? 'already_there' : one.outcome}`)

describe('S1-05 the plan of a file', () => {
  test('S1-05 imported and planned again, whoever was new is there and every other line stays as it was', () => {
    fc.assert(fc.property(fc.array(few, { maxLength: 40 }), fc.array(few, { maxLength: 10 }), (list, earlier) => {
      const old = earlier.map((one, i) => rowOf(one, 1000 + i))
      const start = after(planOf(old, { units: [], people: [] }), old, { units: [], people: [] })
      const rows = list.map((one, i) => rowOf(one, i + 2))
      const first = planOf(rows, start)
      const again = planOf(rows, after(first, rows, start))
      expect(again.accounts).toEqual([])
      expect(again.newUnits).toEqual([])
      expect(said(again)).toEqual(said(first))
    }), { numRuns: 1000 })
  })

  test('S1-05 no two accounts of a plan, nor one of it and one that is there, share a sign', () => {
    fc.assert(fc.property(fc.array(few, { maxLength: 40 }), (list) => {
      const rows = list.map((one, i) => rowOf(one, i + 2))
      const { people, units } = after(planOf(rows, { units: [], people: [] }), rows, { units: [], people: [] })
      for (const sign of ['userName', 'mail', 'phone', 'document'] as const) {
        const signs = people.map((one) => one[sign]).filter((one) => one !== null)
        expect(new Set(signs).size, sign).toBe(signs.length)
      }
      expect(new Set(units.map((unit) => unit.creditCode)).size).toBe(units.length)
      const keepers = people.filter((one) => one.kind === 'unit_account').map((one) => one.unit)
      expect(new Set(keepers).size).toBe(keepers.length)
    }))
  })

  const one = (more: Partial<Few>): Few => ({ isUnit: false, user: 1, name: 1, mail: 1, phone: 1, document: 1, unit: 1, unitName: 0, old: false, hasFacts: true, ...more })
  const codes = (list: Few[], units: FoundUnit[] = []) => planOf(list.map((each, i) => rowOf(each, i + 2)), { units, people: [] }).lines.map((each) => each.found[0]?.code ?? each.outcome)

  test('persons need their unit: here, or brought by its account in the file, wherever that stands', () => {
    expect(codes([one({}), one({ isUnit: true, user: 2, mail: 2, phone: 2 })])).toEqual(['ok_new', 'ok_new'])
    expect(codes([one({})])).toEqual(['legacy.conflict.unit_unknown'])
    expect(codes([one({}), one({ isUnit: true, user: 2, mail: 2, phone: 2, hasFacts: false })])).toEqual(['legacy.conflict.unit_failed.line', 'address.length'])
  })

  test('S1-05 C2 16,000 units with their old codes are planned in the time of one look at each line', () => {
    const list = Array.from({ length: 16_000 }, (_, n) => one({ isUnit: true, user: n, mail: n, phone: 0, unit: n }))
    const lines = [...list, ...list.map((unit, n): Few => ({ ...unit, isUnit: false, old: true, user: 20_000 + n, mail: 20_000 + n, document: n }))].map((each, i) => rowOf(each, i + 2))
    const began = process.cpuUsage()
    expect(planOf(lines, { units: [], people: [] }).accounts).toHaveLength(32_000)
    // A quarter of a second of the processor; a look through all units for each line took five.
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1000).toBeLessThan(1500)
  })

  test('a unit that has ended takes nobody', () => {
    const unit: FoundUnit = { id: 'u', creditCode: code(1), status: 'suspended', names: ['单位1'], keeper: null }
    expect(codes([one({})], [unit])).toEqual(['legacy.conflict.unit_suspended'])
    expect(codes([one({})], [{ ...unit, status: 'dissolved' }])).toEqual(['legacy.conflict.unit_dissolved'])
    // Another one with the code has taken its place; a former name is a name.
    expect(codes([one({})], [{ ...unit, status: 'dissolved' }, { ...unit, id: 'v', status: 'active', names: ['新名', '单位1'] }])).toEqual(['ok_new'])
  })
})
