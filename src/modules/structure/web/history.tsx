import type { OutputOf } from '../../../kernel/contract.ts'
import { Timeline, type TimelineEntry } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/words.ts'
import type { structureContract } from '../contract.ts'

export type History = OutputOf<typeof structureContract.secondaryUnitHistory>

const tones: Readonly<Record<string, TimelineEntry['tone']>> = { opened: 'good', activated: 'good', differed: 'warn', ended: 'warn', archived: 'still', reopened: 'good' }

/** What happened to a secondary unit and its post, newest first. */
export function SecondaryUnitHistory({ past: { events } }: { past: History }) {
  const t = useWords()
  const about = ({ person, name, nameBefore }: History['events'][number]) => (nameBefore ? `${nameBefore} → ${name ?? ''}` : person ?? name ?? '')
  return (
    <Timeline entries={events.map((e, i) => ({
      key: `${e.at} ${i}`, at: e.at, who: e.by ?? t('structure.page.by.platform'), reason: e.reason, tone: tones[e.event] ?? 'plain' as const,
      what: about(e) ? t('web.pair', { label: t(`structure.event.${e.event}`), value: about(e) }) : t(`structure.event.${e.event}`),
    })).toReversed()} />
  )
}
