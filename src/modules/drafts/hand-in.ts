import { overFrom, windowFor, type WindowRow } from '../calls/windows.ts'

/** Until when a leader can hand in, and by what: his window of the call, or the correction that the bureau opened for him. */
export interface Closing {
  at: Date
  kind: 'window' | 'correction'
}

/** E53: both let him hand in, so the later one is until when; a correction may be over long before the window, or begin after it. Pure. */
export function closingOf(window: Date | null, correctUntil: Date | null): Closing | null {
  if (correctUntil && (!window || correctUntil > window)) return { at: correctUntil, kind: 'correction' }
  return window && { at: window, kind: 'window' }
}

/** That moment, or null where it is over. The closing second of a window still counts (E55). */
export const openUntil = (closing: Closing | null, now: Date): Date | null =>
  (closing && now < (closing.kind === 'window' ? overFrom({ closesAt: closing.at }) : closing.at) ? closing.at : null)

/** The same of a draft with the windows of its call; in a call that was withdrawn never. */
export function handInUntil(draft: { begunAt: Date; correctUntil: Date | null; isCallWithdrawn: boolean }, windows: readonly WindowRow[], now: Date): Date | null {
  return draft.isCallWithdrawn ? null : openUntil(closingOf(windowFor(windows, 'leader', draft.begunAt)?.closesAt ?? null, draft.correctUntil), now)
}
