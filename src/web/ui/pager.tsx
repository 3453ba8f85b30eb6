import { Button } from 'antd'
import type { Place } from '../filters.ts'
import { turns, type ListPage } from '../list-page.ts'
import { useWords } from '../words.ts'

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
