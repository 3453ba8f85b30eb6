import type { AskOf } from '../../../kernel/contract.ts'
import { uuidPattern } from '../../../kernel/ids.ts'
import type { FilterDefs, FilterValues } from '../../../web/filters.ts'
import type { profilesContract } from '../contract.ts'
import { filterStates, type FilterState } from '../state.ts'
import type { ReviewRow } from './shown.ts'

/** S2-47. What is personal never stands in a link (guards.md, section 5). */
export const reviewFilterDefs = {
  name: { personal: true }, document: { personal: true }, phone: { personal: true }, workplace: {}, from: {}, to: {}, state: { initial: 'pending' }, desk: { initial: 'own' },
  size: { initial: '20' },
} as const satisfies FilterDefs
export type ReviewFilterValues = FilterValues<typeof reviewFilterDefs>

export const reviewTabs = [...filterStates, 'all'] as const
export type ReviewTab = (typeof reviewTabs)[number]

/** The tab that a link names; a made-up one is what waits. */
export const tabOf = (text: string | undefined): ReviewTab => reviewTabs.find((tab) => tab === text) ?? 'pending'

const dayOrNone = (text: string | undefined) => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? text : undefined)
const deskOf = (text = ''): string => (text === 'all' || uuidPattern.test(text) ? text : 'own')

/** What is asked of the server; what waits comes in the order in which it came, everything else newest first. */
export function askedWith(values: ReviewFilterValues): AskOf<typeof profilesContract.selection> {
  const tab = tabOf(values.state)
  return {
    name: values.name, document: values.document, phone: values.phone, workplace: values.workplace, from: dayOrNone(values.from), to: dayOrNone(values.to),
    desk: deskOf(values.desk), ...(tab !== 'all' && { state: tab satisfies FilterState }), order: tab === 'pending' ? 'oldest' : 'newest',
  }
}

/** Whether something hides people beyond the place one looks at (state and desk are places). */
export const isNarrowed = (v: ReviewFilterValues): boolean => [v.name, v.document, v.phone, v.workplace, v.from, v.to].some(Boolean)

/** Ticked lines, each with the version that was seen (E49); of those taken with the whole filter the name is not known. */
export type Ticked = Readonly<Record<string, { id: string; revision: number; name?: string; actsFor?: boolean }>>

/** Whether this reader may decide, as the desk or for a secondary unit (D11). */
export const canDecide = (row: Pick<ReviewRow, 'can'>): boolean => row.can.includes('approve') || row.can.includes('refuse')

/** D11: the unit decides in the place of a secondary unit, and says why. */
export const actsFor = (row: Pick<ReviewRow, 'can' | 'desk'>, actsAsItsUnit: boolean): boolean => actsAsItsUnit && row.desk === 'secondary_unit' && canDecide(row)

/** Those of `keys`, from the page on the screen or, where they stand on another page, as they were. */
export function ticked(before: Ticked, keys: readonly string[], rows: readonly ReviewRow[], actsAsItsUnit: boolean): Ticked {
  return Object.fromEntries(keys.flatMap((key) => {
    const row = rows.find((one) => one.id === key)
    // Decided meanwhile by somebody else: it can no longer be ticked.
    if (row) return canDecide(row) ? [[key, { id: row.id, revision: row.revision, name: row.name, actsFor: actsFor(row, actsAsItsUnit) }]] : []
    return before[key] ? [[key, before[key]]] : []
  }))
}
