import { afterEach, expect, it, vi } from 'vitest'
import { prefer } from './preferences.ts'

afterEach(() => vi.unstubAllGlobals())

it('of two choices of one kind in one second the later one stays; it outlives the page, and no failure is anybody’s trouble', async () => {
  const asked: [string, RequestInit][] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => new Promise((_resolve, reject) => {
    asked.push([url, init])
    init.signal?.addEventListener('abort', () => reject(new Error('aborted')))
  }))
  const first = prefer({ mode: 'elder' })
  void prefer({ lang: 'en' })
  void prefer({ mode: 'standard' })
  await first
  expect(asked.map(([url, { keepalive, signal }]) => [new URL(url, 'http://a').searchParams.toString(), keepalive, signal?.aborted])).toEqual([
    ['mode=elder&back=%2Fhealthz', true, true], ['lang=en&back=%2Fhealthz', true, false], ['mode=standard&back=%2Fhealthz', true, false],
  ])
})
