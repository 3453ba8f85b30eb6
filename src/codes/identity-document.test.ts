import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demoResidentId } from './demo-numbers.ts'
import {
  birthDateIn, documentForComparison, identityCheckCharacter, identityDocument, residentId, sexDiffers, sexIn,
  upgradeResidentId,
} from './identity-document.ts'
import { absent, published } from './testing/published.ts'
import { read, warnings } from './testing/checked.ts'

const today = () => '2026-11-22'
const id = residentId(today)
const withCheck = (first17: string) => first17 + identityCheckCharacter(first17)

const valid = fc
  .tuple(
    fc.constantFrom('110101', '120101', '500103', '310115', '659001'),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-21'), noInvalidDate: true }),
    fc.nat(999),
  )
  .map(([county, birth, n]) =>
    withCheck(`${county}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(n).padStart(3, '0')}`))

test('rules in their order: length, characters, province, birth date, check digit', () => {
  const good = demoResidentId('tianjin', '1990-01-01', 1)
  expect(read(id(''))).toBe('field.required')
  expect(read(id('120199900101001'))).toBe('document.length')
  expect(read(id(`A${good.slice(1)}`))).toBe('document.characters')
  expect(read(id(`16${good.slice(2)}`))).toBe('document.province')
  expect(read(id(withCheck('12019919900230001')))).toBe('document.birth_date')
  expect(read(id(withCheck('12019918991231001')))).toBe('document.birth_date')
  expect(read(id(withCheck('12019920261123001')))).toBe('document.birth_date')
  expect(read(id(withCheck('12019920261122001')))).toBe(withCheck('12019920261122001'))
  expect(read(id(good.slice(0, 17) + (good.endsWith('1') ? '2' : '1')))).toBe('document.check_digit')
})

test('E16 x becomes X; full width, spaces and zero-width characters go', () => {
  const numbers = Array.from({ length: 1000 }, (_, n) => demoResidentId('tianjin', '1990-01-01', n))
  const endsInX = numbers.find((number) => number.endsWith('X'))
  expect(endsInX).toBeDefined()
  expect(read(id(` ${endsInX?.toLowerCase().slice(0, 6)} ${endsInX?.toLowerCase().slice(6)}\u200B`))).toBe(endsInX)
})

test('an unknown county warns and never refuses', () => {
  expect(warnings(id(demoResidentId('chongqing', '1990-01-01', 1)))).toEqual(['document.county'])
  expect(warnings(id(withCheck('50010519900101001')))).toEqual([])
  expect(warnings(id(withCheck('51999919900101001')))).toEqual([])
})

test('birth date and sex come from the number', () => {
  const man = demoResidentId('tianjin', '1990-02-28', 1)
  expect(birthDateIn('ID', man)).toBe('1990-02-28')
  expect([sexIn('ID', man), sexIn('ID', demoResidentId('tianjin', '1990-02-28', 2)), sexIn('PASSPORT', 'E12345678')])
    .toEqual(['1', '2', null])
  expect(sexDiffers('ID', man, '2')).toEqual({ code: 'sex.differs' })
  expect(sexDiffers('ID', man, '1')).toBeNull()
})

test('15 to 18 digits, for import', () => {
  expect(read(upgradeResidentId('610104620927690', today))).toBe('610104196209276908')
  expect(read(upgradeResidentId('150102880230303', today))).toBe('document.birth_date')
  expect(read(upgradeResidentId('15010288073030', today))).toBe('document.format')
})

test('every change of one digit, and every exchange of two neighbours, is refused', () => {
  fc.assert(fc.property(valid, fc.nat(17), fc.nat(9), (number, at, digit) => {
    expect(id(number).ok).toBe(true)
    const changed = number.slice(0, at) + digit + number.slice(at + 1)
    expect(id(changed).ok).toBe(changed === number)
  }), { numRuns: 2000 })
  fc.assert(fc.property(valid, fc.nat(15), (number, at) => {
    const changed = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2)
    expect(id(changed).ok).toBe(changed === number)
  }), { numRuns: 2000 })
})

