import { minuteOf } from '../../../kernel/clock.ts'
import { useWords } from '../../../web/words.ts'
import type { Keeping } from './keeper.ts'

/** Whether what was typed is safe by now. */
export function KeepingState({ keeping, kept }: { keeping: Keeping; kept: 'profiles.draft.kept' | 'profiles.note.kept' }) {
  const t = useWords()
  switch (keeping.state) {
    case 'untouched': return null
    case 'kept': return <span className="quiet" role="status">{t(kept, { time: minuteOf(new Date(keeping.at)).slice(11) })}</span>
    case 'failed': return <span className="error" role="alert">{t('profiles.draft.failed', { why: keeping.why })}</span>
    default: return <span className="quiet">{t('profiles.draft.keeping')}</span>
  }
}
