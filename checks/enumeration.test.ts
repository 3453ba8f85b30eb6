import { describe, expect, test } from 'vitest'
import { bound, cliffsDelta, compare, median } from './enumeration/compare.ts'

/** The same numbers at every run: mulberry32. */
function numbers(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
/** Times as a server has them: a floor, a spread, now and then a long one. */
const sample = (random: () => number, n: number, more = 0) =>
  Array.from({ length: n }, () => 4 + more + random() * random() * 3 + (random() < 0.03 ? random() * 40 : 0))

describe('D14 what the proof of enumeration calls the same', () => {
  test('median and delta of small samples, by hand', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5])
    expect(cliffsDelta([1, 2, 3], [4, 5, 6])).toBe(-1)
    expect(cliffsDelta([4, 5, 6], [1, 2, 3])).toBe(1)
    expect(cliffsDelta([1, 2, 3], [1, 2, 3])).toBe(0)
    // 2 beats 1; 2 ties with 2; 2 loses to 3; 5 beats all: (1 - 1 + 3) / 6.
    expect(cliffsDelta([2, 5], [1, 2, 3])).toBeCloseTo(0.5)
  })

  test('delta is what counting every pair gives, and turns round with the samples', () => {
    const random = numbers(7)
    const [a, b] = [sample(random, 60).map((ms) => Math.round(ms)), sample(random, 50, 1).map((ms) => Math.round(ms))]
    const counted = a.flatMap((x) => b.map((y) => Math.sign(x - y))).reduce((sum, one) => sum + one, 0) / (a.length * b.length)
    expect(cliffsDelta(a, b)).toBeCloseTo(counted, 10)
    expect(cliffsDelta(b, a)).toBeCloseTo(-counted, 10)
  })

  test('equal distributions are the same at 900 pairs, and never different', () => {
    const verdicts = Array.from({ length: 200 }, (_, seed) => {
      const random = numbers(seed)
      return compare(sample(random, 900), sample(random, 900)).verdict
    })
    expect(verdicts.filter((verdict) => verdict === 'different')).toEqual([])
    expect(verdicts.filter((verdict) => verdict === 'same').length).toBeGreaterThanOrEqual(198)
  })

  test.each([0.4, 1.5, 20])('%s ms more for the known is found, in either direction', (more) => {
    const random = numbers(11)
    const [slow, fast] = [sample(random, 300, more), sample(random, 300)]
    expect(compare(slow, fast)).toMatchObject({ verdict: 'different', pairs: 300 })
    expect(compare(fast, slow)).toMatchObject({ verdict: 'different' })
    expect(compare(slow, fast).low).toBeGreaterThan(bound)
  })

  test('few pairs show nothing', () => {
    const random = numbers(13)
    expect(compare(sample(random, 20), sample(random, 20)).verdict).not.toBe('same')
    expect(() => compare([1], [1])).toThrow('nothing to compare')
  })

  test('a delay that shifts the medians is never called the same, however much the ranks overlap', () => {
    // Half of the known wait 30 ms longer, half 30 ms less: delta is about 0, and so it stays a matter of the median.
    const known = Array.from({ length: 900 }, (_, i) => (i < 460 ? 70 : 10))
    const unknown = Array.from({ length: 900 }, (_, i) => (i < 440 ? 70 : 10))
    expect(compare(known, unknown).verdict).not.toBe('same')
  })
})
