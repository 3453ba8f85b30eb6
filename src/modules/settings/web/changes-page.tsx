import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { FilterBar, type FilterField } from '../../../web/ui/filter-bar.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { changeRooms, type ChangeRoom } from '../change-rooms.ts'
import { settingsContract } from '../contract.ts'

type Change = OutputOf<typeof settingsContract.changes>['rows'][number]

const defs = { room: {}, subject: {}, from: {}, to: {} } as const satisfies FilterDefs
const isRoom = (text: string | undefined): text is ChangeRoom => changeRooms.includes(text as ChangeRoom)
const day = (text: string | undefined) => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? text : undefined)
const uuid = (text: string | undefined) => (/^[0-9a-f-]{36}$/.test(text ?? '') ? text : undefined)

/** 变更记录: what was done at the platform's desk, when and by whom. */
export default function ChangesPage() {
  const t = useWords()
  const filters = useFilters(defs)
  const { values, place } = filters
  const room = isRoom(values.room) ? values.room : undefined
  const list = useAsk(settingsContract.changes, { ...place, room, subject: uuid(values.subject), from: day(values.from), to: day(values.to) }, { keep: true })
  const fields = useMemo((): FilterField[] => [
    { name: 'room', label: 'settings.changes.room', options: changeRooms.map((value) => ({ value, label: t(`settings.changes.room.${value}`) })) },
    { name: 'from', until: 'to', label: 'settings.changes.period' },
  ], [t])
  const columns: Column<Change>[] = [
    { key: 'at', title: t('settings.changes.time'), width: 160, render: (row) => <Time at={row.at} /> },
    { key: 'what', title: t('settings.changes.what'), card: 'title', render: (row) => row.sentence },
    { key: 'room', title: t('settings.changes.room'), width: 130, card: 'state', render: (row) => <StateTag word={t(`settings.changes.room.${row.room}`)} tone="still" /> },
    { key: 'by', title: t('settings.changes.by'), width: 140, render: (row) => row.by ?? t('settings.changes.platform') },
  ]
  return (
    <>
      <PageTitle title={t('settings.changes.title')} lead={t('settings.changes.lead')} />
      <Sheet>
        {values.subject && <Notice>{t('settings.changes.one')} <Link to="/platform/changes">{t('settings.changes.show_all')}</Link></Notice>}
        <FilterBar fields={fields} filters={filters} />
        <DataList<Change> list={list} filters={filters} columns={columns} rowKey={(row) => row.key} label={t('settings.changes.title')}
          empty={<p>{t('settings.changes.none_at_all')}</p>} />
      </Sheet>
    </>
  )
}
