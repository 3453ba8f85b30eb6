import { expect, test } from 'vitest'
import { ageOn, birthDate, isRealDay, pastDay } from './day.ts'
import { read, warnings } from './testing/checked.ts'

const today = () => '2026-11-22'

test('only days of the calendar, from 1900 to today', () => {
  const check = pastDay('registered_on.future', today)
  expect(read(check('2026-11-22'))).toBe('2026-11-22')
  expect(read(check('２０２６/1/2'))).toBe('2026-01-02')
  expect(read(check('2026-11-23'))).toBe('registered_on.future')
  for (const raw of ['', '2026-02-29', '1899-12-31', '2026-13-01', '20260101', '2026年1月2日']) {
    expect(read(check(raw)), raw).toBe('day.format')
  }
  expect(isRealDay('2024-02-29')).toBe(true)
})

test('under 14 is refused, 14 to 17 warned of', () => {
  expect(read(birthDate(today)('2012-11-23'))).toBe('birth_date.under_14')
  expect(warnings(birthDate(today)('2012-11-22'))).toEqual(['birth_date.minor'])
  expect(warnings(birthDate(today)('2008-11-22'))).toEqual([])
  expect([ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18])
})
