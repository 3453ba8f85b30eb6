import fc from 'fast-check'
import { expect, test } from 'vitest'
import { landline, mobile, mobileOf } from './phone.ts'
import { absent, published } from './testing/published.ts'
import { read, warnings } from './testing/checked.ts'

test('S1-N3 an impossible mobile number is refused', () => {
  expect(read(mobile('12345678900'))).toBe('mobile.format')
  expect(read(mobile('1640000000'))).toBe('mobile.format')
  expect(read(mobile(' '))).toBe('mobile.required')
})

test('S1-41 spaces, hyphens, +86 and 0086 and full width are taken away', () => {
  for (const raw of ['+86 164 0000 0001', '0086-164-0000-0001', '＋８６１６４０００００００１', '164\u200B00000001']) {
    expect(read(mobile(raw)), raw).toBe('16400000001')
  }
})

test('a prefix outside the table of the ministry warns, never refuses; allocated ones that others refuse pass', () => {
  expect(warnings(mobile('16400000001'))).toEqual(['mobile.prefix'])
  for (const prefix of ['146', '148', '149', '174', '162', '165', '167', '170', '171', '192']) {
    expect(warnings(mobile(`${prefix}00000000`)), prefix).toEqual([])
  }
})

test('Hong Kong, Macao and Taiwan only by choice, as E.164', () => {
  expect(read(mobile('+85291234567'))).toBe('mobile.format')
  expect(read(mobileOf('HK')('9123 4567'))).toBe('+85291234567')
  expect(read(mobileOf('MO')('+853 66123456'))).toBe('+85366123456')
  expect(read(mobileOf('TW')('0912-345-678'))).toBe('+886912345678')
  expect(read(mobileOf('HK')('16400000001'))).toBe('mobile.abroad')
  expect(read(mobileOf('CN')('16400000001'))).toBe('16400000001')
})

test('office phones: canonical hyphens, eight digits behind 022 and 023', () => {
  expect(read(landline('02300000001'))).toBe('023-00000001')
  expect(read(landline('０２３－００００００００－１２'))).toBe('023-00000000-12')
  expect(read(landline('023-0000001'))).toBe('landline.format')
  expect(read(landline('4008608608'))).toBe('400-860-8608')
  expect(read(landline('22033212'))).toBe('22033212')
})

test('every mobile number of eleven digits from 13 to 19 passes, no other length does', () => {
  fc.assert(fc.property(fc.stringMatching(/^1\d{9,12}$/), (number) => {
    expect(mobile(number).ok).toBe(/^1[3-9]\d{9}$/.test(number))
  }))
})

type Kind =
  | 'mobile_valid' | 'mobile_invalid' | 'mobile_valid_shape_only'
  | 'landline_valid' | 'landline_invalid' | 'service_400_valid'
interface Phones { sets: Partial<Record<Kind, string[]>>[] }

test.skipIf(absent('vectors/phone.json'))('S1-41 published phone numbers', () => {
  const { sets } = published('vectors/phone.json') as Phones
  for (const set of sets) {
    const mobiles = [...(set.mobile_valid ?? []), ...(set.mobile_valid_shape_only ?? [])]
    for (const number of mobiles) expect(read(mobile(number))).toBe(number)
    for (const number of set.mobile_invalid ?? []) expect(mobile(number).ok, number).toBe(false)
    const landlines = [...(set.landline_valid ?? []), ...(set.service_400_valid ?? [])]
    for (const number of landlines) expect(landline(number).ok, number).toBe(true)
    for (const number of set.landline_invalid ?? []) expect(landline(number).ok, number).toBe(false)
  }
})
