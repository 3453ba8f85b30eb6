import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { afterPointer } from '../../../web/after-pointer.ts'
import { useRefresh } from '../../../web/ask.ts'
import { ask, type Answer, type Problem } from '../../../web/client.ts'
import { ownProblem } from '../../../web/problem.ts'
import { structureContract } from '../contract.ts'
import { newsBetween, weighs, type News } from './plan-reading.ts'
import type { Change, Changed, Plan } from './shown.ts'
import { useVerbs, type Proposal } from './verbs.ts'

/** As long nothing more must have been typed before the simulator is asked. */
const stillMs = 500
/** Not carried out yet: its plan comes first to the eyes of who pressed. */
export const lookFirst = 'structure.plan.again'

export interface LivePlan {
  /** What the fields would bring about as they stand; while newer ones are computed, that of the fields before. */
  plan: Plan | null
  /** `plan` is that of the fields as they stand. */
  isCurrent: boolean
  planning: boolean
  /** Why there is no plan. */
  refusal: Problem | null
  /** What others did between the plan and the button (409): the plan was computed anew. */
  news: readonly News[]
  /** Counts the presses that came before the plan was seen: it is looked at now, and the button pressed again. */
  looks: number
  /** On leaving a field: nothing more is typed into it. */
  flush: () => void
  press: (change: Change, reason: string) => Promise<Answer<Plan>>
}

type Found = { key: string; plan: Plan } | { key: string; refusal: Problem }
const keyOf = (change: Change): string => JSON.stringify(change)

/**
 * N9 behind one button: the plan of a form comes by itself as soon as the form is complete (`wanted`), and the button
 * carries out what was on the screen. Pressed before that it waits for the plan: what moves nobody is carried out at once,
 * everything else is looked at first.
 */
export function useLivePlan(wanted: Change | null, done: (changed: Changed, proposal: Proposal) => void, still = stillMs): LivePlan {
  const send = useVerbs()
  const refresh = useRefresh()
  const [found, setFound] = useState<Found | null>(null)
  const [news, setNews] = useState<readonly News[]>([])
  const [looked, setLooked] = useState<{ key: string; times: number }>({ key: '', times: 0 })
  // The last question, answered or not: of several in a row it alone counts, and the same one is asked once.
  const asked = useRef<{ key: string; answer: Promise<Answer<Plan>> } | null>(null)
  const key = wanted && keyOf(wanted)
  const isCurrent = found !== null && found.key === key

  const compute = (change: Change): Promise<Answer<Plan>> => {
    const keyNow = keyOf(change)
    if (asked.current?.key === keyNow) return asked.current.answer
    const answer = ask(structureContract.simulate, { change })
    asked.current = { key: keyNow, answer }
    void answer.then((said) => afterPointer(() => {
      if (asked.current?.answer !== answer) return
      if (!said.ok) asked.current = null
      setFound(said.ok ? { key: keyNow, plan: said.value } : { key: keyNow, refusal: said.refusal })
    }))
    return answer
  }
  const look = (change: Change) => setLooked(({ times }) => ({ key: keyOf(change), times: times + 1 }))

  const flush = () => void (wanted && compute(wanted))
  const flushed = useEffectEvent(flush)
  useEffect(() => {
    if (key === null || asked.current?.key === key) return
    const timer = setTimeout(() => flushed(), still)
    return () => clearTimeout(timer)
  }, [key, still])

  const press = async (change: Change, reason: string): Promise<Answer<Plan>> => {
    setNews([])
    const answer = await compute(change)
    if (!answer.ok || answer.value.blocked.length > 0) return answer
    const plan = answer.value
    const isSeen = isCurrent && 'plan' in found && found.plan.seal === plan.seal
    if (weighs(plan) && !isSeen) {
      look(change)
      return { ok: false, refusal: ownProblem(lookFirst, '', 409) }
    }
    const sent = await send({ change, reason, plan })
    if (sent.ok) {
      done(sent.value, { change, reason, plan })
      return answer
    }
    asked.current = null
    if (sent.refusal.code === 'structure.changed_meanwhile') {
      const renewed = await compute(change)
      if (!renewed.ok) return renewed
      setNews(newsBetween(plan, renewed.value))
      look(change)
      refresh()
    }
    return sent
  }
  return {
    plan: wanted && found && 'plan' in found ? found.plan : null, isCurrent, planning: wanted !== null && !isCurrent,
    refusal: isCurrent && 'refusal' in found ? found.refusal : null,
    news: isCurrent && looked.key === key ? news : [], looks: looked.key === key ? looked.times : 0,
    flush, press,
  }
}
