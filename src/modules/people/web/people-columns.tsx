import { Link } from '@tanstack/react-router'
import type { Column } from '../../../web/ui/data-list.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import { numberOf } from './list.ts'
import { toneOfStatus, type PersonRow } from './me.ts'

/** The columns of the manual, in its order (S1-47, D27); who is new, and who may be there twice, is marked at the name. */
export function usePeopleColumns(page: number): readonly Column<PersonRow>[] {
  const t = useWords()
  return [
    { key: 'number', title: t('people.field.number'), render: (_, index) => numberOf(page, index), width: 72, card: 'none' },
    { key: 'userName', title: t('people.field.userName'), render: (row) => <span className="code">{row.userName}</span> },
    {
      key: 'name', title: t('people.field.name'), card: 'title',
      render: (row) => (
        <span className="person-name">
          <Link to="/people/$id" params={{ id: row.id }}>{row.name}</Link>
          {row.state === 'new' && <StateTag word={t('people.mark.new')} title={t('people.mark.new.title')} />}
          {row.duplicate && <StateTag tone="warn" word={t('people.mark.duplicate')} title={t(`people.mark.duplicate.${row.duplicate}`)} />}
        </span>
      ),
    },
    { key: 'phone', title: t('people.field.phone'), render: (row) => <span className="code">{row.phone}</span> },
    { key: 'mail', title: t('people.field.mail'), render: (row) => <span className="mail">{row.mail}</span> },
    { key: 'status', title: t('people.field.status'), card: 'state', render: (row) => <StateTag word={t(`people.status.${row.status}`)} tone={toneOfStatus(row.status)} /> },
  ]
}

/** 模块配置 (S1-49). */
export function ModulesLink({ row }: { row: Pick<PersonRow, 'id' | 'name'> }) {
  const t = useWords()
  return <Link to={`/people/${row.id}/modules`} aria-label={t('people.modules.of', { name: row.name })}>{t('people.modules')}</Link>
}

/** What the marks of this page mean, for those who cannot point at them. */
export function MarksExplained({ rows }: { rows: readonly PersonRow[] }) {
  const t = useWords()
  const explained = [
    ...(rows.some((row) => row.state === 'new') ? [{ word: t('people.mark.new'), meaning: t('people.mark.new.title'), tone: 'plain' as const }] : []),
    ...(['document', 'name'] as const).filter((by) => rows.some((row) => row.duplicate === by))
      .map((by) => ({ word: t('people.mark.duplicate'), meaning: t(`people.mark.duplicate.${by}`), tone: 'warn' as const })),
  ]
  if (explained.length === 0) return null
  return <dl className="marks">{explained.map(({ word, meaning, tone }) => <div key={meaning}><dt><StateTag word={word} tone={tone} /></dt><dd>{meaning}</dd></div>)}</dl>
}
