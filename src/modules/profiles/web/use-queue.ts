import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { AskOf } from '../../../kernel/contract.ts'
import { ask, type Problem } from '../../../web/client.ts'
import { profilesContract } from '../contract.ts'
import { grown, queueOf, runsOut, type Queue } from './queue.ts'
import { canDecide } from './review-filters.ts'
import type { ReviewRow } from './shown.ts'

const pageOfQueue = 50

/** Those who wait in this filter, read page after page as one walks. */
export function useQueue(filter: AskOf<typeof profilesContract.selection>): {
  queue: Queue<ReviewRow> | null
  change: (how: (queue: Queue<ReviewRow>) => Queue<ReviewRow>) => void
  refusal: Problem | null
  again: () => void
} {
  const [queue, setQueue] = useState<Queue<ReviewRow> | null>(null)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const [round, setRound] = useState(0)
  const reading = useRef(false)
  const read = useEffectEvent(async (after: string | undefined) => {
    if (reading.current) return
    reading.current = true
    try {
      const answer = await ask(profilesContract.reviews, { ...filter, state: 'pending', size: pageOfQueue, after })
      if (!answer.ok) return setRefusal(answer.refusal)
      const { rows: all, next, total } = answer.value
      // Where the whole unit is looked at, the desks of others stand in the list as well: theirs is not to be decided here.
      const rows = all.filter(canDecide)
      setRefusal(null)
      setQueue((before) => (before && after ? grown(before, rows, next) : queueOf(rows, next, rows.length === all.length ? total.n : 0)))
    } finally {
      reading.current = false
    }
  })
  useEffect(() => void read(undefined), [round])
  const next = queue && runsOut(queue) ? queue.next : null
  useEffect(() => {
    if (next) void read(next)
  }, [next])
  return { queue, change: (how) => setQueue((before) => before && how(before)), refusal, again: () => setRound((n) => n + 1) }
}
