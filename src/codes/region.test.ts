import { expect, test } from 'vitest'
import { currentItems } from './code-list.ts'
import { demoDistricts } from './data/district.ts'
import {
  chongqing, district, districtAt, districts, districtsOf, isKnownDistrict, provinces, regionName, tianjin,
} from './region.ts'
import { absent, published } from './testing/published.ts'
import { read } from './testing/checked.ts'

const on = (day: string) => ({ today: () => day })
const now = on('2026-11-22')

test('S1-40 Tianjin has 16 districts, Chongqing 37 districts and counties, each once', () => {
  for (const [province, n] of [[tianjin, 16], [chongqing, 37]] as const) {
    const found = districtsOf(province, now)
    expect(found).toHaveLength(n)
    expect(new Set(found.map((item) => item.code)).size).toBe(n)
    for (const item of found) expect(item.en, item.name).toMatch(/^[A-Z][A-Za-z’ ]+(District|County|New Area)$/)
  }
})

test('E06 an abolished district is refused with its year and what took its place', () => {
  expect(district(chongqing, now)('500112')).toEqual({
    ok: false, code: 'region.abolished',
    params: { year: '2025', successor: '两江新区、北碚区', successorEn: 'Liangjiang New Area / Beibei District' },
  })
  expect(district(chongqing, now)('500105')).toMatchObject({ params: { year: '2025', successor: '两江新区' } })
  expect(district(tianjin, now)('120107')).toMatchObject({ params: { year: '2009', successor: '滨海新区' } })
  expect(read(district(chongqing, now)('500157'))).toBe('500157')
})

test('E06 what may be chosen depends on the day, and old records keep the old name', () => {
  expect(read(district(chongqing, on('2025-10-01'))('500105'))).toBe('500105')
  expect(read(district(chongqing, on('2025-10-01'))('500157'))).toBe('region.choose')
  expect(districtAt('500105', '2026-11-22')?.name).toBe('江北区')
  expect(districtAt('500110', '2005-01-01')?.name).toBe('万盛区')
  expect(districtAt('500110', '2020-01-01')?.name).toBe('綦江区')
  expect(regionName('500110', 'zh', new Date('2020-01-01T00:00:00Z'))).toBe('重庆市綦江区')
  expect(regionName('120101', 'en', new Date('2026-01-01T00:00:00Z'))).toBe('Heping District, Tianjin')
})

test('S1-40 a district belongs to its province; nothing and nonsense are asked for again', () => {
  expect(read(district(tianjin, now)('500103'))).toBe('region.choose')
  expect(read(district(tianjin, now)(''))).toBe('region.choose')
  expect(read(district(tianjin, now)('１２０１０１ '))).toBe('120101')
})

test('the fictional districts are for the demo alone', () => {
  for (const { code, parent } of demoDistricts) {
    expect(read(district(parent ?? '', now)(code))).toBe('region.choose')
    expect(read(district(parent ?? '', { ...now, demo: true })(code))).toBe(code)
    expect(isKnownDistrict(code)).toBe(false)
  }
  expect(districtsOf(tianjin, { ...now, demo: true })).toHaveLength(17)
})

test('a change of the platform’s desk counts at once', () => {
  const end = { to: '2026-01-01', successor: ['120102'] }
  const closed = {
    ...districts, items: districts.items.map((item) => (item.code === '120101' ? { ...item, ...end } : item)),
  }
  expect(district(tianjin, { ...now, list: () => closed })('120101'))
    .toMatchObject({ code: 'region.abolished', params: { year: '2026', successor: '河东区' } })
})

test('every successor is a district that exists, every parent a province', () => {
  const codes = new Set(districts.items.map((item) => item.code))
  for (const item of districts.items) {
    for (const next of item.successor ?? []) expect(codes.has(next), `${item.name} -> ${next}`).toBe(true)
    expect(provinces.items.some((province) => province.code === item.parent), item.name).toBe(true)
    expect((item.from ?? '') <= (item.to ?? '9999'), item.name).toBe(true)
  }
  expect(currentItems(provinces, '2026-11-22')).toHaveLength(34)
})

interface Regions {
  demo_only: { code: string; name: string }[]
  regions: Record<string, {
    counties: { code: string; name: string; from?: number; to?: number; successor?: string[] }[]
    current: number
  }>
}

test.skipIf(absent('codes/region-cq-tj.json'))('E06 the table is the one handed over, to the year', () => {
  const { regions, demo_only: demo } = published('codes/region-cq-tj.json') as Regions
  const year = (day?: string) => (day ? Number(day.slice(0, 4)) : undefined)
  const ours = districts.items.map(({ code, name, from, to, successor }) =>
    ({ code, name, from: year(from), to: year(to), successor }))
  const theirs = Object.values(regions).flatMap((province) => province.counties)
  expect(ours).toHaveLength(theirs.length)
  const blank = { from: undefined, to: undefined, successor: undefined }
  for (const county of theirs) expect(ours).toContainEqual({ ...blank, ...county })
  expect(demoDistricts.map(({ code, name }) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1)))
    .toEqual([...demo].sort((a, b) => (a.code < b.code ? -1 : 1)).map(({ code, name }) => ({ code, name })))
})
