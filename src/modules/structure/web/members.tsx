import { useMemo, type ReactNode } from 'react'
import { useAsk } from '../../../web/ask.ts'
import type { FilterDefs, Filters } from '../../../web/filters.ts'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { FilterBar, type FilterField } from '../../../web/ui/filter-bar.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { structureContract } from '../contract.ts'
import { reviewStates, type ReviewState } from '../fields.ts'
import { toneOfReview, type Member } from './shown.ts'
import { useTitles } from './titles.ts'

/** What people are called and do stands in no link (guards.md, section 5). */
export const memberFilters = { name: { personal: true }, position: { personal: true }, specialty: { personal: true }, state: {} } as const satisfies FilterDefs
export type MemberFilters = Filters<typeof memberFilters>

/** The filters as the server takes them; empty ones are left out. */
export function matchingOf({ values }: MemberFilters): { name?: string; position?: string; specialty?: string; state?: ReviewState } {
  const state = reviewStates.find((one) => one === values.state)
  return {
    ...(values.name && { name: values.name }), ...(values.position && { position: values.position }),
    ...(values.specialty && { specialty: values.specialty }), ...(state && { state }),
  }
}

/** Who belongs to a secondary unit, or (null) to the unit itself; some of them can be ticked. */
export function Members({ place, filters, ticked, tick, deeds, all, empty, label }: {
  place: string | null
  filters: MemberFilters
  ticked?: readonly string[]
  tick?: (ids: string[]) => void
  /** The deeds of the bar of ticked ones. */
  deeds?: ReactNode
  /** Above the list: a deed on all that the filters find. */
  all?: (found: number) => ReactNode
  empty: string
  label: string
}) {
  const t = useWords()
  const list = useAsk(structureContract.referrers, { place, ...matchingOf(filters), ...filters.place, size: 20 }, { keep: true, fresh: true })
  const columns = useColumns(place)
  const fields: readonly FilterField[] = useMemo(() => [
    { name: 'name', label: 'structure.page.authorised.name' },
    { name: 'position', label: 'structure.page.position' },
    { name: 'specialty', label: 'structure.page.specialty' },
    { name: 'state', label: 'structure.page.review', options: reviewStates.map((state) => ({ value: state, label: t(`structure.page.review.${state}`) })) },
  ], [t])
  return (
    <div className="members">
      <FilterBar fields={fields} filters={filters} />
      {list.value && list.value.total.n > 0 && all?.(list.value.total.n)}
      <DataList<Member>
        list={list} filters={filters} columns={columns} rowKey={(row) => row.personId} label={label} empty={<p>{empty}</p>}
        {...(tick && { selection: { keys: ticked ?? [], set: tick, name: (row: Member) => row.name, deeds } })}
      />
    </div>
  )
}

function useColumns(place: string | null): readonly Column<Member>[] {
  const t = useWords()
  const titleOf = useTitles()
  return [
    {
      key: 'name', title: t('structure.page.authorised.name'), card: 'title',
      render: (row) => <span className="member-name">{row.name}{row.isManager && <StateTag word={t('structure.page.is_manager')} />}{row.hasDraft && <StateTag word={t('structure.page.has_draft')} tone="still" />}</span>,
    },
    { key: 'title', title: t('structure.page.title'), render: (row) => titleOf(row.title) || '—' },
    { key: 'position', title: t('structure.page.position'), render: (row) => row.position || '—' },
    { key: 'specialty', title: t('structure.page.specialty'), render: (row) => row.specialty ?? '—' },
    { key: 'state', title: t('structure.page.review'), card: 'state', render: (row) => <StateTag word={t(`structure.page.review.${row.state}`)} tone={toneOfReview(row.state)} /> },
    // Who decides on himself is decided on by the unit (E38); for everybody else the place says it.
    ...(place ? [{ key: 'desk', title: t('structure.page.desk'), render: (row: Member) => t(row.desk === 'unit' ? 'structure.page.unit_itself' : 'structure.page.desk.own') }] : []),
    { key: 'updated', title: t('structure.page.updated'), render: (row) => <Time at={row.updatedAt} /> },
  ]
}
