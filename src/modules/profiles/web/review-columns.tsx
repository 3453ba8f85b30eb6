import { Link, useLocation } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { Column } from '../../../web/ui/data-list.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { employerWithUnit } from './difference.ts'
import { useList } from './lists.ts'
import { RevealButton, type Seen } from './reveal.tsx'
import { canDecide } from './review-filters.ts'
import { toneOf, type ReviewRow } from './shown.ts'

/** Numbers that were shown in clear on this page, by line. */
export type SeenNumbers = Readonly<Record<string, Seen>>

/** S2-48: the columns of the manual, in its order. */
export function useReviewColumns(seen: SeenNumbers): readonly Column<ReviewRow>[] {
  const t = useWords()
  const educations = useList('education_choice')
  const titles = useList('title_level')
  return [
    {
      key: 'name', title: t('profiles.field.name'), card: 'title',
      render: (row) => <span className="reviewed-name"><ToReview id={row.id}>{row.name}</ToReview></span>,
    },
    { key: 'sex', title: t('profiles.field.sex'), render: (row) => (row.sex === '1' || row.sex === '2' ? t(`profiles.sex.short.${row.sex}`) : '') },
    { key: 'document', title: t('profiles.field.document'), render: (row) => <span className="code">{seen[row.id]?.document ?? row.document}</span> },
    { key: 'phone', title: t('profiles.reviews.phone'), render: (row) => <span className="code">{seen[row.id]?.phone ?? row.phone}</span> },
    { key: 'education', title: t('profiles.field.education'), render: (row) => <span className="short">{educations.nameOf(row.education)}</span> },
    { key: 'title', title: t('profiles.field.title'), render: (row) => <span className="short">{titles.nameOf(row.title)}</span> },
    {
      key: 'unit', title: t('profiles.reviews.unit'),
      render: (row) => <span className="workplace">{employerWithUnit(row.unit, row.secondaryUnit?.name)}<DeskMarks row={row} /></span>,
    },
    { key: 'updatedAt', title: t('profiles.reviews.updatedAt'), render: (row) => <Time at={row.updatedAt} /> },
    { key: 'state', title: t('profiles.reviews.state'), card: 'state', render: (row) => <StateTag word={t(`profiles.state.${row.state}`)} tone={toneOf(row.state)} /> },
  ]
}

/** 无人负责 (E36) and 超期未审 (D11), beside the secondary unit that has it. */
export function DeskMarks({ row }: { row: Pick<ReviewRow, 'isVacant' | 'isSilent' | 'state'> }) {
  const t = useWords()
  if (row.state !== 'pending') return null
  if (row.isVacant) return <StateTag tone="bad" word={t('profiles.mark.vacant')} title={t('profiles.mark.vacant.title')} />
  return row.isSilent ? <StateTag tone="warn" word={t('profiles.mark.silent')} title={t('profiles.mark.silent.title')} /> : null
}

/** To one person, with everything that narrows the list: what is personal stands in memory (filters.ts), for the way back. */
function ToReview({ id, className, children }: { id: string; className?: string; children: ReactNode }) {
  const filters = useLocation({ select: ({ state }) => state.filters })
  return <Link to="/center/reviews/$id" params={{ id }} search={true} state={{ filters }} {...(className && { className })}>{children}</Link>
}

/** S2-50: 审核 where something can be decided, else 查看; and the numbers in clear, for a reason. */
export function ReviewDeeds({ row, seen, show, hide }: { row: ReviewRow; seen: Seen | undefined; show: (numbers: Seen) => void; hide: () => void }) {
  const t = useWords()
  return (
    <>
      <ToReview id={row.id} className="link">{t(canDecide(row) ? 'profiles.verb.review' : 'profiles.verb.view')}<span className="sr"> {row.name}</span></ToReview>
      <RevealButton id={row.id} name={row.name} isSeen={seen !== undefined} seen={show} hide={hide} />
    </>
  )
}

export function useSeenNumbers() {
  const [seen, setSeen] = useState<SeenNumbers>({})
  return {
    seen,
    show: (id: string) => (numbers: Seen) => setSeen((all) => ({ ...all, [id]: { ...all[id], ...numbers } })),
    hide: (id: string) => () => setSeen(({ [id]: _gone, ...rest }) => rest),
  }
}
