import { pagesOf, type Total } from '../kernel/list.ts'
import type { Place } from './filters.ts'

/** One page of a keyset list, as `pageOutput` gives it. */
export interface ListPage<R> {
  rows: R[]
  total: Total
  page: number
  pages: number | null
  next: string | null
  previous: string | null
}

/** What comes whole, as a list of one page. */
export const onOnePage = <R>(rows: R[]): ListPage<R> =>
  ({ rows, total: { n: rows.length, exact: true }, page: 1, pages: 1, next: null, previous: null })

/** The page of a list that is turned in the browser. */
export function pageOfAll<R>(all: readonly R[], number: number, size: number): ListPage<R> {
  const total = { n: all.length, exact: true }
  const pages = pagesOf(total, size) ?? 1
  const page = Math.min(Math.max(1, number), pages)
  return {
    rows: all.slice((page - 1) * size, page * size), total, page, pages,
    next: page < pages ? String(page + 1) : null,
    previous: page > 1 ? String(page - 1) : null,
  }
}

/** D22: `9`, or `10,000+` where it is not counted to the end. */
export const totalInWords = ({ n, exact }: Total): string =>
  exact ? String(n) : `${n.toLocaleString('en-US')}+`

type Turns = Record<'first' | 'back' | 'on' | 'last', Place | null>

/** Where 首页 上一页 下一页 末页 lead; null is a button that cannot be pressed. */
export const turns = ({ page, pages, next, previous }: Pick<ListPage<unknown>, 'page' | 'pages' | 'next' | 'previous'>): Turns => ({
  first: page > 1 || previous ? {} : null,
  back: previous ? { before: previous } : null,
  on: next ? { after: next } : null,
  last: next && pages !== null ? { page: pages } : null,
})

/** 到第n页: the place of the page whose number was typed, in full width as well; null if there is no such page. */
export function jumpTo(typed: string, pages: number): Place | null {
  const digits = typed.normalize('NFKC').trim()
  const page = /^\d{1,7}$/.test(digits) ? Number(digits) : 0
  if (page < 1 || page > pages) return null
  return page === 1 ? {} : { page }
}

/** Numbers of the foot of a long list (S2-51: 1 2 3 4 5 6 …): all where they are few, else the ends and what lies around; null is a gap. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const most = 7
  if (pages <= most + 1) return Array.from({ length: pages }, (_, i) => i + 1)
  const first = Math.max(1, Math.min(page - 2, pages - most + 2))
  const last = Math.min(pages, Math.max(page + 2, most - 1))
  const middle = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const before = first > 2 ? [1, null] : first === 2 ? [1] : []
  const after = last < pages - 1 ? [null, pages] : last === pages - 1 ? [pages] : []
  return [...before, ...middle, ...after]
}

export const pageSizes = [20, 50, 100] as const
export type PageSize = (typeof pageSizes)[number]
/** The size that a link names; a made-up one is the usual one. */
export const pageSizeIn = (text: string | undefined): PageSize => pageSizes.find((size) => String(size) === text) ?? 20
