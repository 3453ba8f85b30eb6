import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { actsAsUnit } from '../../../kernel/actor.ts'
import { useAsk } from '../../../web/ask.ts'
import { deskKeys, pressOf } from '../../../web/review/desk-keys.ts'
import { GoneItem } from '../../../web/review/gone-item.tsx'
import { useActor } from '../../../web/session.ts'
import { KeyHint, useKeys } from '../../../web/ui/key-hint.tsx'
import { Refused } from '../../../web/ui/refused.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'
import { AlsoHere } from './also-here.tsx'
import { DecideBar, DecidePanel } from './decide-panel.tsx'
import { employerWithUnit } from './difference.ts'
import type { Outcome } from './use-queue.ts'
import { ReviewBody } from './review-body.tsx'
import { actsFor, type askedWith } from './review-filters.ts'
import type { Seen } from './reveal.tsx'
import { toneOf, type Review } from './shown.ts'
import { useDecision } from './use-decision.ts'

interface Props {
  outcome: Outcome | undefined
  isFirst: boolean
  isLast: boolean
  move: (by: 1 | -1) => void
  settle: (outcome: Outcome) => void
  leave: () => void
}

/** One person at the flood desk. */
export function DeskItem({ id, filter: { desk, state, order }, ...props }: Props & { id: string; filter: ReturnType<typeof askedWith> }) {
  const t = useWords()
  const asked = useAsk(profilesContract.review, { id, desk, state, order })
  // Withdrawn, or gone to another unit or desk, since the list was read.
  if (asked.refusal?.status === 404) return <GoneItem {...props} isSettled={props.outcome !== undefined} settle={() => props.settle('gone')} sentence={t('profiles.desk.gone')} next={t('profiles.review.next')} />
  if (asked.value) return <Shown review={asked.value} again={asked.again} {...props} />
  return asked.refusal ? <Refused refusal={asked.refusal} again={asked.again} /> : <section className="sheet desk-item"><Skeleton lines={8} /></section>
}

function Shown({ review: r, again, isFirst, isLast, move, settle, leave }: Props & { review: Review; again: () => void }) {
  const t = useWords()
  const actor = useActor()
  const [seen, setSeen] = useState<Seen>({})
  const heading = useRef<HTMLHeadingElement>(null)
  const acting = actsFor(r, actsAsUnit(actor, r.unit.id))
  const decision = useDecision({ review: r, actsFor: acting, overtaken: again, decided: settle })
  // Whoever works by keyboard or by ear goes on with the next person, not at the top of the page.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  const press = (key: string) => () => {
    const pressed = pressOf(decision.mode === 'reading' ? 'reading' : 'returning', key)
    switch (pressed?.deed) {
      case 'pass': return void decision.approve()
      case 'return': return decision.beginRefusing()
      case 'next': return move(1)
      case 'previous': return move(-1)
      case 'pick': return decision.picks.pickByNumber(pressed.n)
      case 'leave': return decision.mode === 'reading' ? leave() : decision.back()
      default:
    }
  }
  useKeys(Object.fromEntries(deskKeys.map((key) => [key, press(key)])))
  return (
    <section className="sheet desk-item" aria-labelledby="desk-who">
      <div className="desk-who">
        <h2 id="desk-who" ref={heading} tabIndex={-1}>{r.name} <StateTag word={t(`profiles.state.${r.state}`)} tone={toneOf(r.state)} /></h2>
        <p className="quiet">{employerWithUnit(r.unit.name, r.secondaryUnit?.name)} · {t('profiles.review.submittedAt')} <Time at={r.submittedAt} /></p>
        <AlsoHere review={r} overtaken={again} />
      </div>
      <ReviewBody review={r} seen={seen} show={(numbers) => setSeen((all) => ({ ...all, ...numbers }))} hide={() => setSeen({})} />
      <DecidePanel decision={decision} actsFor={acting} />
      <p className="hint desk-hint">{t('profiles.desk.keys')} {t('profiles.approve.no_undo')}</p>
      <DecideBar review={r} decision={decision}>
        <Button disabled={isFirst} onClick={() => move(-1)}>{t('profiles.review.previous')} <KeyHint of="K" /></Button>
        <Button disabled={isLast} onClick={() => move(1)}>{t('profiles.review.next')} <KeyHint of="J" /></Button>
        <Button onClick={leave}>{t('profiles.review.list')} <KeyHint of="Esc" /></Button>
      </DecideBar>
    </section>
  )
}
