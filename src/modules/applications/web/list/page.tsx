import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useAsk } from '../../../../web/ask.ts'
import { useFilters } from '../../../../web/filters.ts'
import { pageSizeIn } from '../../../../web/list-page.ts'
import type { Search } from '../../../../web/search.ts'
import { useActor } from '../../../../web/session.ts'
import { DataList } from '../../../../web/ui/data-list.tsx'
import { FilterBar } from '../../../../web/ui/filter-bar.tsx'
import { KeyHint, useKeys } from '../../../../web/ui/key-hint.tsx'
import { PageTitle, Sheet } from '../../../../web/ui/page-title.tsx'
import { useWords } from '../../../../web/words.ts'
import { applicationsContract } from '../../contract.ts'
import { isToDecide } from '../../state.ts'
import { BatchBar } from '../batch/bar.tsx'
import { CallsWaiting } from './calls-waiting.tsx'
import { useHome } from '../desk/home.ts'
import { EmptyProjects } from './empty.tsx'
import { ProjectDeeds, useProjectColumns } from './columns.tsx'
import { askedWith, isNarrowed, projectFilterDefs, tabOf } from './filters.ts'
import { useFilterFields } from './filter-fields.ts'
import { ProjectTabs } from './tabs.tsx'
import type { ProjectRow } from '../desk/shown.ts'
import { canBatch, ticked, type Ticks } from './ticks.ts'

/** 本单位的项目 (S2-76 to S2-79, S2-86, S2-87); the same list is 项目申报审核 for authorities and the bureau. */
export default function ProjectsPage() {
  const t = useWords()
  const actor = useActor()
  const home = useHome()
  const navigate = useNavigate()
  const held = useLocation({ select: ({ state }) => state.filters })
  const here = useLocation({ select: ({ search }) => search as Search })
  const filters = useFilters(projectFilterDefs)
  const { values, place } = filters
  const tab = tabOf(values.state)
  const asked = askedWith(values)
  const size = pageSizeIn(values.size)
  const list = useAsk(applicationsContract.unitProjects, { ...asked, ...place, size }, { keep: true, every: 60_000, fresh: true })
  const counts = useAsk(applicationsContract.projectCounts, { callId: asked.callId, secondaryUnitId: asked.secondaryUnitId }, { keep: true, every: 60_000, fresh: true })
  const choices = useAsk(applicationsContract.projectChoices, {}, { keep: true, every: 60_000 })
  const columns = useProjectColumns(home, (unit) => filters.set({ ...values, unit }))
  const rows = list.value?.rows
  const fields = useFilterFields(home, choices.value, asked.unitId, rows)
  const [picked, setPicked] = useState<Ticks>({})
  useEffect(() => {
    if (rows) setPicked((before) => ticked(before, Object.keys(before), rows))
  }, [rows])
  // With everything that narrows the list, the personal values in memory as well, and with its page for the way back.
  const openDesk = () => void navigate({ to: home.desk, search: here, state: { filters: held } })
  const canBegin = Boolean(rows?.some((row) => isToDecide(row.can)))
  useKeys({ B: canBegin ? openDesk : undefined })
  const hasBatch = Boolean(rows?.some(canBatch)) || Object.keys(picked).length > 0
  return (
    <>
      <PageTitle
        title={t(home.title)} mandate={actor?.mandate?.scopeName} lead={t(home.lead)}
        deed={canBegin && <Button type="primary" onClick={openDesk}>{t('applications.desk.begin')} <KeyHint of="B" /></Button>}
      />
      {!home.isUnit && <CallsWaiting calls={choices.value?.calls ?? []} chosen={asked.callId} choose={(call) => filters.set({ ...values, call, state: 'waiting' })} />}
      <Sheet title={t('applications.desk.stage')}>
        <FilterBar fields={fields} filters={filters} />
        <ProjectTabs state={values.state} counts={counts.value} isUnit={home.isUnit} choose={(state) => filters.set({ ...values, state })} />
        <div className="project-list"><DataList<ProjectRow>
          list={list} filters={{ ...filters, narrowed: isNarrowed(values) }} columns={columns} rowKey={(row) => row.id} label={t(home.title)}
          deeds={(row) => <ProjectDeeds row={row} home={home} />}
          {...(hasBatch && {
            selection: {
              keys: Object.keys(picked), set: (keys: string[]) => setPicked((before) => ticked(before, keys, rows ?? [])), name: (row: ProjectRow) => row.title || row.leader, allowed: canBatch,
              deeds: <BatchBar picked={picked} shown={rows?.filter(canBatch) ?? []} asked={asked} total={list.value?.total} home={home} forget={() => setPicked({})} />,
            },
          })}
          sized={{ size, choose: (n) => filters.set({ ...values, size: String(n) }) }}
          empty={<EmptyProjects tab={tab} home={home} />}
        /></div>
        <p className="project-foot"><Link to={home.batches} className="link">{t('applications.desk.batches')}</Link></p>
      </Sheet>
    </>
  )
}
