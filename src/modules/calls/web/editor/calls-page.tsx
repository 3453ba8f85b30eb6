import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { OutputOf } from '../../../../kernel/contract.ts'
import { useAsk, useDeed } from '../../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../../web/filters.ts'
import { Deed } from '../../../../web/ui/closed.tsx'
import { DataList, type Column } from '../../../../web/ui/data-list.tsx'
import { ReasonDialog } from '../../../../web/ui/dialogs.tsx'
import { Notice } from '../../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../../web/ui/page-title.tsx'
import { RowMenu } from '../../../../web/ui/row-menu.tsx'
import { StateTabs } from '../../../../web/ui/state-tabs.tsx'
import { StateTag, type Tone } from '../../../../web/ui/state-tag.tsx'
import { Time, Until } from '../../../../web/ui/time.tsx'
import { useWords } from '../../../../web/words.ts'
import { callsContract } from '../../contract.ts'
import { callStates, type Phase } from '../../fields.ts'
import { useSaid } from '../form/said.ts'
import { BeginDialog, CopyDialog } from './begin-dialog.tsx'
import './editor.css'

type Row = OutputOf<typeof callsContract.list>['rows'][number]
type Doing = { what: 'begin' } | { what: 'copy' | 'withdraw'; row: Row }

const tones: Readonly<Record<Phase, Tone>> = { draft: 'plain', coming: 'plain', open: 'good', closed: 'still', withdrawn: 'still' }
const defs = { state: {} } as const satisfies FilterDefs

/** 指南管理: every call of the bureau, the last changed first. */
export default function CallsPage() {
  const t = useWords()
  const said = useSaid()
  const navigate = useNavigate()
  const filters = useFilters(defs)
  const state = callStates.find((one) => one === filters.values.state)
  const list = useAsk(callsContract.list, { ...(state && { state }), size: 20, ...filters.place }, { keep: true, fresh: true })
  const [doing, setDoing] = useState<Doing | null>(null)
  const [told, tell] = useState('')
  const columns: Column<Row>[] = [
    { key: 'title', title: t('calls.editor.title_of_call'), card: 'title', render: (row) => <Link to="/projects/calls/$id" params={{ id: row.id }}>{said(row.title)}</Link> },
    { key: 'code', title: t('calls.page.code'), render: (row) => <code>{row.code}</code> },
    { key: 'category', title: t('calls.page.category'), render: (row) => said(row.category) || '—' },
    { key: 'phase', title: t('calls.editor.state'), card: 'state', render: (row) => <StateTag word={t(`calls.phase.${row.phase}`)} tone={tones[row.phase]} /> },
    { key: 'closes', title: t('calls.editor.closes'), render: (row) => (row.leader ? <Until at={row.leader.closesAt} /> : '—') },
    { key: 'begun', title: t('calls.editor.begun'), right: true, render: (row) => t('calls.editor.begun.of', { begun: row.begun, submitted: row.submitted }) },
    { key: 'changed', title: t('calls.editor.changed_at'), render: (row) => <Time at={row.changedAt} /> },
  ]
  return (
    <>
      <PageTitle title={t('calls.editor.title')} lead={t('calls.editor.lead')} deed={list.value && <Deed verb="begin" type="primary" label={t('calls.editor.begin')} can={list.value.can} closed={list.value.closed} onClick={() => setDoing({ what: 'begin' })} />} />
      <Sheet>
        {told && <Notice tone="good" live>{told}</Notice>}
        <StateTabs label={t('calls.editor.state')} value={state ?? 'all'} choose={(key) => filters.set({ state: key === 'all' ? '' : key })}
          tabs={(['all', ...callStates] as const).map((key) => ({ key, label: t(`calls.editor.state.${key}`) }))} />
        <DataList<Row> list={list} filters={filters} columns={columns} rowKey={(row) => row.id} label={t('calls.editor.title')} empty={<p>{t('calls.editor.none')}</p>}
          deeds={(row) => <RowMenu name={said(row.title)} shown={1} deeds={[
            { key: 'edit', word: t(row.state === 'withdrawn' ? 'calls.editor.view' : 'calls.editor.edit'), act: () => void navigate({ to: `/projects/calls/${row.id}` }) },
            { key: 'copy', word: t('calls.editor.copy_call'), act: () => (tell(''), setDoing({ what: 'copy', row })) },
            ...(row.can.includes('withdraw') ? [{ key: 'withdraw', word: t('calls.editor.withdraw'), act: () => (tell(''), setDoing({ what: 'withdraw', row })) }] : []),
          ]} />} />
      </Sheet>
      {doing?.what === 'begin' && <BeginDialog close={() => setDoing(null)} />}
      {doing?.what === 'copy' && <CopyDialog id={doing.row.id} title={said(doing.row.title)} close={() => setDoing(null)} />}
      {doing?.what === 'withdraw' && <WithdrawDialog row={doing.row} close={() => setDoing(null)} done={() => tell(t('calls.editor.withdrawn', { title: said(doing.row.title) }))} />}
    </>
  )
}

function WithdrawDialog({ row, close, done }: { row: Row; close: () => void; done: () => void }) {
  const t = useWords()
  const withdraw = useDeed(callsContract.withdraw)
  const act = async (reason: string) => {
    const answer = await withdraw.do({ id: row.id, version: row.version, reason })
    if (answer.ok) done()
    return answer
  }
  return <ReasonDialog open danger title={t('calls.editor.withdraw')} verb={t('calls.editor.withdraw')} close={close} act={act}><p>{t('calls.editor.withdraw.lead', { n: row.begun })}</p></ReasonDialog>
}
