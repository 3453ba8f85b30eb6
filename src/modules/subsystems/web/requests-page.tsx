import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { elapsed } from '../../../web/elapsed.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { useActor } from '../../../web/session.ts'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { RowMenu } from '../../../web/ui/row-menu.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { Told } from '../../../web/ui/told.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { toneOfStatus } from '../../people/web/parts.ts'
import { subsystemsContract } from '../contract.ts'
import { DeclineDialog, GrantDialog } from './answer-dialogs.tsx'
import { nameIn } from './named.ts'

export type RequestRow = OutputOf<typeof subsystemsContract.requests>['rows'][number]

const defs = {} as const satisfies FilterDefs

/** 开通申请: what people of the unit ask for, oldest first, to be granted or declined with a reason. */
export default function RequestsPage() {
  const t = useWords()
  const actor = useActor()
  const filters = useFilters(defs)
  const list = useAsk(subsystemsContract.requests, { ...filters.place }, { keep: true, fresh: true, every: 60_000 })
  const [doing, setDoing] = useState<{ deed: 'grant' | 'decline'; row: RequestRow } | null>(null)
  const [told, tell] = useState('')
  const start = (deed: 'grant' | 'decline', row: RequestRow) => (tell(''), setDoing({ deed, row }))
  const props = { close: () => setDoing(null), tell }
  return (
    <>
      <PageTitle title={t('subsystems.requests.title')} mandate={actor?.mandate?.scopeName} lead={t('subsystems.requests.lead')} />
      <Sheet>
        <Told sentence={told} after={list.value} />
        <DataList<RequestRow>
          list={list} filters={filters} columns={useColumns()} rowKey={(row) => row.id} label={t('subsystems.requests.title')}
          empty={<><p>{t('subsystems.requests.empty')}</p><p className="quiet">{t('subsystems.requests.empty.text')}</p></>}
          deeds={(row) => <RowMenu name={row.person.name} deeds={(['grant', 'decline'] as const).map((deed) => ({ key: deed, word: t(`subsystems.requests.${deed}`), act: () => start(deed, row) }))} />}
        />
      </Sheet>
      {doing?.deed === 'grant' && <GrantDialog row={doing.row} {...props} />}
      {doing?.deed === 'decline' && <DeclineDialog row={doing.row} {...props} />}
    </>
  )
}

function useColumns(): readonly Column<RequestRow>[] {
  const t = useWords()
  const lang = useLang()
  const column = (key: string, render: Column<RequestRow>['render'], more: Partial<Column<RequestRow>> = {}): Column<RequestRow> =>
    ({ key, title: t(`subsystems.requests.${key}`), render, ...more })
  return [
    column('person', (row) => <Link to="/people/$id/modules" params={{ id: row.person.id }}>{row.person.name}</Link>, { card: 'title' }),
    column('user_name', (row) => <code>{row.person.userName}</code>),
    column('status', (row) => <StateTag word={t(`subsystems.modules.status.${row.person.status}`)} tone={toneOfStatus(row.person.status)} />, { card: 'state' }),
    column('subsystem', (row) => nameIn(lang, row.subsystem)),
    column('note', (row) => row.note || '—'),
    column('asked_at', (row) => <Time at={row.askedAt} />),
    column('waited', (row) => elapsed(t, row.askedAt), { right: true }),
  ]
}
