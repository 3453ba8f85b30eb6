import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { onOnePage } from '../../../web/list-page.ts'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { RowMenu } from '../../../web/ui/row-menu.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { subsystemsContract } from '../contract.ts'
import { DeskDialogs, type DeskDoing } from './desk-dialogs.tsx'
import { nameIn } from './named.ts'

export type RegistryRow = OutputOf<typeof subsystemsContract.registry>['subsystems'][number]

const defs = {} as const satisfies FilterDefs

/** The subsystems that people enter with their account of the platform. */
export default function RegistryPage() {
  const t = useWords()
  const lang = useLang()
  const navigate = useNavigate()
  const filters = useFilters(defs)
  const registry = useAsk(subsystemsContract.registry, {}, { fresh: true })
  const [doing, setDoing] = useState<DeskDoing | null>(null)
  const [told, tell] = useState('')
  const rows = registry.value?.subsystems ?? []
  const list = { ...registry, value: registry.value && onOnePage(rows) }
  const columns: Column<RegistryRow>[] = [
    { key: 'name', title: t('subsystems.desk.name'), card: 'title', render: (row) => <Link to="/platform/subsystems/$id" params={{ id: row.id }}>{nameIn(lang, row)}</Link> },
    { key: 'code', title: t('subsystems.desk.code'), render: (row) => <code>{row.code}</code> },
    { key: 'state', title: t('subsystems.desk.state'), card: 'state', render: (row) => <StateTag word={t(`subsystems.desk.state.${row.isOpen ? 'open' : 'closed'}`)} tone={row.isOpen ? 'good' : 'still'} /> },
    { key: 'open_to', title: t('subsystems.desk.open_to'), render: (row) => t(`subsystems.desk.open_to.${row.openTo}`) },
    { key: 'granted', title: t('subsystems.desk.granted'), right: true, render: (row) => row.openTo === 'everybody' ? '—' : row.granted },
    { key: 'secret', title: t('subsystems.desk.secret.made_at'), render: (row) => <Time at={row.secretMadeAt} /> },
  ]
  const start = (next: DeskDoing) => (tell(''), setDoing(next))
  return (
    <>
      <PageTitle title={t('subsystems.desk.title')} lead={t('subsystems.desk.lead')}
        deed={<Button type="primary" onClick={() => void navigate({ to: '/platform/subsystems/new' })}>{t('subsystems.desk.add')}</Button>} />
      <Sheet>
        {told && <Notice tone="good" live>{told}</Notice>}
        <DataList<RegistryRow> list={list} filters={filters} columns={columns} rowKey={(row) => row.id} label={t('subsystems.desk.title')}
          empty={<p>{t('subsystems.desk.none')}</p>}
          deeds={(row) => <RowMenu name={nameIn(lang, row)} shown={1} deeds={[
            { key: 'change', word: t('subsystems.desk.change'), act: () => void navigate({ to: `/platform/subsystems/${row.id}` }) },
            { key: 'turn', word: t(row.isOpen ? 'subsystems.desk.close' : 'subsystems.desk.open'), act: () => start({ deed: row.isOpen ? 'close' : 'open', row }) },
            { key: 'secret', word: t('subsystems.desk.secret.renew'), act: () => start({ deed: 'renew', row }) },
            { key: 'history', word: t('subsystems.desk.history'), act: () => void navigate({ to: '/platform/changes', search: { room: 'subsystems', subject: row.id } }) },
          ]} />} />
      </Sheet>
      <DeskDialogs doing={doing} close={() => setDoing(null)} tell={tell} />
    </>
  )
}
