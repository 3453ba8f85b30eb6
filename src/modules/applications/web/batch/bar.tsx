import { Button } from 'antd'
import { useState } from 'react'
import type { Total } from '../../../../kernel/list.ts'
import { totalInWords } from '../../../../web/list-page.ts'
import { useWords } from '../../../../web/words.ts'
import { BatchDialog, type BatchOf } from './dialog.tsx'
import type { Home } from '../desk/home.ts'
import type { AskedProjects } from '../list/filters.ts'
import type { ProjectRow } from '../desk/shown.ts'
import { commonNext, type Ticks } from '../list/ticks.ts'

/** What may be done with ticked lines; "these" and "everything in this filter" are two choices (E48). */
export function BatchBar({ picked, shown, asked, total, home, forget }: {
  picked: Ticks
  /** Lines of this page that a batch can hold. */
  shown: readonly ProjectRow[]
  asked: AskedProjects
  total: Total | undefined
  home: Home
  forget: () => void
}) {
  const t = useWords()
  const [open, setOpen] = useState<BatchOf | null>(null)
  const items = Object.values(picked)
  const ofTicked: BatchOf = { n: String(items.length), items, next: commonNext(items), filter: null }
  const ofAll: BatchOf = { n: total ? totalInWords(total) : '', items, next: commonNext(shown), filter: asked }
  return (
    <>
      <Button type="primary" onClick={() => setOpen(ofTicked)}>{t('applications.batch.begin')}</Button>
      {total && total.n > items.length && <Button onClick={() => setOpen(ofAll)}>{t('applications.batch.begin.all', { n: totalInWords(total) })}</Button>}
      {open && <BatchDialog of={open} home={home} close={() => setOpen(null)} done={forget} />}
    </>
  )
}
