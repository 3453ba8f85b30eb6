import type { ReactNode } from 'react'
import { DeskQueue, type QueueLine } from './desk-queue.tsx'
import { ahead, isEmptied, progressOf, shownAt, type Queue } from './queue.ts'
import type { Problem } from '../client.ts'
import { Refused } from '../ui/refused.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

interface Props<R extends { id: string }, O extends string> {
  title: ReactNode
  queue: Queue<R, O> | null
  change: (how: (queue: Queue<R, O>) => Queue<R, O>) => void
  refusal: Problem | null
  again: () => void
  said: { progress: (n: number, of: string | number) => string; decided: (n: number) => string; queue: string }
  line: (row: R, outcome: O | undefined) => QueueLine
  /** The one on the screen. */
  item: (row: R, at: { outcome: O | undefined; isFirst: boolean; isLast: boolean }) => ReactNode
  /** Fetches one before it is asked for; draws nothing. */
  fetch: (row: R) => ReactNode
  /** Nothing waits any more. */
  finished: (queue: Queue<R, O>) => ReactNode
  className?: string
}

/** N4: one after the other by keyboard, what waits beside it, how far one has come; the next ones are fetched ahead. */
export function FloodDesk<R extends { id: string }, O extends string>({ title, queue, change, refusal, again, said, line, item, fetch, finished, className = '' }: Props<R, O>) {
  if (!queue) return <>{title}{refusal ? <Refused refusal={refusal} again={again} /> : <Skeleton lines={8} />}</>
  if (queue.rows.length === 0 && queue.next !== null) return <>{title}<Skeleton lines={8} /></>
  if (queue.rows.length === 0) return <>{title}{finished(queue)}</>
  const row = queue.rows[queue.at]
  const { n, of, more, decided } = progressOf(queue)
  return (
    <div className={`desk-page ${className}`} ref={intoView}>
      <div className="desk-head">
        {title}
        <div className="desk-progress">
          <p role="status" aria-live="polite"><b>{said.progress(n, more ? `${of}+` : of)}</b> <span className="quiet">{said.decided(decided)}</span></p>
          <progress max={of} value={decided} aria-label={said.decided(decided)} />
        </div>
      </div>
      {isEmptied(queue) && finished(queue)}
      <div className="desk">
        <DeskQueue queue={queue} choose={(id) => change((q) => shownAt(q, id))} label={said.queue} line={(one) => line(one, queue.done[one.id])} />
        {row && item(row, { outcome: queue.done[row.id], isFirst: queue.at === 0, isLast: queue.at === queue.rows.length - 1 })}
      </div>
      {ahead(queue).map((one) => fetch(one))}
    </div>
  )
}

/** The letterhead is no help here: once opened, the desk has the whole height. */
function intoView(desk: HTMLElement | null): void {
  desk?.scrollIntoView({ block: 'start' })
}
