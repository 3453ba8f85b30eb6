import { useEffect, useRef } from 'react'
import { ScrollRegion } from '../ui/scroll-region.tsx'
import { StateTag, type Tone } from '../ui/state-tag.tsx'
import type { Queue } from './queue.ts'

/** One line of the queue: what it is, whose it is, and what became of it. */
export interface QueueLine {
  name: string
  below: string
  /** In full, where `below` is short. */
  title?: string
  outcome?: { word: string; tone: Tone } | undefined
}

/** What waits and what is decided, beside the one on the screen; not on phones. */
export function DeskQueue<R extends { id: string }>({ queue, choose, label, line }: {
  queue: Queue<R>
  choose: (id: string) => void
  /** In words (already translated). */
  label: string
  line: (row: R) => QueueLine
}) {
  const current = useRef<HTMLButtonElement>(null)
  // Scrolling answers with a promise in newer browsers: nothing of it is given back.
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' })
  }, [queue.at])
  return (
    <ScrollRegion className="desk-queue" label={label}>
      <ol>
        {queue.rows.map((row, i) => {
          const { name, below, title = below, outcome } = line(row)
          return (
            <li key={row.id}>
              <button type="button" ref={i === queue.at ? current : undefined} aria-current={i === queue.at} onClick={() => choose(row.id)}>
                <span className="n">{i + 1}</span>
                <span className="queue-who"><b title={name}>{name}</b><small title={title}>{below}</small></span>
                {outcome && <StateTag {...outcome} />}
              </button>
            </li>
          )
        })}
      </ol>
    </ScrollRegion>
  )
}
