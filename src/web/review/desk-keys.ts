/** What the reader does at a flood desk: reads one, or says why it goes back. */
export type DeskMode = 'reading' | 'returning'

export type Press = { deed: 'next' | 'previous' | 'pass' | 'return' | 'undo' | 'confirm' | 'leave' } | { deed: 'pick'; n: number }

// Not the arrows: by them a long page is read.
const whileReading: Readonly<Record<string, Press>> = {
  J: { deed: 'next' }, K: { deed: 'previous' },
  P: { deed: 'pass' }, R: { deed: 'return' }, U: { deed: 'undo' }, Escape: { deed: 'leave' },
}

/** Every key of a flood desk, for `useKeys`. */
export const deskKeys = ['J', 'K', 'P', 'R', 'U', 'Escape', ...'123456789'] as const

/** N4: which deed a single key asks for. Reasons are picked by their number; in the text of a reason only Esc and Ctrl+Enter are keys. */
export function pressOf(mode: DeskMode, key: string, more: { typing?: boolean; ctrl?: boolean } = {}): Press | null {
  const name = key.length === 1 ? key.toUpperCase() : key
  if (mode === 'reading') return more.typing || more.ctrl ? null : (whileReading[name] ?? null)
  if (name === 'Escape') return { deed: 'leave' }
  if (name === 'Enter' && more.ctrl) return { deed: 'confirm' }
  if (more.typing || more.ctrl) return null
  return /^[1-9]$/.test(name) ? { deed: 'pick', n: Number(name) } : null
}

/** Nobody has read what came up a moment ago: a second press of P must not pass the next one unseen. */
const leastReading = 700
export const isRead = (shownAt: number | null, now: number): boolean => shownAt !== null && now - shownAt >= leastReading
