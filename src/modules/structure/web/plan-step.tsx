import { Button } from 'antd'
import { useRef } from 'react'
import { Notice } from '../../../web/ui/notice.tsx'
import { WhoCanHelp } from '../../../web/ui/who-can-help.tsx'
import { useWords } from '../../../web/words.ts'
import type { Flow } from './flow.ts'
import { usePlaceNames } from './place-names.ts'
import type { News } from './plan-reading.ts'
import { Blockers, PlanView } from './plan-view.tsx'
import type { Plan } from './shown.ts'

/** The plan with the one button that carries it out; what stands in the way first, what others did meanwhile above it all. */
export function PlanStep({ flow, plan, verb, danger }: {
  flow: Flow
  plan: Plan
  /** A verb: the button. */
  verb: string
  danger?: boolean
}) {
  const t = useWords()
  const head = useRef<HTMLHeadingElement>(null)
  const isBlocked = plan.blocked.length > 0
  // What cannot be done at all changes nothing: its noughts would only distract from why.
  const isEmpty = isBlocked && plan.groups.length + plan.grants.length + plan.units.length === 0
  return (
    <section className="plan-step" aria-busy={flow.busy}>
      <h2 ref={head} tabIndex={-1}>{t('structure.plan.title')}</h2>
      {flow.refusal && (
        <Notice tone="bad" live>
          {flow.refusal.detail}
          <WhoCanHelp refusal={flow.refusal} />
          {flow.refusal.code === 'overtaken' && <p className="deeds"><Button onClick={() => location.reload()}>{t('web.overtaken.reload')}</Button></p>}
        </Notice>
      )}
      {flow.news.length > 0 && <Overtaken news={flow.news} />}
      <Blockers plan={plan} />
      {!isEmpty && <PlanView plan={plan} />}
      {!isBlocked && <p className="quiet spaced">{t('structure.plan.undo')}</p>}
      <div className="stay">
        {/* Closed while something stands in the way: it can be reached, and leads to what that is. */}
        {isBlocked
          ? <Button size="large" className="closed-deed" aria-disabled="true" aria-describedby="plan-blocked" onClick={() => head.current?.focus()}>{verb}</Button>
          : <Button type="primary" size="large" danger={danger} loading={flow.busy} onClick={() => void flow.carryOut()}>{verb}</Button>}
        {isBlocked && <span className="quiet" id="plan-blocked">{t('structure.plan.blocked.button')}</span>}
      </div>
    </section>
  )
}

/** 409: between the plan and the button somebody did something; the new plan stands below, this is how it differs. */
export function Overtaken({ news }: { news: readonly News[] }) {
  const t = useWords()
  const { placeName } = usePlaceNames()
  const sentence = (one: News): string => {
    switch (one.what) {
      case 'count': return t('structure.plan.news.count', { what: t(`structure.plan.count.${one.of}`), before: one.before, now: one.now })
      case 'group': return t('structure.plan.news.group', {
        state: t(`structure.page.review.${one.group.state}`), from: placeName(one.group.from.place), to: placeName(one.group.to.place), before: one.before, now: one.now,
      })
      case 'blocked': return t('structure.plan.news.blocked', { why: t(one.code, one.params) })
      case 'free': return t('structure.plan.news.free', { why: t(one.code, one.params) })
      case 'steps': return t('structure.plan.news.steps')
    }
  }
  return (
    <Notice tone="warn" live title={t('structure.plan.news')}>
      <ul>{news.map((one) => <li key={JSON.stringify(one)}>{sentence(one)}</li>)}</ul>
      <p>{t('structure.plan.news.again')}</p>
    </Notice>
  )
}
