import fc from 'fast-check'
import { expect, test } from 'vitest'
import { absent, published } from './testing/published.ts'
import { read } from './testing/checked.ts'
import { unitName, unitNameForComparison, unitNameSkeleton } from './unit-name.ts'

test('S1-36 2 to 100 characters of those that licences bear', () => {
  expect(read(unitName('　津沽示范理工大学（演示） '))).toBe('津沽示范理工大学（演示）')
  expect(read(unitName('示例A&B-研究院·天津、重庆 分院(二)'))).toBe('示例A&B-研究院·天津、重庆 分院(二)')
  expect(read(unitName('例'))).toBe('unit_name.format')
  expect(read(unitName('𠮷'.repeat(100)))).toBe('𠮷'.repeat(100))
  expect(read(unitName('𠮷'.repeat(101)))).toBe('unit_name.format')
  expect(unitName('示例<公司>')).toEqual({ ok: false, code: 'unit_name.characters', params: { character: '<' } })
  expect(read(unitName('示例㈱'))).toBe('unit_name.characters')
  expect(read(unitName('示例\u200B公司'))).toBe('unit_name.characters')
})

test('E26 brackets of either width and spaces make no other name', () => {
  expect(unitNameForComparison('示例 (天津)公司')).toBe(unitNameForComparison('示例（天津）公司'))
  expect(unitNameForComparison('示例①公司')).not.toBe(unitNameForComparison('示例1公司'))
})

test('E07 names that a hurried reader takes for one have one skeleton', () => {
  const alike = [
    ['示例ABC科技（天津）', '示例 АВС科技 天津'], ['示例IOT公司', '示例l0t公司'], ['示例ＡＩ公司', '示例ai公司'],
    ['示例日新研究院', '示例曰新研究院'], ['示例未来科技', '示例末来科技'], ['示例rnodern公司', '示例modern公司'],
  ] as const
  for (const [one, other] of alike) expect(unitNameSkeleton(one), other).toBe(unitNameSkeleton(other))
  expect(unitNameSkeleton('示例第2科技')).not.toBe(unitNameSkeleton('示例第3科技'))
})

test('equal names have equal skeletons; both forms are their own form', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'示例日曰AaBbIl10Oo()（） ·ＡвО'), maxLength: 20 }), (name) => {
    expect(unitNameForComparison(unitNameForComparison(name))).toBe(unitNameForComparison(name))
    expect(unitNameSkeleton(unitNameForComparison(name))).toBe(unitNameSkeleton(name))
  }))
})

test.skipIf(absent('codes/university-cq-tj-2021.json'))('S1-36 names of public universities pass and differ', () => {
  const lists = published('codes/university-cq-tj-2021.json') as Record<string, unknown>
  const names = [lists['天津'], lists['重庆']].flat().filter((name) => typeof name === 'string')
  expect(names.length).toBeGreaterThan(120)
  for (const name of names) expect(read(unitName(name))).toBe(name)
  expect(new Set(names.map(unitNameSkeleton)).size).toBe(names.length)
})
