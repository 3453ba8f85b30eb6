import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { useFilters } from '../../../web/filters.ts'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { myDataContract } from '../contract.ts'
import { MyDataTabs } from './parts.tsx'

type Look = OutputOf<typeof myDataContract.lookers>['rows'][number]

const none = {} as const

/** 谁查看过我的信息: by whom, under which mandate, when, what and why. */
export default function LooksPage() {
  const t = useWords()
  const filters = useFilters(none)
  const list = useAsk(myDataContract.lookers, filters.place, { keep: true, fresh: true })
  const columns: Column<Look>[] = [
    { key: 'at', title: t('myData.field.at'), width: 160, render: (row) => <Time at={row.at} /> },
    { key: 'what', title: t('myData.field.what'), card: 'title', render: (row) => row.what },
    { key: 'by', title: t('myData.field.by'), width: 140, render: (row) => row.by ?? t('myData.platform') },
    { key: 'mandate', title: t('myData.field.mandate'), render: (row) => row.mandate ?? '—' },
    { key: 'reason', title: t('myData.field.reason'), render: (row) => (row.reason ? <span className="given">{row.reason}</span> : '—') },
  ]
  return (
    <>
      <PageTitle title={t('myData.looks.title')} lead={t('myData.looks.lead')} />
      <MyDataTabs />
      <Sheet>
        <DataList<Look> list={list} filters={filters} columns={columns} rowKey={(row) => row.id} label={t('myData.looks.title')} empty={<p>{t('myData.looks.none')}</p>} />
      </Sheet>
    </>
  )
}
