import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { linkTo } from '../../../web/client.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { UploadField } from '../../../web/ui/upload-field.tsx'
import { useWords } from '../../../web/words.ts'
import { legacyContract } from '../contract.ts'
import { toneOf } from './tone.ts'

type Row = OutputOf<typeof legacyContract.imports>['rows'][number]
const defs = {} as const satisfies FilterDefs

/** Upload and past imports (S1-05). */
export default function ImportsPage() {
  const t = useWords()
  const navigate = useNavigate()
  const filters = useFilters(defs)
  const list = useAsk(legacyContract.imports, { ...filters.place }, { keep: true, fresh: true })
  const columns: readonly Column<Row>[] = [
    { key: 'file', title: t('legacy.facts'), card: 'title', render: (row) => <Link className="file-name" to="/platform/legacy/$id" params={{ id: row.id }}>{row.fileName}</Link> },
    { key: 'total', title: t('legacy.fact.lines'), right: true, render: (row) => row.total },
    { key: 'new', title: t('legacy.outcome.ok_new'), right: true, render: (row) => row.counts.ok_new },
    { key: 'by', title: t('legacy.fact.by'), render: (row) => <>{row.by} <Time at={row.createdAt} /></> },
    { key: 'state', title: t('legacy.result'), card: 'state', render: (row) => <StateTag word={t(`legacy.state.${row.state}`)} tone={toneOf(row.state)} /> },
  ]
  return (
    <>
      <PageTitle title={t('legacy.title')} lead={t('legacy.lead')} />
      <Sheet title={t('legacy.upload.new')} deed={<Button href={linkTo(legacyContract.template, {})} download>{t('legacy.template')}</Button>}>
        <p className="hint legacy-remark">{t('legacy.template.hint')}</p>
        <UploadField verb={legacyContract.upload} input={{}} label={t('legacy.upload')} hint={t('legacy.upload.hint')} kinds={['CSV', 'TXT']}
          done={({ id }) => void navigate({ to: '/platform/legacy/$id', params: { id } })} />
      </Sheet>
      <Sheet title={t('legacy.past')}>
        <DataList<Row> list={list} filters={filters} columns={columns} rowKey={(row) => row.id} label={t('legacy.past')} empty={<p>{t('legacy.past.none')}</p>} />
      </Sheet>
    </>
  )
}
