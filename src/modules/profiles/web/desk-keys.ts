/** What the reader does at the flood desk: reads one, or picks the reasons of a refusal. */
export type DeskMode = 'reading' | 'refusing'

export type Press = { deed: 'next' | 'previous' | 'approve' | 'refuse' | 'confirm' | 'leave' } | { deed: 'pick'; n: number }

// Not the arrows: by them a long page is read.
const whileReading: Readonly<Record<string, Press>> = {
  J: { deed: 'next' }, K: { deed: 'previous' },
  P: { deed: 'approve' }, R: { deed: 'refuse' }, Escape: { deed: 'leave' },
}

/** N4: which deed a single key asks for. Reasons are picked by their number; in the text of a reason only Esc and Ctrl+Enter are keys. */
export function pressOf(mode: DeskMode, key: string, more: { typing?: boolean; ctrl?: boolean } = {}): Press | null {
  const name = key.length === 1 ? key.toUpperCase() : key
  if (mode === 'reading') return more.typing || more.ctrl ? null : (whileReading[name] ?? null)
  if (name === 'Escape') return { deed: 'leave' }
  if (name === 'Enter' && more.ctrl) return { deed: 'confirm' }
  if (more.typing || more.ctrl) return null
  return /^[1-9]$/.test(name) ? { deed: 'pick', n: Number(name) } : null
}

/** Nobody has read what came up a moment ago: a second press of P must not pass the next person unseen. */
const leastReading = 700
export const canDecide = (shownAt: number | null, now: number): boolean => shownAt !== null && now - shownAt >= leastReading
