import { expect, test } from 'vitest'
import { actedLately, sinceActed, watchActivity } from './activity.ts'

test('a poll long after the last key is the page\'s own, a request right after a press is the person\'s', () => {
  const page = new EventTarget()
  let now = 1_000_000
  watchActivity(page, () => now)
  expect(actedLately(now + 1_000)).toBe(true)
  expect(actedLately(now + 60_001)).toBe(false)
  now += 60_000
  page.dispatchEvent(new Event('keydown'))
  expect(actedLately(now + 1_000)).toBe(true)
  expect(sinceActed(now + 90_000)).toBe(90_000)
})
