import type { Place } from './filters.ts'

/** One page of a keyset list, as `pageOutput` gives it. */
export interface ListPage<R> {
  rows: R[]
  total: { n: number; exact: boolean }
  next: string | null
  previous: string | null
}

/** D22: `9`, or `10,000+` where it is not counted to the end. */
export const totalInWords = ({ n, exact }: ListPage<unknown>['total']): string =>
  exact ? String(n) : `${n.toLocaleString('en-US')}+`

/** Where the two buttons lead; null is a button that cannot be pressed. */
export const turns = (page: Pick<ListPage<unknown>, 'next' | 'previous'>): { first: Place | null; back: Place | null; on: Place | null } => ({
  first: page.previous ? {} : null,
  back: page.previous ? { before: page.previous } : null,
  on: page.next ? { after: page.next } : null,
})
