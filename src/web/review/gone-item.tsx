import { Button } from 'antd'
import { KeyHint, useKeys } from '../ui/key-hint.tsx'

/** Out of reach since the list was read: withdrawn, or at another desk. `sentence` and `next` in words. */
export function GoneItem({ sentence, next, isSettled, isLast, move, settle, leave }: {
  sentence: string
  next: string
  /** It is known already what became of it. */
  isSettled: boolean
  isLast: boolean
  move: (by: 1 | -1) => void
  settle: () => void
  leave: () => void
}) {
  useKeys({ J: () => move(1), K: () => move(-1), Escape: leave })
  return (
    <section className="sheet desk-item">
      <p>{sentence}</p>
      <p className="deeds"><Button type="primary" onClick={() => (isSettled ? move(1) : settle())} disabled={isLast && isSettled}>{next} <KeyHint of="J" /></Button></p>
    </section>
  )
}
