import { describe, expect, test } from 'vitest'
import { objectionUntil, type Keeper } from './objection-window.ts'

const at = (day: string) => new Date(`2026-${day}:00:00Z`)
const c = { openedAt: at('11-22T01') }
const keeper: Keeper = { accountId: 'k', isActive: true, lastSignedInAt: at('11-20T01'), since: at('01-05T01') }
const until = (k: Keeper | null, now: string) => objectionUntil(c, k, 48, at(now))?.toISOString() ?? null

describe('E12 the time to object', () => {
  test('runs from the claim while the keeper uses his account, and ends by itself', () => {
    expect(until(keeper, '11-22T02')).toBe('2026-11-24T01:00:00.000Z')
    expect(until(keeper, '11-24T00')).toBe('2026-11-24T01:00:00.000Z')
    expect(until(keeper, '11-24T01')).toBeNull()
  })
  test('N12 nobody waits for a keeper who is not there, is disabled, or has not come for 90 days', () => {
    expect(until(null, '11-22T02')).toBeNull()
    expect(until({ ...keeper, isActive: false }, '11-22T02')).toBeNull()
    expect(until({ ...keeper, lastSignedInAt: null }, '11-22T02')).toBeNull()
    expect(until({ ...keeper, lastSignedInAt: at('08-20T01') }, '11-22T02')).toBeNull()
    // One who comes back because of the notice has his time like everybody else.
    expect(until({ ...keeper, lastSignedInAt: at('11-22T02') }, '11-22T02')).not.toBeNull()
  })
  test('a new keeper has it from the day he keeps what was claimed before', () => {
    expect(until({ ...keeper, since: at('11-23T01'), lastSignedInAt: at('11-23T02') }, '11-24T02')).toBe('2026-11-25T01:00:00.000Z')
  })
})
