import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Answer, Problem } from '../client.ts'
import { grown, queueOf, runsOut, type Queue } from './queue.ts'

/** One page of what waits; `total`: of all pages, 0 where that is not known. */
export interface QueuePage<R> {
  rows: readonly R[]
  next: string | null
  total: number
}

/** What waits, read page after page as one walks through it. */
export function useQueue<R extends { id: string }, O extends string>(readPage: (after: string | undefined) => Promise<Answer<QueuePage<R>>>): {
  queue: Queue<R, O> | null
  change: (how: (queue: Queue<R, O>) => Queue<R, O>) => void
  refusal: Problem | null
  again: () => void
} {
  const [queue, setQueue] = useState<Queue<R, O> | null>(null)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const [round, setRound] = useState(0)
  const reading = useRef(false)
  const read = useEffectEvent(async (after: string | undefined) => {
    if (reading.current) return
    reading.current = true
    try {
      const answer = await readPage(after)
      if (!answer.ok) return setRefusal(answer.refusal)
      const { rows, next, total } = answer.value
      setRefusal(null)
      setQueue((before) => (before && after ? grown(before, rows, next) : queueOf(rows, next, total)))
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
