/** The part of `sessionStorage` that is needed; a private window may refuse it. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Public facts of a unit (P0): these alone are kept in the browser until they are saved (D23). */
const keepable = [
  'name', 'creditCode', 'creditCodeByHand', 'legalNature', 'legalType', 'legalRepresentative', 'authorityId',
  'registeredDistrict', 'registeredAddress', 'locatedDistrict', 'locatedAddress',
] as const
export type DraftValues = Partial<Record<(typeof keepable)[number], string | boolean>>

export const draftPrefix = 'units.draft.'

/** The code of a sole trader (92...) leads to a person and is personal: it is typed again. */
const isPersonal = (name: string, value: unknown) => name === 'creditCode' && typeof value === 'string' && /^\s*9\s*2/.test(value.normalize('NFKC'))

/** Keeps one's own unsent changes of this registration. */
export function keepDraft(store: Kept, id: string, typed: Readonly<Record<string, unknown>>): void {
  const values = Object.fromEntries(
    keepable.flatMap((name) => {
      const value = typed[name]
      return (typeof value === 'string' || typeof value === 'boolean') && !isPersonal(name, value) ? [[name, value]] : []
    }),
  )
  try {
    store.setItem(draftPrefix + id, JSON.stringify(values))
  } catch {
    // Full or forbidden: what is typed still stands in the form.
  }
}

/** What was kept of this registration; null if nothing was, or if it is not ours. */
export function draftOf(store: Kept, id: string): DraftValues | null {
  try {
    const found: unknown = JSON.parse(store.getItem(draftPrefix + id) ?? 'null')
    if (typeof found !== 'object' || found === null) return null
    const values = Object.fromEntries(Object.entries(found).filter(([name, value]) =>
      keepable.includes(name as (typeof keepable)[number]) && (typeof value === 'string' || typeof value === 'boolean')))
    return Object.keys(values).length > 0 ? (values) : null
  } catch {
    return null
  }
}

function forget(store: Kept, goes: (name: string) => boolean): void {
  try {
    const names = Array.from({ length: store.length }, (_, i) => store.key(i) ?? '')
    for (const name of names) if (goes(name)) store.removeItem(name)
  } catch {
    // As above.
  }
}

/** Once saved. */
export const forgetDraft = (store: Kept, id: string): void => forget(store, (name) => name === draftPrefix + id)

/** Drafts of other registrations, left in this window by somebody else (at sign-out the shell forgets everything). */
export const forgetOtherDrafts = (store: Kept, id: string): void =>
  forget(store, (name) => name.startsWith(draftPrefix) && name !== draftPrefix + id)
