import { expect, test } from 'vitest'
import { runsOf, type Day } from './runs.ts'

const day = (text: string, more: Partial<Day> = {}): Day => ({ day: text, isWorking: false, note: '国庆节', isShipped: true, changedAt: '2026-01-01T00:00:00.000Z', ...more })

test('days that follow one another and say the same are one line', () => {
  const runs = runsOf([day('2026-09-30', { note: '停工' }), day('2026-10-01'), day('2026-10-02'), day('2026-10-04'), day('2026-10-05', { isWorking: true })])
  expect(runs.map(({ from, to, days }) => [from, to, days])).toEqual([
    ['2026-09-30', '2026-09-30', 1], ['2026-10-01', '2026-10-02', 2], ['2026-10-04', '2026-10-04', 1], ['2026-10-05', '2026-10-05', 1],
  ])
})

test('a run goes over the end of a month, and a gap of a month ends it', () => {
  expect(runsOf([day('2026-01-31'), day('2026-02-01'), day('2026-03-15')]).map(({ days }) => days)).toEqual([2, 1])
})
