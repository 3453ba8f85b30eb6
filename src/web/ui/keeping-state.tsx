import { minuteOf } from '../../kernel/clock.ts'
import type { Keeping } from '../keeper.ts'

/** Whether what was typed is safe by now; the sentences are the room's. */
export function KeepingState({ keeping, said }: {
  keeping: Keeping
  said: { keeping: string; kept: (time: string) => string; failed: (why: string) => string }
}) {
  switch (keeping.state) {
    case 'untouched': return null
    case 'kept': return <span className="quiet" role="status">{said.kept(minuteOf(new Date(keeping.at)).slice(11))}</span>
    case 'failed': return <span className="error" role="alert">{said.failed(keeping.why)}</span>
    default: return <span className="quiet">{said.keeping}</span>
  }
}
