import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk, useDeed } from '../../../web/ask.ts'
import { useFilters, type FilterDefs } from '../../../web/filters.ts'
import { useActor } from '../../../web/session.ts'
import { DataList, type Column } from '../../../web/ui/data-list.tsx'
import { ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { FilterBar, type FilterField } from '../../../web/ui/filter-bar.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { helpContract, questionStates } from '../contract.ts'

type Row = OutputOf<typeof helpContract.questions>['rows'][number]

const defs = { state: { initial: 'open' } } as const satisfies FilterDefs

/** 协助请求: what others could not mend themselves, oldest first. */
export default function QuestionsPage() {
  const t = useWords()
  const actor = useActor()
  const filters = useFilters(defs)
  const state = filters.values.state === 'answered' ? 'answered' : 'open'
  const list = useAsk(helpContract.questions, { ...filters.place, state }, { keep: true, fresh: true, every: 60_000 })
  const [answering, setAnswering] = useState<Row | null>(null)
  const [done, setDone] = useState('')
  const fields: readonly FilterField[] = useMemo(() => [
    { name: 'state', label: 'help.column.state', options: questionStates.map((value) => ({ value, label: t(`help.state.${value}`) })) },
  ], [t])
  return (
    <>
      <PageTitle title={t('help.title')} mandate={actor?.mandate?.scopeName} deed={<Link to="/help/mine">{t('help.mine.title')}</Link>} />
      {done && <Notice tone="good" live>{done}</Notice>}
      <Sheet>
        <FilterBar fields={fields} filters={filters} />
        <DataList<Row>
          list={list} filters={{ ...filters, narrowed: false }} columns={useColumns()} rowKey={(row) => row.id} label={t('help.title')}
          deeds={(row) => row.state === 'open' && (
            <Button type="link" size="small" aria-label={t('help.answer.title', { name: row.askerName })} onClick={() => setAnswering(row)}>{t('help.answer')}</Button>
          )}
          empty={<><p>{t(`help.empty.${state}`)}</p><p className="quiet">{t('help.empty.text')}</p></>}
        />
      </Sheet>
      {answering && <AnswerDialog row={answering} close={() => setAnswering(null)} done={() => setDone(t('help.answer.done', { name: answering.askerName }))} />}
    </>
  )
}

function AnswerDialog({ row, close, done }: { row: Row; close: () => void; done: () => void }) {
  const t = useWords()
  const deed = useDeed(helpContract.answer)
  const act = async (answer: string) => {
    const answered = await deed.do({ id: row.id, version: row.version, answer })
    if (answered.ok) done()
    return answered
  }
  return (
    <ReasonDialog
      open title={t('help.answer.title', { name: row.askerName })} verb={t('help.answer')} label={t('help.column.answer')} hint={t('help.answer.hint')}
      maxLength={1000} close={close} act={act}
    >
      <blockquote>{row.sentence}</blockquote>
      <p>{row.note}</p>
      <p className="quiet">{t('help.page')} <code>{row.path}</code></p>
    </ReasonDialog>
  )
}

function useColumns(): readonly Column<Row>[] {
  const t = useWords()
  return [
    { key: 'asker', title: t('help.column.asker'), render: (row) => t('help.asker', { name: row.askerName, userName: row.asker }), card: 'title' },
    { key: 'sentence', title: t('help.column.sentence'), render: (row) => <>{row.sentence}<p className="quiet"><code>{row.path}</code></p></> },
    { key: 'note', title: t('help.column.note'), render: (row) => <><p className="asked">{row.note}</p>{row.answer && <blockquote><b>{t('help.column.answer')}</b> {row.answer}</blockquote>}</> },
    { key: 'askedAt', title: t('help.column.askedAt'), render: (row) => <Time at={row.askedAt} /> },
    {
      key: 'state', title: t('help.column.state'), card: 'state',
      render: (row) => <StateTag word={t(`help.state.${row.state}`)} tone={row.state === 'answered' ? 'good' : 'warn'} />,
    },
  ]
}
