import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../../web/words.ts'
import { besideNoField } from './blocked.ts'
import type { LivePlan } from './live-plan.ts'
import { weighs } from './plan-reading.ts'
import { Overtaken } from './plan-step.tsx'
import { Blockers, PlanView } from './plan-view.tsx'

/** The plan beneath the fields of its form: one line where nothing moves, all of it where something does. `verb`: the button below it. */
export function PlanBelow({ live, verb }: { live: LivePlan; verb: string }) {
  const t = useWords()
  const id = useId()
  const head = useRef<HTMLHeadingElement>(null)
  const [open, setOpen] = useState(false)
  const { plan, planning, looks } = live
  const isBlocked = plan !== null && plan.blocked.length > 0
  const isHeavy = plan !== null && !isBlocked && (weighs(plan) || live.news.length > 0)
  const isDue = looks > 0 && live.news.length === 0
  const isLight = plan !== null && !isBlocked && !isHeavy
  // Who pressed before it was there goes on from here; where it comes by itself, nothing is taken from the fields.
  const turned = useRef(0)
  useEffect(() => {
    if (looks === turned.current || !head.current) return
    turned.current = looks
    if (looks > 0) head.current.focus()
  })
  const line = (): string => {
    if (planning) return t('structure.plan.computing')
    if (live.refusal) return live.refusal.detail
    if (isBlocked) return t('structure.plan.blocked.line')
    // With what others did meanwhile it is said that nothing was done.
    if (isHeavy) return isDue ? t('structure.plan.again', { verb }) : t('structure.plan.look')
    return t(isLight ? 'structure.plan.nothing' : 'structure.plan.idle')
  }
  return (
    <section className="plan-below" aria-busy={planning}>
      {isHeavy && <h2 ref={head} tabIndex={-1}>{t('structure.plan.title')}</h2>}
      {live.news.length > 0 && <Overtaken news={live.news} />}
      <div className="plan-line">
        <p role="status" className={isDue && isHeavy && !planning ? 'due' : undefined}>{line()}</p>
        {isLight && !planning && <button type="button" className="link" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>{t('structure.plan.details')}</button>}
      </div>
      {isBlocked && <Blockers plan={{ blocked: besideNoField(plan) }} />}
      {(isHeavy || (isLight && open)) && <div id={id}><PlanView plan={plan} /></div>}
      {isHeavy && <p className="quiet spaced">{t('structure.plan.undo')}</p>}
    </section>
  )
}
