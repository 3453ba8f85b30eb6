import { Button, Input, Select } from 'antd'
import { useId, useState, type FormEvent } from 'react'
import type { Place } from '../filters.ts'
import { jumpTo, pageNumbers, pageSizes, totalInWords, turns, type ListPage, type PageSize } from '../list-page.ts'
import { useWords } from '../words.ts'

interface Props {
  page: ListPage<unknown>
  go: (place: Place) => void
  /** As in the second manual (S2-51): 20/页, the numbers of the pages, 尾页. */
  sized?: Sized | undefined
}

/** How many stand on a page, where that can be chosen. */
export interface Sized {
  size: PageSize
  choose: (size: PageSize) => void
}

/** The foot of a list: 共9条记录 共1页 当前第1页 首页 上一页 下一页 末页 (S1-51), and 到第n页 确定 where there are several (S2-51). */
export function Pager({ page, go, sized }: Props) {
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
      {sized && (
        <Select
          className="pager-size" aria-label={t('web.list.size')} value={sized.size} onChange={sized.choose} popupMatchSelectWidth={false}
          options={pageSizes.map((size) => ({ value: size, label: t('web.list.size.of', { size }) }))}
        />
      )}
      <div className="pager-turns">
        {sized && pages !== null
          ? <>{button('web.list.previous', back)}<Numbers page={page.page} pages={pages} go={go} />{button('web.list.end', last)}{button('web.list.next', on)}</>
          : <>
              {button('web.list.first', first)}{button('web.list.previous', back)}{button('web.list.next', on)}
              {pages !== null && button('web.list.last', last)}
            </>}
      </div>
      {pages !== null && pages > 1 && <Jump pages={pages} go={go} />}
    </nav>
  )
}

/** 1 2 3 4 5 6 … (S2-51); on a narrow screen the numbers give way to the turns and to 到第n页. */
function Numbers({ page, pages, go }: { page: number; pages: number; go: Props['go'] }) {
  const t = useWords()
  return (
    <span className="pager-numbers">
      {pageNumbers(page, pages).map((number, i) => (number === null
        ? <i key={`gap-${i}`} aria-hidden="true">…</i>
        : (
            <Button
              key={number} type={number === page ? 'primary' : 'text'} aria-label={t('web.list.number', { page: number })}
              aria-current={number === page ? 'page' : undefined} onClick={() => number !== page && go(number === 1 ? {} : { page: number })}
            >{number}</Button>
          )))}
    </span>
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
