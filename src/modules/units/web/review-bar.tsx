import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { KeyHint, useKeys } from '../../../web/ui/key-hint.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { ApproveDialog, RefuseDialog, TransferDialog } from './review-dialogs.tsx'
import type { Decide, Review } from './review-item.tsx'

type Open = 'approve' | 'refuse' | 'transfer'

/** The deeds that the server allows, in view wherever one reads; afterwards the way to the next item. */
export function ReviewBar({ review: r, decided, decide, beginReturn }: { review: Review; decided: boolean; decide: Decide; beginReturn: () => void }) {
  const t = useWords()
  const lang = useLang()
  const navigate = useNavigate()
  // With the registration as it was read: a dialog decides about that version and no newer one (I8).
  const [opened, setOpened] = useState<{ deed: Open; review: Review } | null>(null)
  const setOpen = (deed: Open) => setOpened({ deed, review: r })
  const stopped = r.findings.some((f) => f.weight === 'stop')
  const may = (verb: string) => !decided && r.can.includes(verb)
  const toNext = r.next ? () => void navigate({ to: `/units/reviews/${r.next}` }) : undefined
  useKeys({
    A: may('approve') && !stopped ? () => setOpen('approve') : undefined,
    R: may('return') ? beginReturn : undefined,
    J: may('refuse') ? () => setOpen('refuse') : undefined,
    T: may('transfer') ? () => setOpen('transfer') : undefined,
    N: toNext,
  })
  const desk = (lang === 'en' && r.desk.nameEn) || r.desk.name
  const nothing = !['approve', 'return', 'refuse', 'transfer'].some(may)
  const hint = decided ? null : stopped && may('approve') ? t('units.review.why_not')
    : nothing ? t('units.review.not_open', { state: t(`units.state.${r.state}`) })
    : !may('approve') ? t('units.review.above', { desk }) : null
  const close = () => setOpened(null)
  const dialog = (deed: Open) => ({ review: opened?.review ?? r, open: opened?.deed === deed, close, decide })
  return (
    <div className="stay" role="region" aria-label={t('units.review.deeds')}>
      {may('approve') && <Button type="primary" disabled={stopped} onClick={() => setOpen('approve')}>{t('units.verb.approve')} <KeyHint of="A" /></Button>}
      {may('return') && <Button onClick={beginReturn}>{t('units.verb.return')} <KeyHint of="R" /></Button>}
      {may('refuse') && <Button danger onClick={() => setOpen('refuse')}>{t('units.verb.refuse')} <KeyHint of="J" /></Button>}
      {may('transfer') && <Button onClick={() => setOpen('transfer')}>{t('units.verb.transfer')} <KeyHint of="T" /></Button>}
      {hint && <span className="deed-hint">{hint}</span>}
      <span className="push">
        <Button type={decided && toNext ? 'primary' : 'default'} disabled={!toNext} onClick={toNext}>{t('units.review.next')} <KeyHint of="N" /></Button>
        <Button onClick={() => void navigate({ to: '/units/reviews' })}>{t('units.review.list')}</Button>
      </span>
      <ApproveDialog {...dialog('approve')} />
      <RefuseDialog {...dialog('refuse')} />
      <TransferDialog {...dialog('transfer')} />
    </div>
  )
}
