import type { ProjectRow } from '../desk/shown.ts'

/** A ticked line, with the version that was seen (E49). */
export interface Tick {
  id: string
  version: number
  title: string
  number: string | null
  next: ProjectRow['next']
}
export type Ticks = Readonly<Record<string, Tick>>

/** Whether a batch can hold it: 受理 and 不予受理 are decided one by one. */
export const canBatch = (row: Pick<ProjectRow, 'can'>): boolean => row.can.includes('pass') || row.can.includes('return')

/** The level to which all of these lead (D17); null where they go different ways. */
export function commonNext(of: readonly Pick<ProjectRow, 'next'>[]): ProjectRow['next'] {
  const [first] = of
  return first && of.every(({ next }) => next === first.next) ? first.next : null
}

/** Those of `keys`, each as it stood when it was ticked: what changed since then is not decided unseen (E49). */
export function ticked(before: Ticks, keys: readonly string[], rows: readonly ProjectRow[]): Ticks {
  return Object.fromEntries(keys.flatMap((key) => {
    const row = rows.find((one) => one.id === key)
    // Decided meanwhile by somebody else: it can no longer be ticked.
    if (row && !canBatch(row)) return []
    if (row && !before[key]) return [[key, { id: row.id, version: row.version, title: row.title, number: row.number, next: row.next }]]
    return before[key] ? [[key, before[key]]] : []
  }))
}
