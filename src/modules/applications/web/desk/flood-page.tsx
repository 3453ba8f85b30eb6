import { useLocation, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAsk } from '../../../../web/ask.ts'
import { ask } from '../../../../web/client.ts'
import { useFilters } from '../../../../web/filters.ts'
import { FloodDesk } from '../../../../web/review/flood-desk.tsx'
import { moved, reopened, settled, type Queue } from '../../../../web/review/queue.ts'
import { useQueue } from '../../../../web/review/use-queue.ts'
import type { Search } from '../../../../web/search.ts'
import { useActor } from '../../../../web/session.ts'
import { PageTitle, Sheet } from '../../../../web/ui/page-title.tsx'
import type { Tone } from '../../../../web/ui/state-tag.tsx'
import { useWords } from '../../../../web/words.ts'
import { applicationsContract } from '../../contract.ts'
import { isToDecide } from '../../state.ts'
import { attachmentsOf } from './attachment-order.ts'
import { fileOf } from './attachment-pages.tsx'
import { FloodItem } from './flood-item.tsx'
import { useHome } from './home.ts'
import { askedWith, projectFilterDefs } from '../list/filters.ts'
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
  const waiting = useQueue<ProjectRow, FloodOutcome>(async (after) => {
    const answer = await ask(applicationsContract.unitProjects, { ...filter, size: pageOfQueue, after })
    if (!answer.ok) return answer
    const { rows: all, next, total } = answer.value
    // What nobody may decide here (the reader's own, E56) stands in the list only.
    const rows = all.filter((row) => isToDecide(row.can))
    return { ok: true, value: { rows, next, total: rows.length === all.length ? total.n : 0 } }
  })
  const { change } = waiting
  const leave = () => void navigate({ to: home.list, search: ((search: Search) => search), state: { filters } })
  return (
    <FloodDesk
      className="flood" title={<PageTitle title={t('applications.desk.title.desk')} mandate={actor?.mandate?.scopeName} />} {...waiting}
      said={{ progress: (n, of) => t('applications.desk.progress', { n, of }), decided: (n) => t('applications.desk.decided_n', { n }), queue: t('applications.desk.queue') }}
      line={(one, outcome) => ({
        name: one.title || t('applications.desk.untitled'), below: [one.leader, one.secondaryUnit?.name ?? one.unit.name].join(' '),
        outcome: outcome && { word: t(`applications.desk.outcome.${outcome}`), tone: tones[outcome] },
      })}
      item={(row, at) => (
        <FloodItem
          key={row.id} id={row.id} {...at} last={waiting.queue && lastDecided(waiting.queue)}
          move={(by) => change((q) => moved(q, by))} settle={(outcome) => change((q) => settled(q, row.id, outcome))} undone={(id) => change((q) => reopened(q, id))} leave={leave}
        />
      )}
      fetch={(one) => <Ahead key={one.id} id={one.id} />}
      finished={(queue) => <Finished queue={queue} leave={leave} />}
    />
  )
}

/** Whose decision U takes back: of what was decided here, the one that came last. */
function lastDecided({ done, rows }: Queue<ProjectRow, FloodOutcome>): { id: string; title: string } | null {
  const id = Object.keys(done).findLast((one) => done[one] !== 'gone')
  const row = rows.find((one) => one.id === id)
  return row ? { id: row.id, title: row.title } : null
}

/** Fetched before it is asked for, with the page that is looked at first; nothing is drawn. */
function Ahead({ id }: { id: string }) {
  const { value } = useAsk(applicationsContract.open, { id, ahead: true }, { ahead: true })
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
