import type { CodeItem, CodeList } from '../../codes/code-list.ts'

/** What the platform's desk added to a list or said otherwise: a row of `code_entry`. */
export interface Amendment {
  code: string
  name: string
  nameEn: string
  parent: string | null
  validFrom: string | null
  validTo: string | null
  /** Absent: what the shipped entry says. */
  successor: string | null
  sort: number
  version: number
}

/** An entry as it is now, with where it comes from and the version a change must name. */
export interface Entry extends CodeItem {
  origin: 'shipped' | 'amended' | 'added'
  version: number
}

const asItem = (row: Amendment): CodeItem => ({
  code: row.code,
  name: row.name,
  ...(row.nameEn && { en: row.nameEn }),
  ...(row.parent && { parent: row.parent }),
  ...(row.validFrom && { from: row.validFrom }),
  ...(row.validTo && { to: row.validTo }),
  ...(row.successor && { successor: [row.successor] }),
})

/**
 * A shipped list and its amendments as one. A row takes the place of the last entry that bears its code; earlier ones
 * (a code that came back under another name) stay as history. What is new comes last, in its own order.
 */
export function merged(list: CodeList, amendments: readonly Amendment[]): CodeList<Entry> {
  const byCode = new Map(amendments.map((row) => [row.code, row]))
  const lastOf = new Map(list.items.map((item, at) => [item.code, at]))
  const items = list.items.map((item, at): Entry => {
    const row = lastOf.get(item.code) === at ? byCode.get(item.code) : undefined
    if (!row) return { ...item, origin: 'shipped', version: 0 }
    return { ...asItem(row), successor: row.successor ? [row.successor] : item.successor, origin: 'amended', version: row.version }
  })
  const added = amendments
    .filter((row) => !lastOf.has(row.code))
    .sort((a, b) => a.sort - b.sort || (a.code < b.code ? -1 : 1))
    .map((row): Entry => ({ ...asItem(row), origin: 'added', version: row.version }))
  return { ...list, items: [...items, ...added] }
}

/** The row that a first change of a shipped entry begins with: everything it says already. */
export const amendmentOf = (item: CodeItem): Omit<Amendment, 'version' | 'sort'> => ({
  code: item.code,
  name: item.name,
  nameEn: item.en ?? '',
  parent: item.parent ?? null,
  validFrom: item.from ?? null,
  validTo: item.to ?? null,
  successor: null,
})
