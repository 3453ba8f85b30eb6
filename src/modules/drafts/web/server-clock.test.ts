import { expect, it } from 'vitest'
import { aheadOf, leftUntil } from './server-clock.ts'

const at = (time: string) => Date.parse(`2026-12-01T${time}Z`)

it('E55 the last second still counts, the next one does not', () => {
  const end = '2026-12-01T09:00:00Z'
  expect(leftUntil(end, at('08:59:59.001'))).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 })
  expect(leftUntil(end, at('09:00:00.999'))).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 })
  expect(leftUntil(end, at('09:00:01.000'))).toBeNull()
})

it('what is left is counted in days, hours, minutes and seconds', () => {
  expect(leftUntil('2026-12-04T10:02:03Z', at('09:00:00'))).toEqual({ days: 3, hours: 1, minutes: 2, seconds: 3 })
})

it('D19 the clock of the platform counts, not that of the computer', () => {
  expect(aheadOf('2026-12-01T09:00:00Z', at('08:50:00'))).toBe(600_000)
})
