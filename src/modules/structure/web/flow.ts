import { useRef, useState } from 'react'
import { useRefresh } from '../../../web/ask.ts'
import { ask, type Problem } from '../../../web/client.ts'
import { structureContract } from '../contract.ts'
import { newsBetween, type News } from './plan-reading.ts'
import type { Change, Changed } from './shown.ts'
import { useVerbs, type Proposal } from './verbs.ts'

/** From choosing a place over the plan to carrying it out, where the choice is all there is (划转, 删除); forms have live-plan.ts. */
export interface Flow {
  at: Proposal | null
  /** What others did between the plan and the button (409): the plan was computed anew. */
  news: readonly News[]
  refusal: Problem | null
  busy: boolean
  /** What was chosen: the plan is computed anew where it stands. */
  adjust: (change: Change) => Promise<void>
  carryOut: () => Promise<void>
}

/** N9: simulate, look, carry out; nothing is carried out that was not on the screen. */
export function useFlow(done: (changed: Changed, proposal: Proposal) => void): Flow {
  const send = useVerbs()
  const refresh = useRefresh()
  const [at, setAt] = useState<Proposal | null>(null)
  const [news, setNews] = useState<readonly News[]>([])
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  // Of several plans asked for in a row, the last one counts.
  const asked = useRef(0)

  const simulate = async (change: Change) => {
    const turn = ++asked.current
    const answer = await ask(structureContract.simulate, { change })
    if (turn !== asked.current) return answer
    setRefusal(answer.ok ? null : answer.refusal)
    if (answer.ok) setAt({ change, reason: '', plan: answer.value })
    return answer
  }
  const carryOut = async () => {
    if (!at || busy) return
    setBusy(true)
    setNews([])
    setRefusal(null)
    const answer = await send(at)
    if (answer.ok) done(answer.value, at)
    else if (answer.refusal.code === 'structure.changed_meanwhile') {
      const again = await simulate(at.change)
      if (again.ok) setNews(newsBetween(at.plan, again.value))
      refresh()
    } else setRefusal(answer.refusal)
    setBusy(false)
  }
  return {
    at, news, refusal, busy, carryOut,
    adjust: async (change) => {
      setBusy(true)
      setNews([])
      const turn = asked.current + 1
      await simulate(change)
      if (turn === asked.current) setBusy(false)
    },
  }
}
