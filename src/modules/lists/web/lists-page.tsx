import { Link } from '@tanstack/react-router'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { onOnePage } from '../../../web/list-page.ts'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { listsContract } from '../contract.ts'

type Head = OutputOf<typeof listsContract.lists>['lists'][number]
const defs = {} as const satisfies FilterDefs

/** Every code list with what stands behind it. */
export default function ListsPage() {
  const t = useWords()
  const lang = useLang()
  const filters = useFilters(defs)
  const lists = useAsk(listsContract.lists, {})
  const rows = lists.value?.lists ?? []
  const columns: Column<Head>[] = [
    { key: 'name', title: t('lists.name'), card: 'title', render: (row) => <Link to="/platform/lists/$id" params={{ id: row.id }}>{lang === 'en' ? row.nameEn : row.name}</Link> },
    { key: 'standard', title: t('lists.standard'), render: (row) => row.standard },
    { key: 'entries', title: t('lists.entries'), right: true, width: 90, render: (row) => row.entries },
    { key: 'ended', title: t('lists.ended_n'), right: true, width: 90, render: (row) => row.ended },
    { key: 'amended', title: t('lists.amended_n'), right: true, width: 110, render: (row) => row.amended },
  ]
  const list = { ...lists, value: lists.value && onOnePage(rows) }
  return (
    <>
      <PageTitle title={t('lists.title')} lead={t('lists.lead')} />
      <Sheet><DataList<Head> list={list} filters={filters} columns={columns} rowKey={(row) => row.id} label={t('lists.title')} /></Sheet>
    </>
  )
}
