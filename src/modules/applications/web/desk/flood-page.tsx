import { useLocation, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAsk } from '../../../../web/ask.ts'
import { ask } from '../../../../web/client.ts'
import { useFilters } from '../../../../web/filters.ts'
import { DeskQueue } from '../../../../web/review/desk-queue.tsx'
import { ahead, isEmptied, moved, progressOf, reopened, settled, shownAt, type Queue } from '../../../../web/review/queue.ts'
import { useQueue } from '../../../../web/review/use-queue.ts'
import type { Search } from '../../../../web/search.ts'
import { useActor } from '../../../../web/session.ts'
import { PageTitle, Sheet } from '../../../../web/ui/page-title.tsx'
import { Refused } from '../../../../web/ui/refused.tsx'
import { Skeleton } from '../../../../web/ui/skeleton.tsx'
import type { Tone } from '../../../../web/ui/state-tag.tsx'
import { useWords } from '../../../../web/words.ts'
import { applicationsContract } from '../../contract.ts'
import { isToDecide } from '../../state.ts'
import { attachmentsOf } from './attachment-order.ts'
import { fileOf } from './attachment-pages.tsx'
import { FloodItem } from './flood-item.tsx'
import { useHome } from './home.ts'
import { askedWith, projectFilterDefs } from './project-filters.ts'
import type { Opened, ProjectRow } from './shown.ts'

/** What became of an application at this desk: decided here, or gone meanwhile (withdrawn, decided by others). */
export type FloodOutcome = 'pass' | 'return' | 'accept' | 'correct' | 'refuse' | 'gone'
const tones: Readonly<Record<FloodOutcome, Tone>> = { pass: 'good', accept: 'good', return: 'bad', correct: 'bad', refuse: 'bad', gone: 'still' }
const pageOfQueue = 50

/** 逐份审核 (N4): one application after the other by keyboard, only what differs on the screen, the next ones fetched ahead. */
export default function FloodPage() {
  const t = useWords()
  const actor = useActor()
  const home = useHome()
  const navigate = useNavigate()
  const { values } = useFilters(projectFilterDefs)
  const filters = useLocation({ select: ({ state }) => state.filters })
  const filter = { ...askedWith({ ...values, state: 'waiting' }) }
  const { queue, change, refusal, again } = useQueue<ProjectRow, FloodOutcome>(async (after) => {
    const answer = await ask(applicationsContract.unitProjects, { ...filter, size: pageOfQueue, after })
    if (!answer.ok) return answer
    const { rows: all, next, total } = answer.value
    // What nobody may decide here (the reader's own, E56) stands in the list only.
    const rows = all.filter((row) => isToDecide(row.can))
    return { ok: true, value: { rows, next, total: rows.length === all.length ? total.n : 0 } }
  })
  const leave = () => void navigate({ to: home.list, search: ((search: Search) => search), state: { filters } })
  const title = <PageTitle title={t('applications.desk.title.desk')} mandate={actor?.mandate?.scopeName} />
  if (!queue) return <>{title}{refusal ? <Refused refusal={refusal} again={again} /> : <Skeleton lines={8} />}</>
  if (queue.rows.length === 0 && queue.next !== null) return <>{title}<Skeleton lines={8} /></>
  if (queue.rows.length === 0) return <>{title}<Finished queue={queue} leave={leave} /></>
  const row = queue.rows[queue.at]
  const progress = progressOf(queue)
  return (
    <div className="desk-page flood" ref={intoView}>
      <div className="desk-head">
        {title}
        <div className="desk-progress">
          <p role="status" aria-live="polite"><b>{t('applications.desk.progress', { n: progress.n, of: progress.more ? `${progress.of}+` : progress.of })}</b> <span className="quiet">{t('applications.desk.decided_n', { n: progress.decided })}</span></p>
          <progress max={progress.of} value={progress.decided} aria-label={t('applications.desk.decided_n', { n: progress.decided })} />
        </div>
      </div>
      {isEmptied(queue) && <Finished queue={queue} leave={leave} />}
      <div className="desk">
        <DeskQueue
          queue={queue} choose={(id) => change((q) => shownAt(q, id))} label={t('applications.desk.queue')}
          line={(one) => {
            const outcome = queue.done[one.id]
            return { name: one.title || t('applications.desk.untitled'), below: [one.leader, one.secondaryUnit?.name ?? one.unit.name].join(' '), outcome: outcome && { word: t(`applications.desk.outcome.${outcome}`), tone: tones[outcome] } }
          }}
        />
        {row && (
          <FloodItem
            key={row.id} id={row.id} outcome={queue.done[row.id]} isFirst={queue.at === 0} isLast={queue.at === queue.rows.length - 1} last={lastDecided(queue)}
            move={(by) => change((q) => moved(q, by))} settle={(outcome) => change((q) => settled(q, row.id, outcome))} undone={(id) => change((q) => reopened(q, id))} leave={leave}
          />
        )}
      </div>
      {ahead(queue).map((one) => <Ahead key={one.id} id={one.id} />)}
    </div>
  )
}

/** Whose decision U takes back: of what was decided here, the one that came last. */
function lastDecided({ done, rows }: Queue<ProjectRow, FloodOutcome>): { id: string; title: string } | null {
  const id = Object.keys(done).findLast((one) => done[one] !== 'gone')
  const row = rows.find((one) => one.id === id)
  return row ? { id: row.id, title: row.title } : null
}

/** The letterhead is no help here: once opened, the desk has the whole height. */
function intoView(desk: HTMLElement | null): void {
  desk?.scrollIntoView({ block: 'start' })
}

/** Fetched before it is asked for, with the page that is looked at first; nothing is drawn. */
function Ahead({ id }: { id: string }) {
  const { value } = useAsk(applicationsContract.open, { id, ahead: true })
  if (value) prefetchFirst(value)
  return null
}

function prefetchFirst(a: Opened): void {
  const first = attachmentsOf(a.document.form, a.content)[0]
  if (first?.file.state === 'clean') void fileOf(a.id, first.file)
}

/** Nothing waits any more. */
function Finished({ queue, leave }: { queue: Queue<ProjectRow, FloodOutcome>; leave: () => void }) {
  const t = useWords()
  const outcomes = Object.values(queue.done)
  const n = (...what: FloodOutcome[]) => outcomes.filter((one) => what.includes(one)).length
  return (
    <Sheet width="reading" title={t('applications.desk.finished')}>
      <p>{outcomes.length > 0 ? t('applications.desk.finished.text', { passed: n('pass', 'accept'), returned: n('return', 'correct', 'refuse'), gone: n('gone') }) : t('applications.desk.finished.none')}</p>
      <p className="deeds"><Button type="primary" onClick={leave}>{t('applications.desk.to_list')}</Button></p>
    </Sheet>
  )
}
