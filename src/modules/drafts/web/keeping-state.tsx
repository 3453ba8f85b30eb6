import { minuteOf } from '../../../kernel/clock.ts'
import { useWords } from '../../../web/words.ts'
import type { KeeperState } from './keeper.ts'

/** Where one chooses stands above the form; this line is in view wherever one writes. */
function toConflicts(): void {
  const place = document.getElementById('conflicts')
  place?.scrollIntoView({ block: 'start' })
  place?.focus({ preventScroll: true })
}

/** Whether what was typed is safe by now, in one line that is always in view. */
export function KeepingState({ state: { keeping, held }, savedAt }: { state: KeeperState; savedAt: string }) {
  const t = useWords()
  const time = (at: string) => minuteOf(new Date(at)).slice(11)
  if (Object.keys(held.conflicts).length > 0) return <span className="keeping warn" role="status"><button type="button" className="link" onClick={toConflicts}>{t('drafts.keeping.conflict')}</button></span>
  if (Object.keys(held.refused).length > 0) return <span className="keeping bad" role="status">{t('drafts.keeping.refused', { n: Object.keys(held.refused).length })}</span>
  switch (keeping.state) {
    case 'untouched': return <span className="keeping">{t('drafts.keeping.saved_before', { moment: minuteOf(new Date(savedAt)) })}</span>
    case 'saved': return <span className="keeping good" role="status">{t('drafts.keeping.saved', { time: time(keeping.at) })}</span>
    case 'offline': return <span className={keeping.isKept ? 'keeping warn' : 'keeping bad'} role="alert">{t(keeping.isKept ? 'drafts.keeping.offline' : 'drafts.keeping.offline.not_kept')}</span>
    case 'refused': return <span className="keeping bad" role="alert">{t('drafts.keeping.failed', { why: keeping.why.detail })}</span>
    default: return <span className="keeping">{t('drafts.keeping.saving')}</span>
  }
}
