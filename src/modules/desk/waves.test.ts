import { expect, test } from 'vitest'
import type { WindowRow } from '../calls/windows.ts'
import { inOrder } from './to-do.ts'
import { correctionWaves, deskHours, dueHours, leaderHours, wavesOf } from './waves.ts'

const now = new Date('2026-11-22T00:00:00Z')
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const row = (nth: number, closesIn: number, begunBefore: Date | null = null): WindowRow =>
  ({ level: 'leader', nth, opensAt: inHours(-100), closesAt: inHours(closesIn), begunBefore, reason: nth > 1 ? '系统故障' : '', movedAt: now })
const wave = (from: Date | null, to: Date | null, closesIn: number, hours: number) => ({ from, to, closesAt: inHours(closesIn), hours })

test('a reminder is due from 72, 24 and 3 hours before; whoever comes late gets the last one alone; none after the closing', () => {
  const due = (hours: number) => dueHours(inHours(hours), leaderHours, now)
  expect([73, 72, 25, 24, 3.5, 3, 0.1, 0, -1].map(due)).toEqual([null, 72, 72, 24, 24, 3, 3, null, null])
  expect([25, 24, 3, 0].map((hours) => dueHours(inHours(hours), deskHours, now))).toEqual([null, 24, 3, null])
})

test('E53 correction windows: within each step the same reminder is due, and no moment belongs to two', () => {
  const waves = correctionWaves(leaderHours, now)
  expect(waves.map(({ hours }) => hours)).toEqual([3, 24, 72])
  for (const left of [0.1, 3, 3.01, 23, 24, 24.5, 72]) {
    const [only, ...others] = waves.filter(({ from, to }) => inHours(left) > from && inHours(left) <= to)
    expect([only?.hours, others]).toEqual([dueHours(inHours(left), leaderHours, now), []])
  }
  expect(waves.filter(({ from, to }) => inHours(73) > from && inHours(73) <= to)).toEqual([])
})

test('all close alike where no cohort was named; the last window counts', () => {
  expect(wavesOf([row(1, 2)], 'leader', leaderHours, now)).toEqual([wave(null, null, 2, 3)])
  expect(wavesOf([row(1, 2), row(2, 20)], 'leader', leaderHours, now)).toEqual([wave(null, null, 20, 24)])
  expect(wavesOf([row(1, 2), row(2, 200)], 'leader', leaderHours, now)).toEqual([])
  expect(wavesOf([row(1, 2)], 'unit', deskHours, now)).toEqual([])
})

test('I12 drafts begun before T have the later window that was moved for them, all others the general one', () => {
  const cohort = inHours(-5)
  expect(wavesOf([row(1, 2), row(2, 50, cohort)], 'leader', leaderHours, now)).toEqual([wave(null, cohort, 50, 72), wave(cohort, null, 2, 3)])
  // A cohort whose window closes before the general one gains nothing by it.
  expect(wavesOf([row(1, 60), row(2, 2, cohort)], 'leader', leaderHours, now)).toEqual([wave(null, cohort, 60, 72), wave(cohort, null, 60, 72)])
})

test('what closes first stands first, then what waits longest, then the order of the rooms', () => {
  const line = (id: string, until: number | null, since: number | null) =>
    ({ id, what: 'w', next: 'n', n: 1, path: '/', until: until === null ? null : inHours(until), since: since === null ? null : inHours(since) })
  expect(inOrder([line('a', null, null), line('b', null, -2), line('c', 5, -1), line('d', 2, null), line('e', null, -9), line('f', 5, -3), line('g', null, null)]).map(({ id }) => id))
    .toEqual(['d', 'f', 'c', 'e', 'b', 'a', 'g'])
})
