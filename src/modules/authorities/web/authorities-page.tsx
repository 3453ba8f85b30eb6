import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState, type CSSProperties } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { onOnePage } from '../../../web/list-page.ts'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { RowMenu, type RowDeed } from '../../../web/ui/row-menu.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { authoritiesContract } from '../contract.ts'
import { AuthorityDialogs, type Doing } from './authority-dialogs.tsx'
import { depthOf, nameIn, type AtDesk } from './tree.ts'
import './authorities.css'

const defs = {} as const satisfies FilterDefs

/** The tree of authorities (S1-39): who reviews whom, what waits where. */
export default function AuthoritiesPage() {
  const t = useWords()
  const filters = useFilters(defs)
  const tree = useAsk(authoritiesContract.atDesk, {})
  const [doing, setDoing] = useState<Doing | null>(null)
  const [told, tell] = useState('')
  const rows = tree.value?.authorities ?? []
  const columns = useColumns(rows)
  const list = { ...tree, value: tree.value && onOnePage(rows) }
  const start = (next: Doing) => (tell(''), setDoing(next))
  return (
    <>
      <PageTitle title={t('authorities.title')} lead={t('authorities.lead')} deed={tree.value && (
        <Button type="primary" onClick={() => start({ deed: 'add', below: rows[0] })}>{t(rows.length > 0 ? 'authorities.add' : 'authorities.add.first')}</Button>
      )} />
      <Sheet>
        {told && <Notice tone="good" live>{told}</Notice>}
        <DataList<AtDesk>
          list={list} filters={filters} columns={columns} rowKey={(row) => row.id} label={t('authorities.title')} empty={<p>{t('authorities.none')}</p>}
          deeds={(row) => <Deeds row={row} start={start} />}
        />
      </Sheet>
      <AuthorityDialogs doing={doing} tree={rows} close={() => setDoing(null)} tell={tell} />
    </>
  )
}

function useColumns(rows: readonly AtDesk[]): Column<AtDesk>[] {
  const t = useWords()
  const lang = useLang()
  return [
    {
      key: 'name', title: t('authorities.name'), card: 'title',
      render: (row) => <span className="at-depth" style={{ '--depth': depthOf(rows, row) } as CSSProperties}>{nameIn(lang, row)}</span>,
    },
    { key: 'kind', title: t('authorities.kind'), width: 140, render: (row) => t(`authorities.kind.${row.kind}`) },
    { key: 'phone', title: t('authorities.contact_phone'), width: 150, render: (row) => row.contactPhone || '—' },
    {
      key: 'officers', title: t('authorities.officers'), width: 110, right: true,
      render: (row) => row.officers > 0 || !row.isOpen ? t('authorities.officers.n', { n: row.officers })
        : <StateTag tone="warn" word={t('authorities.officers.n', { n: 0 })} title={t('authorities.officers.none')} />,
    },
    { key: 'waiting', title: t('authorities.waiting'), width: 90, right: true, render: (row) => row.waiting },
    {
      key: 'state', title: t('staff.state'), width: 100, card: 'state',
      render: (row) => <StateTag tone={row.isOpen ? 'good' : 'still'} word={t(`authorities.state.${row.isOpen ? 'open' : 'closed'}`)} />,
    },
  ]
}

const deedOf = { change: 'change', move: 'move', close: 'close', reopen: 'reopen' } as const
const wordOf = { change: 'authorities.change', addBelow: 'authorities.add_below', move: 'authorities.move', close: 'authorities.close', reopen: 'authorities.reopen' } as const

function Deeds({ row, start }: { row: AtDesk; start: (doing: Doing) => void }) {
  const t = useWords()
  const navigate = useNavigate()
  const deeds = row.can.map((verb): RowDeed => ({
    key: verb, word: t(wordOf[verb]), act: () => start(verb === 'addBelow' ? { deed: 'add', below: row } : { deed: deedOf[verb], row }),
  }))
  const history = { key: 'history', word: t('authorities.history'), act: () => void navigate({ to: '/platform/changes', search: { room: 'authorities', subject: row.id } }) }
  return <RowMenu name={row.name} deeds={[...deeds, history]} />
}
