import { useRef, useState } from 'react'
import { useDeed, useRefresh } from '../../../web/ask.ts'
import { ask, type Answer, type Problem } from '../../../web/client.ts'
import { structureContract } from '../contract.ts'
import { newsBetween, type News } from './plan-reading.ts'
import type { Change, Changed, Plan } from './shown.ts'

/** A change, what it would move, and why (where a post ends). */
export interface Proposal {
  change: Change
  reason: string
  plan: Plan
}

/** From proposing a change over its plan to carrying it out. */
export interface Flow {
  at: Proposal | null
  /** What others did between the plan and the button (409): the plan was computed anew. */
  news: readonly News[]
  refusal: Problem | null
  busy: boolean
  /** Asks the simulator; a plan that can be carried out takes the place of the form, which itself tells what stands in the way. */
  propose: (change: Change, reason?: string) => Promise<Answer<Plan>>
  /** Another policy for the same change: the plan is computed anew where it stands. */
  adjust: (change: Change) => Promise<void>
  carryOut: () => Promise<void>
  back: () => void
}

/** Each kind of change has its verb; the seal says which state was on the screen. */
function useVerbs(): (proposal: Proposal) => Promise<Answer<Changed>> {
  const authorise = useDeed(structureContract.authorise)
  const replace = useDeed(structureContract.replaceAuthorised)
  const revoke = useDeed(structureContract.revokeAuthorised)
  const add = useDeed(structureContract.addSecondaryUnit)
  const change = useDeed(structureContract.changeSecondaryUnit)
  const vacate = useDeed(structureContract.revokeManager)
  const remove = useDeed(structureContract.removeSecondaryUnit)
  const move = useDeed(structureContract.movePeople)
  return ({ change: asked, reason, plan: { seal } }) => {
    switch (asked.kind) {
      case 'authorise': return authorise.do({ ...asked.person, seal })
      case 'replace': return replace.do({ grantId: asked.grantId, ...asked.person, seal })
      case 'revoke': return revoke.do({ grantId: asked.grantId, reason, seal })
      case 'add': return add.do({ name: asked.name, manager: asked.manager, ...(asked.people && { people: asked.people }), seal })
      case 'change': return change.do({ id: asked.id, version: asked.version, name: asked.name, ...(asked.manager && { manager: asked.manager }), seal })
      case 'vacate': return vacate.do({ id: asked.id, version: asked.version, reason, seal })
      case 'remove': return remove.do({ id: asked.id, version: asked.version, ...(asked.moveTo && { moveTo: asked.moveTo }), seal })
      case 'move': return move.do({ from: asked.from, to: asked.to, people: asked.people, seal })
    }
  }
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

  const simulate = async (change: Change, reason: string, fromForm = false) => {
    const turn = ++asked.current
    const answer = await ask(structureContract.simulate, { change })
    if (turn !== asked.current) return answer
    setRefusal(answer.ok ? null : answer.refusal)
    if (answer.ok && !(fromForm && answer.value.blocked.length > 0)) setAt({ change, reason, plan: answer.value })
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
      const again = await simulate(at.change, at.reason)
      if (again.ok) setNews(newsBetween(at.plan, again.value))
      refresh()
    } else setRefusal(answer.refusal)
    setBusy(false)
  }
  return {
    at, news, refusal, busy, carryOut,
    propose: async (change, reason = '') => {
      setNews([])
      const answer = await simulate(change, reason, true)
      // The form shows it itself.
      if (!answer.ok) setRefusal(null)
      return answer
    },
    adjust: async (change) => {
      setBusy(true)
      setNews([])
      const turn = asked.current + 1
      await simulate(change, at?.reason ?? '')
      if (turn === asked.current) setBusy(false)
    },
    back: () => {
      setAt(null)
      setNews([])
      setRefusal(null)
    },
  }
}
