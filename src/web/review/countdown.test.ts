import { describe, expect, it } from 'vitest'
import { leftUntil } from './countdown.ts'

describe('E51 how long something can still be undone', () => {
  const at = (second: number) => Date.parse('2026-11-22T02:00:00Z') + second * 1000
  const until = '2026-11-22T02:10:00Z'

  it('in minutes and seconds, rounded up', () => {
    expect(leftUntil(until, at(0))).toBe('10:00')
    expect(leftUntil(until, at(52.4))).toBe('9:08')
    expect(leftUntil(until, at(599.2))).toBe('0:01')
  })

  it('not at its end, nor behind it', () => {
    expect(leftUntil(until, at(600))).toBeNull()
    expect(leftUntil(until, at(700))).toBeNull()
  })
})
