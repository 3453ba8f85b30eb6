import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { DataList } from '../../../web/ui/data-list.tsx'
import { FilterBar, type FilterField } from '../../../web/ui/filter-bar.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { authoritiesContract } from '../contract.ts'
import { staffPosts as posts } from '../staff.ts'
import { StaffDialogs, type StaffDoing } from './staff-dialogs.tsx'
import { StaffDeeds, useStaffColumns, type StaffRow } from './staff-columns.tsx'
import { choicesOf } from './tree.ts'

/** A name never stands in a link (guards.md, section 5). */
const defs = { name: { personal: true }, post: {}, authorityId: {}, state: {} } as const satisfies FilterDefs
const states = ['active', 'disabled'] as const
const among = <const T extends string>(values: readonly T[], text: string | undefined): T | undefined => values.find((value) => value === text)

/** Officers of the authorities, administrators of the platform and its technical support. */
export default function StaffPage() {
  const t = useWords()
  const lang = useLang()
  const filters = useFilters(defs)
  const { values, place } = filters
  const tree = useAsk(authoritiesContract.atDesk, {})
  const authorities = tree.value?.authorities ?? []
  const list = useAsk(authoritiesContract.staff, {
    ...place, name: values.name, post: among(posts, values.post), state: among(states, values.state),
    authorityId: authorities.find(({ id }) => id === values.authorityId)?.id,
  }, { keep: true })
  const [doing, setDoing] = useState<StaffDoing | null>(null)
  const [told, tell] = useState('')
  const columns = useStaffColumns()
  const start = (next: StaffDoing) => (tell(''), setDoing(next))
  const fields = useMemo((): FilterField[] => [
    { name: 'name', label: 'staff.search.name' },
    { name: 'post', label: 'staff.post', options: posts.map((value) => ({ value, label: t(`staff.post.${value}`) })) },
    { name: 'authorityId', label: 'staff.authority', options: choicesOf(tree.value?.authorities ?? [], lang) },
    { name: 'state', label: 'staff.state', options: states.map((value) => ({ value, label: t(`staff.state.${value}`) })) },
  ], [t, lang, tree.value])
  return (
    <>
      <PageTitle title={t('staff.title')} lead={t('staff.lead')} deed={<Button type="primary" onClick={() => start({ deed: 'add' })}>{t('staff.add')}</Button>} />
      <Sheet>
        {told && <Notice tone="good" live>{told}</Notice>}
        <FilterBar fields={fields} filters={filters} />
        <DataList<StaffRow> list={list} filters={filters} columns={columns} rowKey={(row) => row.accountId} label={t('staff.title')}
          deeds={(row) => <StaffDeeds row={row} start={start} />} empty={<p>{t('staff.none')}</p>} />
      </Sheet>
      <StaffDialogs doing={doing} authorities={authorities} close={() => setDoing(null)} tell={tell} />
    </>
  )
}
