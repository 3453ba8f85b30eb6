import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { freshen, restMilliseconds } from './freshen.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A page that shows a list, with counts beside the menu; how often each was asked. */
async function page() {
  const client = new QueryClient()
  const asked: Record<string, number> = {}
  const show = (name: string, meta = {}) =>
    new QueryObserver(client, { queryKey: [name], queryFn: () => (asked[name] = (asked[name] ?? 0) + 1), meta }).subscribe(() => undefined)
  const rests = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
  const shown = [show('list'), show('count', { beside: true }), show('both', { beside: true }), show('both')]
  await rests(0)
  return { asked, rests, deed: () => freshen(client), leave: () => shown.forEach((end) => end()) }
}

it('the list is asked after each deed, the counts beside the menu once they have rested', async () => {
  const { asked, rests, deed, leave } = await page()
  expect(asked).toEqual({ list: 1, count: 1, both: 1 })
  for (let n = 1; n <= 5; n++) {
    deed()
    await rests(restMilliseconds - 100)
    expect(asked).toEqual({ list: 1 + n, count: 1, both: 1 + n })
  }
  await rests(100)
  expect(asked).toEqual({ list: 6, count: 2, both: 6 })
  await rests(restMilliseconds * 10)
  expect(asked).toEqual({ list: 6, count: 2, both: 6 })
  leave()
})

it('what a page shows as well is asked at once, though it stands beside the menu too', async () => {
  const { asked, rests, deed, leave } = await page()
  deed()
  await rests(0)
  expect(asked).toEqual({ list: 2, count: 1, both: 2 })
  leave()
})
