import { useEffect, useRef } from 'react'
import { ScrollRegion } from '../../../web/ui/scroll-region.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import { employerWithUnit } from './difference.ts'
import type { Outcome, Queue } from './queue.ts'
import type { ReviewRow } from './shown.ts'

const tones: Readonly<Record<Outcome, 'good' | 'bad' | 'still'>> = { approved: 'good', refused: 'bad', gone: 'still' }

/** Who waits and who is decided, beside the one on the screen; not on phones. */
export function DeskQueue({ queue, choose }: { queue: Queue<ReviewRow>; choose: (id: string) => void }) {
  const t = useWords()
  const current = useRef<HTMLButtonElement>(null)
  // Scrolling answers with a promise in newer browsers: nothing of it is given back.
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' })
  }, [queue.at])
  return (
    <ScrollRegion className="desk-queue" label={t('profiles.desk.queue')}>
      <ol>
        {queue.rows.map((row, i) => {
          const outcome = queue.done[row.id]
          return (
            <li key={row.id}>
              <button type="button" ref={i === queue.at ? current : undefined} aria-current={i === queue.at} onClick={() => choose(row.id)}>
                <span className="n">{i + 1}</span>
                <span className="queue-who"><b>{row.name}</b><small title={employerWithUnit(row.unit, row.secondaryUnit?.name)}>{row.secondaryUnit?.name ?? row.unit}</small></span>
                {outcome && <StateTag word={t(`profiles.desk.outcome.${outcome}`)} tone={tones[outcome]} />}
              </button>
            </li>
          )
        })}
      </ol>
    </ScrollRegion>
  )
}
