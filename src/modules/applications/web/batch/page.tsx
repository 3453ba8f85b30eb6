import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../../kernel/contract.ts'
import { useAsk, useDeed, type Asked } from '../../../../web/ask.ts'
import { linkTo } from '../../../../web/client.ts'
import type { Place } from '../../../../web/filters.ts'
import type { ListPage } from '../../../../web/list-page.ts'
import { DataList } from '../../../../web/ui/data-list.tsx'
import { Loaded } from '../../../../web/ui/loaded.tsx'
import { Notice } from '../../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../../web/ui/page-title.tsx'
import { Refused } from '../../../../web/ui/refused.tsx'
import { StateTag } from '../../../../web/ui/state-tag.tsx'
import { Time } from '../../../../web/ui/time.tsx'
import { Told } from '../../../../web/ui/told.tsx'
import { useWords } from '../../../../web/words.ts'
import { applicationsContract } from '../../contract.ts'
import { headlineOf } from '../../state.ts'
import { Skipped } from './skipped.tsx'
import { useHome } from '../desk/home.ts'
import { UndoButton } from '../decide/undo-bar.tsx'

type Outcome = OutputOf<typeof applicationsContract.batchOutcome>
type Row = Outcome['rows'][number]
/** So many at a time, as the server gives them. */
const size = 200

/** What became of each of a batch (E47), with 撤销 while it can be taken back (E51). */
export default function BatchPage() {
  const { batchId = '' }: { batchId?: string } = useParams({ strict: false })
  const [after, setAfter] = useState(0)
  const asked = useAsk(applicationsContract.batchOutcome, { batchId, after }, { keep: true, fresh: true })
  return <Loaded of={asked}>{(outcome) => <Shown outcome={outcome} asked={asked} after={after} go={setAfter} />}</Loaded>
}

function Shown({ outcome: o, asked, after, go }: { outcome: Outcome; asked: Asked<Outcome>; after: number; go: (after: number) => void }) {
  const t = useWords()
  const home = useHome()
  const undo = useDeed(applicationsContract.undoBatch)
  const [told, setTold] = useState('')
  const take = async () => {
    const answer = await undo.do({ batchId: o.batchId })
    if (answer.ok) setTold(t('applications.batch.undone', { n: answer.value.undone }))
  }
  const page: Asked<ListPage<Row>> = {
    ...asked,
    value: { rows: o.rows, total: { n: o.items, exact: true }, page: Math.floor(after / size) + 1, pages: Math.ceil(o.items / size), next: o.next === null ? null : String(o.next), previous: after > 0 ? 'previous' : null },
  }
  const turn = (place: Place) => go(place.page ? (place.page - 1) * size : place.after ? Number(place.after) : place.before ? Math.max(0, after - size) : 0)
  const filters = { values: {}, place: {}, narrowed: false, set: () => {}, reset: () => {}, go: turn }
  const { done } = o
  return (
    <>
      <PageTitle title={t(`applications.batch.${o.verb}.result`, { n: o.items })} mandate={t('applications.batch.result', { done, rest: o.items - done - o.undone })} lead={<><Time at={o.at} />{o.sample && <> · {t('applications.batch.sampled', o.sample)}</>}</>} />
      <Told sentence={told} after={o} />
      {undo.refusal && <Refused refusal={undo.refusal} />}
      {o.undone > 0 && !told && <Notice>{done === 0 ? t('applications.batch.undone.all', { n: o.undone }) : t('applications.batch.undone.some', { n: o.undone, rest: done })}</Notice>}
      {o.skipped.length > 0 && <Sheet title={t('applications.batch.skipped.title')}><Skipped of={o.skipped} home={home} /></Sheet>}
      <Sheet title={t('applications.batch.each')} deed={<Button href={linkTo(applicationsContract.batchOutcomeFile, { batchId: o.batchId })} download>{t('applications.batch.file')}</Button>}>
        <DataList<Row>
          list={page} filters={filters} rowKey={(row) => row.id} label={t('applications.batch.each')}
          columns={[
            { key: 'number', title: t('applications.desk.field.number'), render: (row) => <span className="code">{row.number ?? '—'}</span> },
            { key: 'title', title: t('applications.desk.field.title'), card: 'title', render: (row) => <Link to={home.item} params={{ id: row.id }}>{row.title || t('applications.desk.untitled')}</Link> },
            { key: 'leader', title: t('applications.desk.field.leader'), render: (row) => row.leader },
            { key: 'outcome', title: t('applications.batch.outcome'), render: (row) => <Result row={row} verb={o.verb} /> },
            { key: 'state', title: t('applications.batch.state_now'), card: 'state', render: (row) => <StateTag word={t(`applications.headline.${headlineOf(row.state)}`)} tone="plain" /> },
          ]}
        />
      </Sheet>
      <div className="stay decide-bar" role="region" aria-label={t('applications.desk.deeds')}>
        <UndoButton until={o.undoUntil} busy={undo.busy} undo={() => void take()} />
        <span className="push"><Link to={home.list} className="onward quiet">{t('applications.desk.to_list')}</Link></span>
      </div>
    </>
  )
}

function Result({ row, verb }: { row: Row; verb: Outcome['verb'] }) {
  const t = useWords()
  if (row.outcome === 'done') return <StateTag tone="good" word={t(`applications.batch.done.${verb}`)} />
  if (row.outcome === 'undone') return <StateTag tone="still" word={t('applications.batch.done.undone')} />
  if (row.outcome === 'kept') return <><StateTag tone="good" word={t(`applications.batch.done.${verb}`)} /> <span className="warning">{t('applications.batch.outcome.kept')}{typeof row.params.code === 'string' && ` ${t(row.params.code, row.params)}`}</span></>
  return <span className="warning">{t(row.outcome, row.params)}</span>
}
