/**
 * The platform's time in the browser, whatever the clock of this computer says (D19). Every answer bears the second in which it was
 * written (`Date`), somewhere between asking and hearing: the difference of the clocks lies within what that leaves open. It is
 * moved no further than it must be, so that a clock that is right stays as it is.
 */
export function nearer(ahead: number, date: string | null, asked: number, heard: number): number {
  const second = date === null ? NaN : Date.parse(date)
  if (Number.isNaN(second) || heard < asked) return ahead
  return Math.min(Math.max(ahead, second - heard), second + 1000 - asked)
}

let ahead = 0
const listeners = new Set<() => void>()

/** An answer came. */
export function hear(date: string | null, asked: number, heard: number): void {
  const before = ahead
  ahead = nearer(ahead, date, asked, heard)
  if (ahead !== before) for (const tell of listeners) tell()
}

/** Told when an answer shows that the clocks differ by something else than was known; gives what ends it. */
export function onMoved(tell: () => void): () => void {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

/** Milliseconds, as `Date.now()`. */
export const serverNow = (): number => Date.now() + ahead
