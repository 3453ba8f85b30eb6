import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { elapsed } from '../../../web/elapsed.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { useActor } from '../../../web/session.ts'
import { Code } from '../../../web/ui/code-field.tsx'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { FilterBar, type FilterField } from '../../../web/ui/filter-bar.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTabs } from '../../../web/ui/state-tabs.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { caseNumberGroups } from '../number.ts'
import { caseStates, openStates, secondStates, type CaseState } from '../recovery-case.ts'
import { toneOf } from './tone.ts'

type Row = OutputOf<typeof recoveryContract.cases>['rows'][number]
type Tab = 'open' | 'all' | CaseState

const defs = { state: { initial: 'open' }, unit: {}, number: {} } as const satisfies FilterDefs
const fields: readonly FilterField[] = [{ name: 'unit', label: 'recovery.filter.unit' }, { name: 'number', label: 'recovery.field.number' }]
const isTab = (text: string | undefined): text is Tab => text === 'open' || text === 'all' || (caseStates as readonly string[]).includes(text ?? '')
const isOpenRow = (row: Row) => (openStates as readonly CaseState[]).includes(row.state)

/** The desk of technical support (S1-10, S1-58), and of a second officer (E12): what waits, oldest first. */
export default function CasesPage() {
  const t = useWords()
  const actor = useActor()
  const navigate = useNavigate()
  const filters = useFilters(defs)
  const { state, unit, number } = filters.values
  const tab: Tab = isTab(state) ? state : 'open'
  const list = useAsk(recoveryContract.cases, { ...filters.place, ...(tab === 'all' ? {} : { state: tab }), unit, number }, { keep: true, every: 60_000, fresh: true })
  const counts = list.value?.counts ?? {}
  const isSupport = actor?.mandate?.post === 'support_officer'
  const tabs: readonly Tab[] = isSupport ? ['open', ...caseStates, 'all'] : ['open', ...secondStates.filter((one) => one !== 'verified'), 'all']
  const all = caseStates.reduce((sum, one) => sum + (counts[one] ?? 0), 0)
  return (
    <>
      <PageTitle title={t(isSupport ? 'recovery.title.cases' : 'recovery.menu.second')} mandate={actor?.mandate?.scopeName} lead={t(isSupport ? 'recovery.cases.lead' : 'recovery.cases.lead.second')} />
      <Sheet>
        <FilterBar fields={fields} filters={filters} />
        <StateTabs
          label={t('recovery.tabs')} value={tab} choose={(key) => filters.set({ ...filters.values, state: key })}
          tabs={tabs.map((key) => ({ key, label: t(key === 'open' || key === 'all' ? `recovery.tab.${key}` : `recovery.state.${key}`), n: key === 'all' ? all : (counts[key] ?? 0) }))}
        />
        <DataList<Row>
          list={list} filters={{ ...filters, narrowed: Boolean(unit ?? number) }} columns={useColumns()} rowKey={(row) => row.id} label={t('recovery.title.cases')}
          deeds={(row) => (
            <Button type="link" size="small" onClick={() => void navigate({ to: `/recovery/cases/${row.id}` })}>
              {t(row.can.length > 0 ? 'recovery.cases.do' : 'recovery.cases.view')}<span className="sr"> {row.unit}</span>
            </Button>
          )}
          empty={<><p>{t(tab === 'open' ? 'recovery.cases.empty.open' : 'recovery.cases.empty')}</p><p className="quiet">{t('recovery.cases.empty.text')}</p></>}
        />
      </Sheet>
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useWords()
  return [
    { key: 'unit', title: t('recovery.field.unit'), card: 'title', render: (row) => <Link to={`/recovery/cases/${row.id}`}>{row.unit}</Link> },
    { key: 'number', title: t('recovery.field.number'), render: (row) => <Code of={row.number} groups={caseNumberGroups} /> },
    { key: 'creditCode', title: t('recovery.field.creditCode'), render: (row) => <span className="two-lines">
      <Code of={row.creditCode} />
      {isOpenRow(row) && row.otherClaims > 0 && <StateTag word={t('recovery.cases.others', { n: row.otherClaims })} tone="warn" />}
    </span> },
    { key: 'claimant', title: t('recovery.field.name'), render: (row) => row.claimant },
    { key: 'openedAt', title: t('recovery.field.openedAt'), render: (row) => <Time at={row.openedAt} /> },
    { key: 'waited', title: t('recovery.field.waited'), right: true, render: (row) => (isOpenRow(row) ? elapsed(t, row.stateSince) : '—') },
    { key: 'state', title: t('recovery.field.state'), card: 'state', render: (row) => <StateTag word={t(`recovery.state.${row.state}`)} tone={toneOf(row.state)} /> },
  ]
}
