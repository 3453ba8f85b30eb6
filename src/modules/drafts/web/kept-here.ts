import type { FieldHeld } from './fields-held.ts'

/** The part of `localStorage` that is needed; it may be full or forbidden. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * D23: one's own unsent changes of a draft, kept in the browser until the server has them; signing out empties it. Each
 * window has a place of its own, so that two windows never write over each other, and the next one finds what a closed
 * one left.
 */
const prefix = 'kehui.draft.'
const place = (account: string, draft: string, window: string) => `${prefix}${account}.${draft}.${window}`

const names = (store: Kept) => Array.from({ length: store.length }, (_, i) => store.key(i) ?? '').filter((name) => name.startsWith(prefix))

/** False where the browser does not keep it: then nobody may be told that it is safe. */
export function keepHere(store: Kept, at: { account: string; draft: string; window: string }, fields: Readonly<Record<string, FieldHeld>>): boolean {
  try {
    const name = place(at.account, at.draft, at.window)
    if (Object.keys(fields).length === 0) store.removeItem(name)
    else store.setItem(name, JSON.stringify(fields))
    return true
  } catch {
    return false
  }
}

const isHeld = (one: unknown): one is FieldHeld => typeof one === 'object' && one !== null && 'version' in one && typeof one.version === 'number' && 'base' in one && 'mine' in one

/** What windows that are gone left of this draft, each with the name of its window. */
export function leftHere(store: Kept, at: { account: string; draft: string }, isAlive: (window: string) => boolean): { window: string; fields: Record<string, FieldHeld> }[] {
  try {
    const start = place(at.account, at.draft, '')
    return names(store).filter((name) => name.startsWith(start)).flatMap((name) => {
      const window = name.slice(start.length)
      if (isAlive(window)) return []
      const read: unknown = JSON.parse(store.getItem(name) ?? 'null')
      if (typeof read !== 'object' || read === null) return []
      return [{ window, fields: Object.fromEntries(Object.entries(read).filter((entry): entry is [string, FieldHeld] => isHeld(entry[1]))) }]
    })
  } catch {
    return []
  }
}

export function forgetHere(store: Kept, at: { account: string; draft: string; window: string }): void {
  try {
    store.removeItem(place(at.account, at.draft, at.window))
  } catch {
    // Forbidden: then nothing was kept.
  }
}

/** Whatever somebody else left in this browser goes away (who signs out himself leaves nothing). */
export function forgetOthers(store: Kept, account: string): void {
  try {
    for (const name of names(store)) if (!name.startsWith(`${prefix}${account}.`)) store.removeItem(name)
  } catch {
    // As above.
  }
}
