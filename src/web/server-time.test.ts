import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hear, nearer, onMoved, serverNow } from './server-time.ts'

const at = Date.parse('2026-11-22T02:00:00Z')
const date = (ms: number) => new Date(Math.floor(ms / 1000) * 1000).toUTCString()

describe('E51 D19 the platform’s time, whatever the clock here says', () => {
  it('a clock that is right is not touched by what the header rounds off and the way takes', () => {
    for (const [asked, took] of [[0, 30], [999, 400], [500, 5000]] as const) expect(nearer(0, date(at + asked + took / 2), at + asked, at + asked + took)).toBe(0)
  })

  it('a clock that is wrong by minutes is put right to a second by the first answer, and only nearer to it by the next', () => {
    for (const wrong of [-600_000, 600_000]) {
      const ahead = nearer(0, date(at + 100), at + wrong + 50, at + wrong + 150)
      expect(Math.abs(ahead + wrong)).toBeLessThanOrEqual(1000)
      const then = nearer(ahead, date(at + 7_300), at + wrong + 7_250, at + wrong + 7_350)
      expect(Math.abs(then + wrong)).toBeLessThanOrEqual(1000)
      expect(nearer(then, date(at + 7_300), at + wrong + 7_250, at + wrong + 7_350)).toBe(then)
      expect(Math.abs(nearer(then, date(at + 9_700), at + wrong + 9_650, at + wrong + 9_750) + wrong)).toBeLessThanOrEqual(Math.abs(then + wrong))
    }
  })

  it('what says nothing changes nothing', () => {
    expect([nearer(5, null, 0, 1), nearer(5, 'soon', 0, 1), nearer(5, date(at), at, at - 1)]).toEqual([5, 5, 5])
  })

  describe('for whoever asks the time', () => {
    beforeEach(() => void vi.useFakeTimers({ now: at + 3_600_000 }))
    afterEach(() => void vi.useRealTimers())

    it('follows the answers', () => {
      hear(date(at), Date.now(), Date.now())
      expect(Math.abs(serverNow() - at)).toBeLessThanOrEqual(1000)
      vi.advanceTimersByTime(60_000)
      expect(Math.abs(serverNow() - at - 60_000)).toBeLessThanOrEqual(1000)
    })

    it('E64 whoever shows it is told when an answer moves it, and only then', () => {
      const tell = vi.fn<() => void>()
      const forget = onMoved(tell)
      hear(date(at - 600_000), Date.now(), Date.now())
      hear(date(at - 600_000), Date.now(), Date.now())
      expect(tell).toHaveBeenCalledTimes(1)
      forget()
      hear(date(at), Date.now(), Date.now())
      expect(tell).toHaveBeenCalledTimes(1)
    })
  })
})
