/** Whether two samples of times can be told apart (D14). Pure; its law tests are checks/enumeration.test.ts. */
export interface Comparison {
  pairs: number
  medianKnown: number
  medianUnknown: number
  /** Cliff's delta: P(known slower) - P(known faster); 0 where one cannot be told from the other, ±1 where always. */
  delta: number
  /** The 90 % interval around delta: being within the bound with both ends is a test of equivalence at 5 %. */
  low: number
  high: number
  verdict: 'same' | 'different' | 'unclear'
}

/**
 * What counts as no difference. 0.147 is where the usual table of Cliff's delta (Romano et al. 2006) ends "negligible":
 * a guess from one measurement is then right in at most 57 of 100 cases, on loopback, without the noise of a network; and
 * of one name or mailbox nobody gets more than five measurements before it is locked or limited. The medians must be
 * close as well, for ranks do not see how long a delay is.
 */
export const bound = 0.147
const closeMs = 1
const closeShare = 0.05
const z = 1.645

export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

/** By ranks, ties counted half, in n log n. */
export function cliffsDelta(known: readonly number[], unknown: readonly number[]): number {
  const all = [...known.map((ms) => ({ ms, known: true })), ...unknown.map((ms) => ({ ms, known: false }))].sort((a, b) => a.ms - b.ms)
  let rankSum = 0
  for (let from = 0; from < all.length;) {
    let to = from
    while (to < all.length && all[to]?.ms === all[from]?.ms) to++
    for (let i = from; i < to; i++) if (all[i]?.known) rankSum += (from + 1 + to) / 2
    from = to
  }
  const [n, m] = [known.length, unknown.length]
  const wins = rankSum - (n * (n + 1)) / 2
  return (2 * wins) / (n * m) - 1
}

/**
 * `same` only when it is shown: the whole interval lies within the bound and the medians are close. `different` when the
 * whole interval lies beyond it. In between more pairs must be measured.
 */
export function compare(known: readonly number[], unknown: readonly number[]): Comparison {
  const [n, m] = [known.length, unknown.length]
  if (n < 2 || m < 2) throw new Error('nothing to compare')
  const [medianKnown, medianUnknown] = [median(known), median(unknown)]
  const delta = cliffsDelta(known, unknown)
  // Of the rank sum where both samples come from one distribution, which is what is to be shown.
  const error = Math.sqrt((n + m + 1) / (3 * n * m))
  const [low, high] = [delta - z * error, delta + z * error]
  const apart = Math.abs(medianKnown - medianUnknown)
  const isClose = apart < closeMs || apart < closeShare * Math.min(medianKnown, medianUnknown)
  const verdict = isClose && low > -bound && high < bound ? 'same' : low > bound || high < -bound ? 'different' : 'unclear'
  return { pairs: Math.min(n, m), medianKnown, medianUnknown, delta, low, high, verdict }
}
