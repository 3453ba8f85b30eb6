import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { actsAsUnit } from '../../../kernel/actor.ts'
import { useAsk } from '../../../web/ask.ts'
import { useFilters } from '../../../web/filters.ts'
import { deskKeys, pressOf } from '../../../web/review/desk-keys.ts'
import type { Search } from '../../../web/search.ts'
import { useActor } from '../../../web/session.ts'
import { KeyHint, useKeys } from '../../../web/ui/key-hint.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Told } from '../../../web/ui/told.tsx'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'
import { AlsoHere } from './also-here.tsx'
import { DecideBar, DecidePanel } from './decide-panel.tsx'
import { employerWithUnit } from './difference.ts'
import { ProfileHistory } from './history.tsx'
import { ReviewBody } from './review-body.tsx'
import { ReviewFacts } from './review-facts.tsx'
import { actsFor, askedWith, reviewFilterDefs } from './review-filters.ts'
import type { Seen } from './reveal.tsx'
import { toneOf, type Review } from './shown.ts'
import { useDecision } from './use-decision.ts'

/** 审核 and 查看 (S2-50): what is new beside what is in force, and the decision (S2-54, S2-55). */
export default function ReviewPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const { values } = useFilters(reviewFilterDefs)
  const { desk, state, order } = askedWith(values)
  const asked = useAsk(profilesContract.review, { id, desk, state, order }, { fresh: true })
  return <Loaded of={asked}>{(review) => <Item key={review.id} review={review} again={asked.again} />}</Loaded>
}

function Item({ review: r, again }: { review: Review; again: () => void }) {
  const t = useWords()
  const actor = useActor()
  const navigate = useNavigate()
  const filters = useLocation({ select: ({ state }) => state.filters })
  const [seen, setSeen] = useState<Seen>({})
  const [done, setDone] = useState('')
  const acting = actsFor(r, actsAsUnit(actor, r.unit.id))
  // After a deed, who came next in the list before it: it no longer stands there.
  const [neighbours, setNeighbours] = useState({ next: r.next, previous: r.previous })
  if (!done && (neighbours.next !== r.next || neighbours.previous !== r.previous)) setNeighbours({ next: r.next, previous: r.previous })
  const decision = useDecision({
    review: r, actsFor: acting, overtaken: again,
    decided: (what) => {
      decision.back()
      setDone(t(`profiles.done.${what}`, { name: r.name }))
    },
  })
  const open = (id: string | null) => id && void navigate({ to: '/center/reviews/$id', params: { id }, search: true, state: { filters } })
  // To the list as it was left: its filters and its page stand in the link, what is personal in memory.
  const leave = () => void navigate({ to: '/center/reviews', search: ((search: Search) => search), state: { filters } })
  const press = (key: string) => () => {
    const pressed = pressOf(decision.mode === 'refusing' ? 'returning' : 'reading', key)
    switch (pressed?.deed) {
      case 'pass': return void decision.approve()
      case 'return': return decision.beginRefusing()
      case 'next': return open(neighbours.next)
      case 'previous': return open(neighbours.previous)
      case 'pick': return decision.picks.pickByNumber(pressed.n)
      case 'leave': return decision.mode === 'reading' ? leave() : decision.back()
      default:
    }
  }
  useKeys(Object.fromEntries(deskKeys.map((key) => [key, press(key)])))
  return (
    <>
      <PageTitle title={r.name} mandate={employerWithUnit(r.unit.name, r.secondaryUnit?.name)} state={<StateTag word={t(`profiles.state.${r.state}`)} tone={toneOf(r.state)} />} />
      <Told sentence={done} after={r.revision} />
      <AlsoHere review={r} overtaken={again} />
      <div className="review-columns">
        <div>
          <Sheet><ReviewBody review={r} seen={seen} show={(numbers) => setSeen((all) => ({ ...all, ...numbers }))} hide={() => setSeen({})} /></Sheet>
          <DecidePanel decision={decision} actsFor={acting} />
        </div>
        <div>
          <Sheet title={t('profiles.review.desk')}><ReviewFacts review={r} /></Sheet>
          <Sheet><ProfileHistory entries={r.timeline} /></Sheet>
        </div>
      </div>
      <DecideBar review={r} decision={decision}>
        <Button disabled={!neighbours.previous} onClick={() => open(neighbours.previous)}>{t('profiles.review.previous')} <KeyHint of="K" /></Button>
        <Button type={done && neighbours.next ? 'primary' : 'default'} disabled={!neighbours.next} onClick={() => open(neighbours.next)}>{t('profiles.review.next')} <KeyHint of="J" /></Button>
        <Button onClick={leave}>{t('profiles.review.list')}</Button>
      </DecideBar>
    </>
  )
}
