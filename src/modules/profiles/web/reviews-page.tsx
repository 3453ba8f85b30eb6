import { useLocation, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useFilters } from '../../../web/filters.ts'
import { pageSizeIn } from '../../../web/list-page.ts'
import type { Search } from '../../../web/search.ts'
import { useActor } from '../../../web/session.ts'
import { DataList } from '../../../web/ui/data-list.tsx'
import { FilterBar, type FilterField } from '../../../web/ui/filter-bar.tsx'
import { useKeys, KeyHint } from '../../../web/ui/key-hint.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTabs } from '../../../web/ui/state-tabs.tsx'
import { Told } from '../../../web/ui/told.tsx'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'
import { BatchBar } from './batch-bar.tsx'
import { ExportButton } from './export-dialog.tsx'
import { ReviewDeeds, useReviewColumns, useSeenNumbers } from './review-columns.tsx'
import { askedWith, canDecide, isNarrowed, reviewFilterDefs, reviewTabs, tabOf, ticked, type ReviewTab, type Ticked } from './review-filters.ts'
import type { ReviewRow } from './shown.ts'
import { useDeskOptions, VacantNotice } from './vacancies.tsx'

/** 个人信息审核 (S2-45 to S2-60): the people of the unit or secondary unit whose personal information was submitted. */
export default function ReviewsPage() {
  const t = useWords()
  const actor = useActor()
  const navigate = useNavigate()
  const held = useLocation({ select: ({ state }) => state.filters })
  const here = useLocation({ select: ({ search }) => search as Search })
  const filters = useFilters(reviewFilterDefs)
  const { values, place } = filters
  const tab = tabOf(values.state)
  const asked = askedWith(values)
  const size = pageSizeIn(values.size)
  const list = useAsk(profilesContract.reviews, { ...asked, ...place, size }, { keep: true, every: 60_000, fresh: true })
  const isManager = actor?.mandate?.post === 'secondary_unit_manager'
  const numbers = useSeenNumbers()
  const columns = useReviewColumns(numbers.seen)
  const [done, setDone] = useState('')
  const [picked, setPicked] = useState<Ticked>({})
  const rows = list.value?.rows
  useEffect(() => {
    if (rows) setPicked((before) => ticked(before, Object.keys(before), rows, !isManager))
  }, [rows, isManager])
  const counts = list.value?.counts
  const fields = useFilterFields(!isManager)
  // With everything that narrows the list, the personal values in memory as well, and with its page for the way back.
  const openDesk = () => void navigate({ to: '/center/reviews/desk', search: here, state: { filters: held } })
  const canBegin = Boolean(rows?.some(canDecide))
  useKeys({ B: canBegin ? openDesk : undefined })
  return (
    <>
      <PageTitle
        title={t('profiles.title.reviews')} mandate={actor?.mandate?.scopeName} lead={t(isManager ? 'profiles.reviews.lead.manager' : 'profiles.reviews.lead')}
        deed={canBegin && <Button type="primary" onClick={openDesk}>{t('profiles.desk.begin')} <KeyHint of="B" /></Button>}
      />
      <Told sentence={done} after={list.value} />
      {!isManager && <VacantNotice choose={(desk) => filters.set({ ...values, desk, state: 'pending' })} />}
      <Sheet>
        <FilterBar fields={fields} filters={filters} />
        <StateTabs<ReviewTab>
          value={tab} label={t('profiles.reviews.tabs')} choose={(state) => filters.set({ ...values, state })}
          tabs={reviewTabs.map((key) => ({ key, label: t(`profiles.tab.${key}`), n: counts && (key === 'all' ? counts.pending + counts.approved + counts.refused : counts[key]) }))}
        />
        <div className="review-list"><DataList<ReviewRow>
          list={list} filters={{ ...filters, narrowed: isNarrowed(values) }} columns={columns} rowKey={(row) => row.id} label={t('profiles.title.reviews')}
          deeds={(row) => <ReviewDeeds row={row} seen={numbers.seen[row.id]} show={numbers.show(row.id)} hide={numbers.hide(row.id)} />}
          selection={{
            keys: Object.keys(picked), set: (keys) => setPicked((before) => ticked(before, keys, rows ?? [], !isManager)), name: (row) => row.name, allowed: canDecide,
            deeds: <BatchBar picked={picked} asked={asked} total={list.value?.total} choose={setPicked} told={setDone} mayActFor={!isManager && asked.desk !== 'own'} />,
          }}
          sized={{ size, choose: (n) => filters.set({ ...values, size: String(n) }) }}
          empty={<Empty tab={tab} isManager={isManager} isOwn={asked.desk === 'own'} />}
        /></div>
        <div className="list-foot"><ExportButton asked={asked} total={list.value?.total} /></div>
      </Sheet>
    </>
  )
}

/** In the order of the manual (S2-47), then whose desk. */
function useFilterFields(withDesk: boolean): readonly FilterField[] {
  const t = useWords()
  const desks = useDeskOptions(withDesk)
  return useMemo(() => [
    { name: 'name', label: 'profiles.field.name' },
    { name: 'document', label: 'profiles.field.document' },
    { name: 'phone', label: 'profiles.reviews.phone' },
    { name: 'workplace', label: 'profiles.reviews.workplace' },
    { name: 'from', until: 'to', label: 'profiles.reviews.updated' },
    { name: 'state', label: 'profiles.reviews.state', options: reviewTabs.map((value) => ({ value, label: t(`profiles.tab.${value}`) })) },
    ...(desks.length > 2 ? [{ name: 'desk', label: 'profiles.reviews.desk', options: desks }] : []),
  ], [t, desks])
}

/** Why there is nobody, and what to do. */
function Empty({ tab, isManager, isOwn }: { tab: ReviewTab; isManager: boolean; isOwn: boolean }) {
  const t = useWords()
  const which = tab === 'pending' ? (isManager ? 'pending.manager' : isOwn ? 'pending.own' : 'pending') : tab === 'all' ? 'all' : 'other'
  return <><p>{t(`profiles.empty.${which}`)}</p><p className="quiet">{t(`profiles.empty.${which}.text`)}</p></>
}
