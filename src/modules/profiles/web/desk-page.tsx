import { useLocation, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useAsk } from '../../../web/ask.ts'
import { useFilters } from '../../../web/filters.ts'
import { FloodDesk } from '../../../web/review/flood-desk.tsx'
import { moved, settled, type Queue } from '../../../web/review/queue.ts'
import type { Search } from '../../../web/search.ts'
import { useActor } from '../../../web/session.ts'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
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
  const waiting = usePeopleWaiting(filter)
  const { change } = waiting
  const leave = () => void navigate({ to: '/center/reviews', search: ((search: Search) => search), state: { filters } })
  return (
    <FloodDesk
      title={<PageTitle title={t('profiles.title.desk')} mandate={actor?.mandate?.scopeName} />} {...waiting}
      said={{ progress: (n, of) => t('profiles.desk.progress', { n, of }), decided: (n) => t('profiles.desk.decided', { n }), queue: t('profiles.desk.queue') }}
      line={(one, outcome) => ({
        name: one.name, below: one.secondaryUnit?.name ?? one.unit, title: employerWithUnit(one.unit, one.secondaryUnit?.name),
        outcome: outcome && { word: t(`profiles.desk.outcome.${outcome}`), tone: tones[outcome] },
      })}
      item={(row, at) => (
        <DeskItem
          key={row.id} id={row.id} filter={filter} {...at}
          move={(by) => change((q) => moved(q, by))} settle={(outcome) => change((q) => settled(q, row.id, outcome))} leave={leave}
        />
      )}
      fetch={(one) => <Ahead key={one.id} id={one.id} filter={filter} />}
      finished={(queue) => <Finished queue={queue} leave={leave} />}
    />
  )
}

/** Fetched before it is asked for; nothing is drawn. */
function Ahead({ id, filter: { desk, state, order } }: { id: string; filter: ReturnType<typeof askedWith> }) {
  useAsk(profilesContract.review, { id, desk, state, order }, { ahead: true })
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
