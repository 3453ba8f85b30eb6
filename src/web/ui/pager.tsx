import { Button } from 'antd'
import type { Place } from '../filters.ts'
import { useWords } from '../words.ts'

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

/** 首页 上一页 下一页; nothing where everything fits on one page. */
export function Pager({ page, go }: { page: ListPage<unknown>; go: (place: Place) => void }) {
  const t = useWords()
  const { first, back, on } = turns(page)
  if (!back && !on) return null
  const button = (word: string, place: Place | null) => <Button disabled={!place} onClick={() => place && go(place)}>{t(word)}</Button>
  return (
    <nav className="pager" aria-label={t('web.list.pages')}>
      {button('web.list.first', first)}{button('web.list.previous', back)}{button('web.list.next', on)}
    </nav>
  )
}
