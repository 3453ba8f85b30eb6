import { useState } from 'react'

export interface Held<T> {
  key: unknown
  value: T
}

/** What is held stays, whatever comes after it, until it is asked for under another key. */
export const hold = <T>(held: Held<T> | null, key: unknown, value: T): Held<T> => (held && Object.is(held.key, key) ? held : { key, value })

/**
 * The value as it was when this part of the page was opened. Everything shown is asked again now and then; a form or a
 * dialog that took the newest `version` together with the values of before would let somebody else's change be written
 * over unseen (I8). Values and version are held together, and the server says `overtaken`.
 */
export function useHeld<T>(value: T, key?: unknown): T {
  const [held, setHeld] = useState(() => hold(null, key, value))
  const now = hold(held, key, value)
  if (now !== held) setHeld(now)
  return now.value
}
