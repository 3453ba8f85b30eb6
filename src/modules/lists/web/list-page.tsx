import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { DataList } from '../../../web/ui/data-list.tsx'
import { FilterBar, type FilterField } from '../../../web/ui/filter-bar.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { RowMenu, type RowDeed } from '../../../web/ui/row-menu.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { listsContract } from '../contract.ts'
import { pageOf, type Entry, type List } from './entries.ts'
import { useEntryColumns } from './entry-columns.tsx'
import { EntryDialogs, type EntryDoing } from './entry-dialogs.tsx'

const defs = { text: {}, state: {} } as const satisfies FilterDefs
const states = ['current', 'future', 'ended'] as const
const words = { rename: 'lists.rename', end: 'lists.end', succeed: 'lists.succeed', revive: 'lists.revive' } as const

/** One code list (E06): its entries with their days, and what the desk may do with them. */
export default function ListPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const list = useAsk(listsContract.entries, { id })
  return <Loaded of={list}>{(value) => <Entries list={value} />}</Loaded>
}

function Entries({ list }: { list: List }) {
  const t = useWords()
  const lang = useLang()
  const filters = useFilters(defs)
  const navigate = useNavigate()
  const [doing, setDoing] = useState<EntryDoing | null>(null)
  const [told, tell] = useState('')
  const title = lang === 'en' ? list.nameEn : list.name
  const value = useMemo(() => pageOf(list.entries, filters.values, filters.place), [list, filters])
  const fields = useMemo((): FilterField[] => [
    { name: 'text', label: 'lists.search' },
    { name: 'state', label: 'lists.column.state', options: states.map((state) => ({ value: state, label: t(`lists.state.${state}`) })) },
  ], [t])
  const start = (next: EntryDoing) => (tell(''), setDoing(next))
  const asked = { value, refusal: null, loading: false, refreshing: false, again: () => undefined }
  return (
    <>
      <PageTitle title={t('lists.list.title', { name: title })} lead={`${t('lists.standard')}：${list.standard}`}
        deed={<Button type="primary" onClick={() => start({ deed: 'add' })}>{t('lists.add')}</Button>} />
      <Sheet>
        {told && <Notice tone="good" live>{t('lists.saved', { name: told })}</Notice>}
        <FilterBar fields={fields} filters={filters} />
        <DataList<Entry>
          list={asked} filters={filters} columns={useEntryColumns(list)} rowKey={(row) => `${row.code} ${row.from ?? ''} ${row.parent ?? ''}`} label={title} empty={<p>{t('lists.none')}</p>}
          deeds={(row) => {
            const history = { key: 'history', word: t('lists.history'), act: () => void navigate({ to: '/platform/changes', search: { room: 'lists', subject: row.subject } }) }
            const deeds = row.can.map((deed): RowDeed => ({ key: deed, word: t(words[deed]), act: () => start({ deed, row }) }))
            return <RowMenu name={row.name} shown={1} deeds={row.version > 0 ? [...deeds, history] : deeds} />
          }}
        />
      </Sheet>
      <EntryDialogs doing={doing} list={list} close={() => setDoing(null)} tell={tell} />
    </>
  )
}
