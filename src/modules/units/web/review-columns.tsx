import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { OutputOf } from '../../../kernel/contract.ts'
import { elapsed } from '../../../web/elapsed.ts'
import { Code } from '../../../web/ui/code-field.tsx'
import type { Column } from '../../../web/ui/data-list.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import type { unitsContract } from '../contract.ts'
import { toneOf } from './tone.ts'

export type ReviewRow = OutputOf<typeof unitsContract.reviews>['rows'][number]

/** Columns of the desk's list; `below`: with the authority that has it. */
export function useReviewColumns(below: boolean): readonly Column<ReviewRow>[] {
  const t = useWords()
  const lang = useLang()
  const column = (key: string, render: Column<ReviewRow>['render'], more: Partial<Column<ReviewRow>> = {}): Column<ReviewRow> =>
    ({ key, title: t(`units.field.${key}`), render, ...more })
  return [
    column('name', (row) => <Link to={`/units/reviews/${row.id}`}>{row.name ?? t('units.reviews.unnamed')}</Link>, { card: 'title' }),
    column('creditCode', (row) => <span className="two-lines">
      {row.creditCode && <Code of={row.creditCode} />}
      {row.sharesCode && <StateTag word={t('units.reviews.shares_code')} tone="warn" title={t('units.reviews.shares_code.title')} />}
    </span>),
    column('legalRepresentative', (row) => row.legalRepresentative),
    column('contact', (row) => row.contactName),
    column('phone', (row) => <span className="code">{row.contactPhone}</span>),
    ...(below ? [column('authority', (row) => (lang === 'en' && row.deskEn) || row.desk)] : []),
    column('submittedAt', (row) => row.submittedAt && <Time at={row.submittedAt} />),
    column('waited', (row) => row.state === 'submitted' && row.submittedAt ? elapsed(t, row.submittedAt) : '—', { right: true }),
    column('state', (row) => <StateTag word={t(`units.state.${row.state}`)} tone={toneOf(row.state)} />, { card: 'state' }),
  ]
}

/** 审核 where something can be decided, else 查看. */
export function ReviewDeed({ row, open }: { row: ReviewRow; open: () => void }) {
  const t = useWords()
  const word = row.can.includes('approve') ? 'do' : 'view'
  return <Button type="link" size="small" onClick={open} aria-label={t(`units.reviews.${word}.of`, { name: row.name ?? '' })}>{t(`units.reviews.${word}`)}</Button>
}
