import { useLocation, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAsk } from '../../../web/ask.ts'
import { useFilters } from '../../../web/filters.ts'
import { DeskQueue } from '../../../web/review/desk-queue.tsx'
import { ahead, isEmptied, moved, progressOf, settled, shownAt, type Queue } from '../../../web/review/queue.ts'
import type { Search } from '../../../web/search.ts'
import { useActor } from '../../../web/session.ts'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { Refused } from '../../../web/ui/refused.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import type { Tone } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'
import { DeskItem } from './desk-item.tsx'
import { employerWithUnit } from './difference.ts'
import { askedWith, reviewFilterDefs } from './review-filters.ts'
import type { ReviewRow } from './shown.ts'
import { usePeopleWaiting, type Outcome } from './use-queue.ts'

const tones: Readonly<Record<Outcome, Tone>> = { approved: 'good', refused: 'bad', gone: 'still' }

/** 逐条审核 (N4): one person after the other by keyboard, only what changed on the screen, the next ones fetched ahead. */
export default function DeskPage() {
  const t = useWords()
  const actor = useActor()
  const navigate = useNavigate()
  const { values } = useFilters(reviewFilterDefs)
  const filters = useLocation({ select: ({ state }) => state.filters })
  const filter = askedWith({ ...values, state: 'pending' })
  const { queue, change, refusal, again } = usePeopleWaiting(filter)
  const leave = () => void navigate({ to: '/center/reviews', search: ((search: Search) => search), state: { filters } })
  const title = <PageTitle title={t('profiles.title.desk')} mandate={actor?.mandate?.scopeName} />
  if (!queue) return <>{title}{refusal ? <Refused refusal={refusal} again={again} /> : <Skeleton lines={8} />}</>
  if (queue.rows.length === 0 && queue.next !== null) return <>{title}<Skeleton lines={8} /></>
  if (queue.rows.length === 0) return <>{title}<Finished queue={queue} leave={leave} /></>
  const row = queue.rows[queue.at]
  const progress = progressOf(queue)
  return (
    <div className="desk-page" ref={intoView}>
      <div className="desk-head">
        {title}
        <div className="desk-progress">
          <p role="status" aria-live="polite"><b>{t('profiles.desk.progress', { n: progress.n, of: progress.more ? `${progress.of}+` : progress.of })}</b> <span className="quiet">{t('profiles.desk.decided', { n: progress.decided })}</span></p>
          <progress max={progress.of} value={progress.decided} aria-label={t('profiles.desk.decided', { n: progress.decided })} />
        </div>
      </div>
      {isEmptied(queue) && <Finished queue={queue} leave={leave} />}
      <div className="desk">
        <DeskQueue
          queue={queue} choose={(id) => change((q) => shownAt(q, id))} label={t('profiles.desk.queue')}
          line={(one) => {
            const outcome = queue.done[one.id]
            return {
              name: one.name, below: one.secondaryUnit?.name ?? one.unit, title: employerWithUnit(one.unit, one.secondaryUnit?.name),
              outcome: outcome && { word: t(`profiles.desk.outcome.${outcome}`), tone: tones[outcome] },
            }
          }}
        />
        {row && (
          <DeskItem
            key={row.id} id={row.id} filter={filter} outcome={queue.done[row.id]}
            isFirst={queue.at === 0} isLast={queue.at === queue.rows.length - 1}
            move={(by) => change((q) => moved(q, by))} settle={(outcome) => change((q) => settled(q, row.id, outcome))} leave={leave}
          />
        )}
      </div>
      {ahead(queue).map((one) => <Ahead key={one.id} id={one.id} filter={filter} />)}
    </div>
  )
}

/** The letterhead is no help here: once opened, the desk has the whole height. */
function intoView(desk: HTMLElement | null): void {
  desk?.scrollIntoView({ block: 'start' })
}

/** Fetched before it is asked for; nothing is drawn. */
function Ahead({ id, filter: { desk, state, order } }: { id: string; filter: ReturnType<typeof askedWith> }) {
  useAsk(profilesContract.review, { id, desk, state, order })
  return null
}

/** Nobody waits any more. */
function Finished({ queue, leave }: { queue: Queue<ReviewRow, Outcome>; leave: () => void }) {
  const t = useWords()
  const outcomes = Object.values(queue.done)
  const n = (what: string) => outcomes.filter((one) => one === what).length
  return (
    <Sheet width="reading" title={t('profiles.desk.finished')}>
      <p>{outcomes.length > 0 ? t('profiles.desk.finished.text', { approved: n('approved'), refused: n('refused'), gone: n('gone') }) : t('profiles.desk.none')}</p>
      <p className="deeds"><Button type="primary" onClick={leave}>{t('profiles.review.list')}</Button></p>
    </Sheet>
  )
}
