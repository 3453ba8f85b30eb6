import { describe, expect, it } from 'vitest'
import { untilInWords } from './until.tsx'

describe('E53 the end of a correction window', () => {
  it('is told as 24:00 of its last day, in civil time of Shanghai', () => {
    expect(untilInWords('2026-11-27T16:00:00.000Z')).toBe('2026-11-27 24:00')
    expect(untilInWords('2026-12-10T09:59:59.000Z')).toBe('2026-12-10 17:59')
  })
})
