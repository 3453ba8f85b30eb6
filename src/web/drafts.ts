/** The part of `sessionStorage` that is needed; a private window may refuse it. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export type DraftValues<K extends string = string> = Partial<Record<K, string | boolean>>

export interface Drafts<K extends string> {
  /** Keeps one's own unsent changes of this form. */
  keep: (store: Kept, id: string, typed: Readonly<Record<string, unknown>>) => void
  /** What was kept of this form; null if nothing was, or if it is not ours. */
  of: (store: Kept, id: string) => DraftValues<K> | null
  /** Once saved. */
  forget: (store: Kept, id: string) => void
  /** Drafts of other forms, left in this window by somebody else (at sign-out the shell forgets everything). */
  forgetOthers: (store: Kept, id: string) => void
}

const isKeepable = (value: unknown): value is string | boolean => typeof value === 'string' || typeof value === 'boolean'

/** D23: of a form only these fields stay in the browser until they are saved; none of them is P2 or a secret. */
export function drafts<K extends string>(prefix: string, fields: readonly K[], isPersonal: (name: K, value: string | boolean) => boolean = () => false): Drafts<K> {
  const among = (typed: Readonly<Record<string, unknown>>): DraftValues<K> => Object.fromEntries(
    fields.flatMap((name) => {
      const value = typed[name]
      return isKeepable(value) && !isPersonal(name, value) ? [[name, value]] : []
    }),
  ) as DraftValues<K>
  const forget = (store: Kept, goes: (name: string) => boolean) => {
    try {
      const names = Array.from({ length: store.length }, (_, i) => store.key(i) ?? '')
      for (const name of names) if (goes(name)) store.removeItem(name)
    } catch {
      // Forbidden: then nothing was kept.
    }
  }
  return {
    keep(store, id, typed) {
      try {
        store.setItem(prefix + id, JSON.stringify(among(typed)))
      } catch {
        // Full or forbidden: what is typed still stands in the form.
      }
    },
    of(store, id) {
      try {
        const found: unknown = JSON.parse(store.getItem(prefix + id) ?? 'null')
        if (typeof found !== 'object' || found === null) return null
        const values = among(found as Record<string, unknown>)
        return Object.keys(values).length > 0 ? values : null
      } catch {
        return null
      }
    },
    forget: (store, id) => forget(store, (name) => name === prefix + id),
    forgetOthers: (store, id) => forget(store, (name) => name.startsWith(prefix) && name !== prefix + id),
  }
}
