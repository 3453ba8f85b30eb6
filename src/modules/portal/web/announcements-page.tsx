import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { FilterBar, type FilterField } from '../../../web/ui/filter-bar.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { RowMenu, type RowDeed } from '../../../web/ui/row-menu.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { announcementStates } from '../announcement.ts'
import { portalContract } from '../contract.ts'
import { AnnouncementDialogs, type AnnouncementDoing } from './announcement-dialogs.tsx'

export type AnnouncementRow = OutputOf<typeof portalContract.announcements>['rows'][number]

const defs = { state: {} } as const satisfies FilterDefs
const tones = { draft: 'plain', published: 'good', withdrawn: 'still' } as const

/** 公告管理. */
export default function AnnouncementsPage() {
  const t = useWords()
  const lang = useLang()
  const navigate = useNavigate()
  const filters = useFilters(defs)
  const state = announcementStates.find((one) => one === filters.values.state)
  const list = useAsk(portalContract.announcements, { ...filters.place, state }, { keep: true })
  const [doing, setDoing] = useState<AnnouncementDoing | null>(null)
  const [told, tell] = useState('')
  const start = (next: AnnouncementDoing) => (tell(''), setDoing(next))
  const fields = useMemo((): FilterField[] => [
    { name: 'state', label: 'portal.desk.state', options: announcementStates.map((value) => ({ value, label: t(`portal.state.${value}`) })) },
  ], [t])
  const columns: Column<AnnouncementRow>[] = [
    {
      key: 'title', title: t('portal.desk.title'), card: 'title',
      render: (row) => <><Link to="/platform/announcements/$id" params={{ id: row.id }}>{lang === 'en' && row.titleEn ? row.titleEn : row.title}</Link>{row.pinned && <> <StateTag word={t('portal.pinned')} /></>}</>,
    },
    { key: 'state', title: t('portal.desk.state'), width: 100, card: 'state', render: (row) => <StateTag tone={tones[row.state]} word={t(`portal.state.${row.state}`)} /> },
    { key: 'time', title: t('portal.desk.time'), width: 160, render: (row) => row.publishedAt ? <Time at={row.publishedAt} /> : '—' },
  ]
  return (
    <>
      <PageTitle title={t('portal.desk.announcements')} lead={t('portal.desk.announcements.lead')}
        deed={<Button type="primary" onClick={() => void navigate({ to: '/platform/announcements/new' })}>{t('portal.desk.announcement.new')}</Button>} />
      <Sheet>
        {told && <Notice tone="good" live>{told}</Notice>}
        <FilterBar fields={fields} filters={filters} />
        <DataList<AnnouncementRow> list={list} filters={filters} columns={columns} rowKey={(row) => row.id} label={t('portal.desk.announcements')}
          empty={<p>{t('portal.desk.none')}</p>} deeds={(row) => <Deeds row={row} start={start} />} />
      </Sheet>
      <AnnouncementDialogs doing={doing} close={() => setDoing(null)} tell={tell} />
    </>
  )
}

function Deeds({ row, start }: { row: AnnouncementRow; start: (doing: AnnouncementDoing) => void }) {
  const t = useWords()
  const navigate = useNavigate()
  const words = { publish: 'portal.desk.publish', pin: row.pinned ? 'portal.desk.unpin' : 'portal.desk.pin', withdraw: 'portal.desk.withdraw' } as const
  const deeds: RowDeed[] = [
    { key: 'edit', word: t('portal.desk.edit'), act: () => void navigate({ to: `/platform/announcements/${row.id}` }) },
    ...(['publish', 'pin', 'withdraw'] as const).filter((deed) => row.can.includes(deed)).map((deed) => ({ key: deed, word: t(words[deed]), act: () => start({ deed, row }) })),
    { key: 'history', word: t('portal.desk.history'), act: () => void navigate({ to: '/platform/changes', search: { room: 'portal', subject: row.id } }) },
  ]
  return <RowMenu name={row.title} deeds={deeds} />
}
