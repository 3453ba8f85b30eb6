import { Timeline, type TimelineEntry } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/words.ts'

const tones: Readonly<Record<string, TimelineEntry['tone']>> = {
  objected: 'bad', overruled: 'warn', verified: 'good', answered: 'good', handed_over: 'good', sent_back: 'warn', refused: 'bad', withdrawn: 'still', erased: 'still',
}

/** What happened to a case, newest first. */
export function CaseHistory({ entries, nobody }: {
  entries: readonly { event: string; at: string; by: string | null; reason: string | null }[]
  /** Who acted where nobody is named. */
  nobody: string | null
}) {
  const t = useWords()
  return (
    <Timeline entries={entries.map((e, i) => ({
      key: `${e.at} ${i}`, what: t(`recovery.event.${e.event}`), who: e.by ?? nobody, at: e.at, reason: e.reason, tone: tones[e.event] ?? 'plain',
    })).toReversed()} />
  )
}
