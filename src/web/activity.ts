/** When somebody last pressed, typed or turned the wheel here. */
let actedAt = 0

/** As long as the slowest poll: who typed since the last one is there, even where a long form needs no request of its own. */
const moment = 60_000

/** Sees keys, presses and wheels; a pointer that merely lies on the table moves nothing. */
export function watchActivity(target: EventTarget = window, now: () => number = Date.now): void {
  actedAt = now()
  const seen = () => void (actedAt = now())
  for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchmove']) target.addEventListener(kind, seen, { passive: true, capture: true })
}

export const sinceActed = (now = Date.now()): number => now - actedAt
export const actedLately = (now = Date.now()): boolean => sinceActed(now) < moment
