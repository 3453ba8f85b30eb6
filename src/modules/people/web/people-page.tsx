import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useFilters, type FilterDefs, type Filters } from '../../../web/filters.ts'
import { useActor } from '../../../web/session.ts'
import { DataList } from '../../../web/ui/data-list.tsx'
import { FilterBar, type FilterField } from '../../../web/ui/filter-bar.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTabs } from '../../../web/ui/state-tabs.tsx'
import { useWords } from '../../../web/words.ts'
import { peopleContract } from '../contract.ts'
import type { BatchPerson } from './batch.ts'
import { Invite } from './invite.tsx'
import { pageSize, tabOf, tabs, tabToFilter, ticked, type Tab, type Ticked } from './list.ts'
import type { PersonRow } from './me.ts'
import { MarksExplained, ModulesLink, usePeopleColumns } from './people-columns.tsx'

/** What a person is called is personal: it stands in no link (guards.md, section 5). */
const defs = { userName: { personal: true }, name: { personal: true }, status: {} } as const satisfies FilterDefs

/** 用户管理 (S1-44 to S1-51, D27): all people of the unit; this is where the unit account lands. */
export default function PeoplePage() {
  const t = useWords()
  const actor = useActor()
  const navigate = useNavigate()
  const filters = useFilters(defs)
  const { userName, name, status } = filters.values
  const tab = tabOf(status)
  const list = useAsk(peopleContract.people, {
    ...filters.place, size: pageSize, userName, name, ...tabToFilter(tab),
  }, { keep: true, every: 60_000, fresh: true })
  const [picked, setPicked] = useState<Ticked>({})
  const rows = list.value?.rows
  // A ticked row keeps the version that was seen last (E48): what others did meanwhile is told, not written over.
  useEffect(() => {
    if (rows) setPicked((before) => ticked(before, Object.keys(before), rows))
  }, [rows])
  const counts = list.value?.counts
  const columns = usePeopleColumns(list.value?.page ?? 1)
  const fields: readonly FilterField[] = useMemo(() => [
    { name: 'userName', label: 'people.field.userName' },
    { name: 'name', label: 'people.field.name' },
  ], [])
  // Router state, not the link: who was ticked is nobody else's business, and 500 ids are no address.
  const openBatch = () => {
    const people: readonly BatchPerson[] = Object.values(picked)
    void navigate({ to: '/people/batch', state: { people } })
  }
  return (
    <>
      <PageTitle title={t('people.title')} mandate={actor?.mandate?.scopeName} lead={counts && counts.new > 0 ? t('people.lead.new', { n: counts.new }) : t('people.lead')} />
      <Sheet>
        <FilterBar fields={fields} filters={filters} />
        <StateTabs
          label={t('people.tabs')} value={tab} choose={(key) => filters.set({ userName, name, status: key === 'all' ? '' : key })}
          tabs={tabs.map((key) => ({ key, label: t(`people.tab.${key}`), n: counts?.[key] }))}
        />
        <DataList<PersonRow>
          list={list} filters={narrowing(filters)} columns={columns} rowKey={(row) => row.id} label={t('people.title')}
          deeds={(row) => <ModulesLink row={row} />}
          selection={{
            keys: Object.keys(picked), set: (keys) => setPicked((before) => ticked(before, keys, rows ?? [])), name: (row) => row.name,
            deeds: <Button type="primary" onClick={openBatch}>{t('people.batch')}</Button>,
          }}
          empty={<Empty tab={tab} all={counts?.all ?? 0} />}
        />
        {rows && <MarksExplained rows={rows} />}
      </Sheet>
      {counts && counts.all > 0 && <Sheet width="reading" title={t('people.invite.title')}><Invite /></Sheet>}
    </>
  )
}

/** A tab is a place to look, not a filter that could hide something. */
const narrowing = (filters: Filters<typeof defs>) => ({ ...filters, narrowed: Boolean(filters.values.userName ?? filters.values.name) })

/** Why there is nobody, and what to do (S1-07: the unit first, then its people). */
function Empty({ tab, all }: { tab: Tab; all: number }) {
  const t = useWords()
  if (all > 0) return <><p>{t('people.empty.tab')}</p><p className="quiet">{t(tab === 'new' ? 'people.empty.new' : 'people.empty.tab.text')}</p></>
  return <div className="empty-list"><p>{t('people.empty')}</p><p className="quiet">{t('people.empty.text')}</p><Invite /></div>
}
