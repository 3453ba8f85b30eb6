import { useMemo } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { FilterBar, type FilterField } from '../../../web/ui/filter-bar.tsx'
import { StateTabs } from '../../../web/ui/state-tabs.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import { legacyContract } from '../contract.ts'
import { outcomes, type Outcome } from '../plan.ts'
import type { ShownImport } from './import-page.tsx'
import { outcomeTone } from './tone.ts'

type Row = OutputOf<typeof legacyContract.lines>['rows'][number]

/** A user name never stands in a link. */
const defs = { outcome: {}, line: {}, userName: { personal: true } } as const satisfies FilterDefs

/** What became of each line, by outcome. */
export function ImportLines({ one }: { one: ShownImport }) {
  const t = useWords()
  const filters = useFilters(defs)
  const { values, place } = filters
  const outcome = outcomes.find((each): each is Outcome => each === values.outcome)
  const line = /^\d{1,7}$/.test(values.line ?? '') ? Number(values.line) : undefined
  const list = useAsk(legacyContract.lines, { id: one.id, ...place, outcome, line: line || undefined, userName: values.userName }, { keep: true })
  const fields: readonly FilterField[] = useMemo(() => [{ name: 'line', label: 'legacy.lines.from' }, { name: 'userName', label: 'legacy.column.userName' }], [])
  const tabs = [
    { key: '', label: t('legacy.outcome.all'), n: one.total },
    ...outcomes.map((key) => ({ key: key as string, label: t(`legacy.outcome.${key}`), n: one.counts[key] })),
  ]
  const columns: readonly Column<Row>[] = [
    { key: 'line', title: t('legacy.report.line'), render: (row) => t('legacy.line', { n: row.line }), width: 104, card: 'title' },
    { key: 'outcome', title: t('legacy.report.outcome'), width: 116, card: 'state', render: (row) => <StateTag word={t(`legacy.outcome.${row.outcome}`)} tone={outcomeTone(row.outcome)} /> },
    { key: 'kind', title: t('legacy.column.kind'), width: 140, render: (row) => (row.kind ? t(`legacy.kind.${row.kind}`) : '—') },
    { key: 'userName', title: t('legacy.column.userName'), width: 190, render: (row) => <span className="file-name">{row.userName || '—'}</span> },
    { key: 'why', title: t('legacy.report.why'), render: (row) => <Why row={row} /> },
  ]
  return (
    <>
      <StateTabs tabs={tabs} value={outcome ?? ''} label={t('legacy.report.outcome')} choose={(key) => filters.set({ ...values, outcome: key })} />
      {outcome && <p className="hint legacy-remark">{t(`legacy.outcome.about.${outcome}`)}</p>}
      <FilterBar fields={fields} filters={filters} />
      <DataList<Row> list={list} filters={filters} columns={columns} rowKey={(row) => String(row.line)} label={t('legacy.result')} empty={<p>{t('legacy.lines.none')}</p>} />
    </>
  )
}

function Why({ row }: { row: Row }) {
  const t = useWords()
  if (row.found.length === 0) return <span className="quiet">{t(`legacy.outcome.about.${row.outcome}`)}</span>
  return (
    <ul className="legacy-findings">
      {row.found.map((one) => (
        <li key={`${one.field} ${one.code}`}><b>{one.field ? t(`legacy.column.${one.field}`) : t('legacy.whole_line')}</b> {t(one.code, one.params)}</li>
      ))}
    </ul>
  )
}
