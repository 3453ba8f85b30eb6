import type { OutputOf } from '../../../kernel/contract.ts'
import type { Lang } from '../../../kernel/words.ts'
import type { Place } from '../../../web/filters.ts'
import { pageOfAll, type ListPage } from '../../../web/list-page.ts'
import type { listsContract } from '../contract.ts'

export type List = OutputOf<typeof listsContract.entries>
export type Entry = List['entries'][number]

export const nameIn = (lang: Lang, { name, nameEn }: Pick<Entry, 'name' | 'nameEn'>): string => (lang === 'en' && nameEn ? nameEn : name)

const perPage = 50

/** A list comes whole; it is searched and turned here. A place is the number of a page. */
export function pageOf(entries: readonly Entry[], search: { text?: string; state?: string }, place: Place): ListPage<Entry> {
  const text = search.text?.normalize('NFKC').trim().toLowerCase() ?? ''
  const found = entries.filter((entry) =>
    (!search.state || entry.state === search.state)
    && (text === '' || [entry.code, entry.name, entry.nameEn].some((part) => part.toLowerCase().includes(text))))
  const asked = Number(place.after ?? place.before ?? place.page ?? 1)
  return pageOfAll(found, Number.isInteger(asked) ? asked : 1, perPage)
}
