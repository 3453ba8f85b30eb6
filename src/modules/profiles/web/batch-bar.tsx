import { Button } from 'antd'
import { useState } from 'react'
import type { AskOf } from '../../../kernel/contract.ts'
import type { Total } from '../../../kernel/list.ts'
import { ask } from '../../../web/client.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'
import { BatchDialog, type BatchResult } from './batch-dialog.tsx'
import { BatchOutcomes } from './batch-outcomes.tsx'
import type { Ticked } from './review-filters.ts'

/** What may be done with ticked lines; "this page" and "everything in this filter" are two choices (E48). */
export function BatchBar({ picked, asked, total, choose, told, mayActFor }: {
  picked: Ticked
  asked: AskOf<typeof profilesContract.selection>
  total: Total | undefined
  choose: (picked: Ticked) => void
  told: (sentence: string) => void
  /** Lines of secondary units may be among those taken with the whole filter. */
  mayActFor: boolean
}) {
  const t = useWords()
  const [open, setOpen] = useState<'approve' | 'refuse' | null>(null)
  const [result, setResult] = useState<BatchResult | null>(null)
  const [trouble, setTrouble] = useState('')
  const items = Object.values(picked)
  const takeAll = async () => {
    const answer = await ask(profilesContract.selection, asked)
    if (!answer.ok) return setTrouble(answer.refusal.detail)
    const { items: all, more } = answer.value
    setTrouble(more ? t('profiles.batch.more', { n: all.length }) : '')
    choose(Object.fromEntries(all.map((item) => [item.id, picked[item.id] ?? { ...item, actsFor: mayActFor }])))
  }
  const finish = (done: BatchResult) => {
    choose({})
    if (done.outcomes.some(({ outcome }) => outcome !== 'done')) return setResult(done)
    told(t(`profiles.batch.${done.verb}.done`, { n: done.done }))
  }
  return (
    <>
      {total && total.n > items.length && <Button type="link" onClick={() => void takeAll()}>{t('profiles.batch.all')}</Button>}
      <Button type="primary" onClick={() => setOpen('approve')}>{t('profiles.batch.approve')}</Button>
      <Button onClick={() => setOpen('refuse')}>{t('profiles.batch.refuse')}</Button>
      {trouble && <Notice tone="warn" live>{trouble}</Notice>}
      {open && <BatchDialog verb={open} items={items} close={() => setOpen(null)} finish={finish} />}
      {result && <BatchOutcomes result={result} close={() => setResult(null)} />}
    </>
  )
}
