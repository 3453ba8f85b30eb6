import { expect, test } from 'vitest'
import { elapsed } from './elapsed.ts'

const t = (key: string, params?: Record<string, string | number>) => `${key.split('.').at(-1)} ${params?.n ?? ''}`.trim()
const from = '2026-11-20T00:00:00Z'
const after = (minutes: number) => elapsed(t, from, new Date(Date.parse(from) + minutes * 60_000))

test('the largest unit that says something', () => {
  expect([0, 1, 59, 60, 47 * 60, 48 * 60, 72 * 60].map(after)).toEqual(['now', 'minutes 1', 'minutes 59', 'hours 1', 'hours 47', 'days 2', 'days 3'])
})

test('a clock that runs behind shows no negative time', () => {
  expect(after(-5)).toBe('now')
})
