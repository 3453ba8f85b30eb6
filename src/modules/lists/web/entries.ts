import type { OutputOf } from '../../../kernel/contract.ts'
import type { Lang } from '../../../kernel/words.ts'
import type { ListPage } from '../../../web/list-page.ts'
import type { listsContract } from '../contract.ts'

export type List = OutputOf<typeof listsContract.entries>
export type Entry = List['entries'][number]

export const nameIn = (lang: Lang, { name, nameEn }: Pick<Entry, 'name' | 'nameEn'>): string => (lang === 'en' && nameEn ? nameEn : name)

const perPage = 50

/** A list comes whole; it is searched and turned here. A place is the number of its first row. */
export function pageOf(entries: readonly Entry[], search: { text?: string; state?: string }, place: { after?: string; before?: string }): ListPage<Entry> {
  const text = search.text?.normalize('NFKC').trim().toLowerCase() ?? ''
  const found = entries.filter((entry) =>
    (!search.state || entry.state === search.state)
    && (text === '' || [entry.code, entry.name, entry.nameEn].some((part) => part.toLowerCase().includes(text))))
  const asked = Number(place.after ?? place.before ?? 0)
  const start = Number.isInteger(asked) && asked > 0 && asked < found.length ? asked : 0
  return {
    rows: found.slice(start, start + perPage),
    total: { n: found.length, exact: true },
    next: start + perPage < found.length ? String(start + perPage) : null,
    previous: start > 0 ? String(Math.max(0, start - perPage)) : null,
  }
}
