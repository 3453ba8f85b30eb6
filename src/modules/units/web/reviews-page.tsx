import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { useActor } from '../../../web/session.ts'
import { DataList } from '../../../web/ui/data-list.tsx'
import { FilterBar, type FilterField } from '../../../web/ui/filter-bar.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTabs } from '../../../web/ui/state-tabs.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import { useReviewColumns, ReviewDeed, type ReviewRow } from './review-columns.tsx'

/** A phone number never stands in a link (guards.md, section 5). */
const defs = {
  state: { initial: 'submitted' }, name: {}, creditCode: {}, phone: { personal: true }, from: {}, to: {}, reach: { initial: 'own' },
} as const satisfies FilterDefs

const states = ['submitted', 'returned', 'approved', 'refused'] as const
type State = (typeof states)[number]
const isState = (text: string | undefined): text is State => states.includes(text as State)
const dayOrNone = (text: string | undefined) => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? text : undefined)

/** The authority's desk (S1-55): what waits, oldest first; what was decided, newest first. */
export default function ReviewsPage() {
  const t = useWords()
  const actor = useActor()
  const navigate = useNavigate()
  const filters = useFilters(defs)
  const { values, place } = filters
  const state = isState(values.state) ? values.state : undefined
  const list = useAsk(unitsContract.reviews, {
    ...place, state, name: values.name, creditCode: values.creditCode, phone: values.phone,
    from: dayOrNone(values.from), to: dayOrNone(values.to), reach: values.reach === 'below' ? 'below' : 'own',
  }, { keep: true, every: 60_000, fresh: true })
  const counts = list.value?.counts ?? {}
  const columns = useReviewColumns(values.reach === 'below')
  const first = list.value?.rows[0]
  // A state is a place to look, not a filter that could hide something.
  const narrowed = [values.name, values.creditCode, values.phone, values.from, values.to].some(Boolean)
  const oldest = state === 'submitted' && !place.after && !place.before ? first?.submittedAt : null
  return (
    <>
      <PageTitle title={t('units.title.reviews')} mandate={actor?.mandate?.scopeName}
        lead={oldest && <>{t('units.reviews.oldest')} <Time at={oldest} /></>} />
      <Sheet>
        <StateTabs
          value={state ?? 'all'} label={t('units.reviews.state')}
          tabs={[
            ...states.map((key) => ({ key, label: t(`units.state.${key}`), n: counts[key] ?? 0 })),
            { key: 'all' as const, label: t('units.reviews.all'), n: Object.values(counts).reduce((a, b) => a + b, 0) },
          ]}
          choose={(key) => filters.set({ ...values, state: key })}
        />
        <FilterBar fields={useReviewFilters()} filters={filters} />
        <DataList<ReviewRow>
          list={list} filters={{ ...filters, narrowed }} columns={columns} rowKey={(row) => row.id} label={t('units.title.reviews')}
          deeds={(row) => <ReviewDeed row={row} open={() => void navigate({ to: `/units/reviews/${row.id}` })} />}
          empty={<Empty state={state} />}
        />
      </Sheet>
    </>
  )
}

function useReviewFilters(): readonly FilterField[] {
  const t = useWords()
  return useMemo(() => [
    { name: 'name', label: 'units.field.name' },
    { name: 'creditCode', label: 'units.field.creditCode' },
    { name: 'phone', label: 'units.reviews.phone' },
    { name: 'from', until: 'to', label: 'units.reviews.from' },
    { name: 'reach', label: 'units.reviews.reach', options: [{ value: 'own', label: t('units.reviews.reach.own') }, { value: 'below', label: t('units.reviews.reach.below') }] },
  ], [t])
}

function Empty({ state }: { state: State | undefined }) {
  const t = useWords()
  const which = state === 'submitted' ? 'submitted' : 'other'
  return <><p>{t(`units.reviews.empty.${which}`)}</p><p className="quiet">{t(`units.reviews.empty.${which}.text`)}</p></>
}