test('permits and passports by their patterns', () => {
  const read1 = (type: Parameters<typeof identityDocument>[0], raw: string) => read(identityDocument(type, today)(raw))
  expect(read1('HKM_TP_NC', 'ha1234567')).toBe('HA1234567')
  expect(read1('HKM_TP', 'HA1234567')).toBe('document.format')
  expect(read1('HKM_RP', withCheck('81000019980902013'))).toBe(withCheck('81000019980902013'))
  expect(read1('HKM_RP', withCheck('83000019980902013'))).toBe('document.format')
  expect(read1('TW_RP', withCheck('83000019980931013'))).toBe('document.permit_birth_date')
  expect(read1('FPR_2017', 'usa123456789012')).toBe('USA123456789012')
  expect(read1('PASSPORT_CN', 'EA1234567')).toBe('EA1234567')
  expect(read1('PASSPORT_CN', 'EI1234567')).toBe('document.format')
  expect(read1('OTHER', 'AB-12(3)')).toBe('AB-12(3)')
  expect(documentForComparison('HKM_TP', 'H3203117707')).toBe('H32031177')
})

interface Residents {
  sets: {
    valid: string[]; valid_15?: string[]; normalised_valid?: [string, string][]; upgrade_15_to_18?: [string, string][]
    valid_residence_permit?: { value: string; type: string }[]; valid_foreign_permanent_resident_2023?: string[]
    invalid: { value: string; why: string }[]
  }[]
}

test.skipIf(absent('vectors/resident-id.json'))('published identity numbers; 15 digits are for import only', () => {
  const { sets } = published('vectors/resident-id.json') as Residents
  for (const set of sets) {
    for (const number of set.valid) expect(read(id(number))).toBe(number)
    for (const [raw, number] of set.normalised_valid ?? []) expect(read(id(raw))).toBe(number)
    for (const old of set.valid_15 ?? []) {
      expect(read(id(old))).toBe('document.length')
      expect(upgradeResidentId(old, today).ok, old).toBe(true)
    }
    for (const [old, number] of set.upgrade_15_to_18 ?? []) expect(read(upgradeResidentId(old, today))).toBe(number)
    for (const { value, type } of set.valid_residence_permit ?? []) {
      expect(read(identityDocument(type.startsWith('台湾') ? 'TW_RP' : 'HKM_RP', today)(value)), value).toBe(value)
    }
    for (const value of set.valid_foreign_permanent_resident_2023 ?? []) {
      expect(read(identityDocument('FPR_2023', today)(value))).toBe(value)
    }
    for (const { value } of set.invalid) {
      expect(id(value).ok, value).toBe(false)
      expect(upgradeResidentId(value, today).ok, value).toBe(false)
    }
  }
})

interface Others { sets: Record<string, string[]>[] }

test.skipIf(absent('vectors/other-documents.json'))('published permits and passports', () => {
  const { sets } = published('vectors/other-documents.json') as Others
  for (const set of sets) {
    const all = (key: string) => set[key] ?? []
    for (const value of all('hm_permit_valid')) expect(read(identityDocument('HKM_TP')(value))).toBe(value)
    for (const value of all('hm_permit_valid_after_upper')) {
      expect(read(identityDocument('HKM_TP')(value))).toBe(value.toUpperCase())
    }
    for (const value of all('hm_permit_invalid')) expect(identityDocument('HKM_TP')(value).ok, value).toBe(false)
    for (const value of all('tw_permit_valid')) expect(read(identityDocument('TW_TP')(value))).toBe(value)
    for (const value of all('tw_permit_invalid')) expect(identityDocument('TW_TP')(value).ok, value).toBe(false)
    for (const value of all('passport_cn_valid')) expect(read(identityDocument('PASSPORT_CN')(value))).toBe(value)
    for (const value of all('passport_cn_invalid')) expect(identityDocument('PASSPORT_CN')(value).ok, value).toBe(false)
    for (const value of all('hk_macao_passport_valid')) expect(read(identityDocument('PASSPORT')(value))).toBe(value)
  }
})
