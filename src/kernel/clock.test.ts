import { describe, expect, test } from 'vitest'
import { endOf, secondOf } from './clock.ts'

describe('E53 E55 until when', () => {
  test('midnight is the end of its day, in civil time of Shanghai, across months and years', () => {
    expect(endOf(new Date('2026-11-27T16:00:00Z'))).toBe('2026-11-27 24:00')
    expect(endOf(new Date('2026-11-30T16:00:00.400Z'))).toBe('2026-11-30 24:00')
    expect(endOf(new Date('2026-12-31T16:00:00Z'))).toBe('2026-12-31 24:00')
    expect(endOf(new Date('2028-02-29T16:00:00Z'))).toBe('2028-02-29 24:00')
  })
  test('every other end is told with its second', () => {
    expect(endOf(new Date('2026-12-10T09:00:00Z'))).toBe('2026-12-10 17:00:00')
    expect(endOf(new Date('2026-11-27T16:00:01Z'))).toBe('2026-11-28 00:00:01')
    expect(endOf(new Date('2026-11-27T15:59:59Z'))).toBe('2026-11-27 23:59:59')
  })
  test('what begins or arrives at midnight belongs to the new day', () => expect(secondOf(new Date('2026-11-27T16:00:00Z'))).toBe('2026-11-28 00:00:00'))
})
