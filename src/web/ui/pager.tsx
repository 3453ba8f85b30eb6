import { Button, Input } from 'antd'
import { useId, useState, type FormEvent } from 'react'
import type { Place } from '../filters.ts'
import { jumpTo, totalInWords, turns, type ListPage } from '../list-page.ts'
import { useWords } from '../words.ts'

interface Props {
  page: ListPage<unknown>
  go: (place: Place) => void
}

/** The foot of a list: 共9条记录 共1页 当前第1页 首页 上一页 下一页 末页 (S1-51), and 到第n页 确定 where there are several (S2-51). */
export function Pager({ page, go }: Props) {
  const t = useWords()
  const { total, pages } = page
  if (total.n === 0) return null
  const { first, back, on, last } = turns(page)
  const button = (word: string, place: Place | null) => <Button disabled={!place} onClick={() => place && go(place)}>{t(word)}</Button>
  return (
    <nav className="pager" aria-label={t('web.list.pages')}>
      <output className="pager-count">
        <span>{t('web.list.records', { n: totalInWords(total) })}</span>
        {pages === null ? <span>{t('web.list.page', { page: page.page })}</span> : <span>{t('web.list.page.of', { page: page.page, pages })}</span>}
      </output>
      <div className="pager-turns">
        {button('web.list.first', first)}{button('web.list.previous', back)}{button('web.list.next', on)}
        {pages !== null && button('web.list.last', last)}
      </div>
      {pages !== null && pages > 1 && <Jump pages={pages} go={go} />}
    </nav>
  )
}

function Jump({ pages, go }: { pages: number; go: Props['go'] }) {
  const t = useWords()
  const id = useId()
  // The field stands in the sentence where its number would.
  const [before, after] = t('web.list.jump.to').split('{page}')
  const [typed, type] = useState('')
  const [wrong, setWrong] = useState(false)
  const jump = (event: FormEvent) => {
    event.preventDefault()
    const place = jumpTo(typed, pages)
    setWrong(!place)
    if (!place) return document.getElementById(id)?.focus()
    type('')
    go(place)
  }
  return (
    <>
      <form className="pager-jump" onSubmit={jump} noValidate>
        <label htmlFor={id}>{before}</label>
        <Input
          id={id} value={typed} onChange={(e) => (type(e.target.value), setWrong(false))} inputMode="numeric" autoComplete="off" maxLength={9}
          aria-label={t('web.list.jump')} aria-invalid={wrong} aria-describedby={wrong ? `${id}-wrong` : undefined} status={wrong ? 'error' : ''}
        />
        {after && <span aria-hidden="true">{after}</span>}
        <Button htmlType="submit">{t('web.list.jump.go')}</Button>
      </form>
      {wrong && <p className="error" id={`${id}-wrong`} role="alert">{t('web.list.jump.range', { pages })}</p>}
    </>
  )
}
