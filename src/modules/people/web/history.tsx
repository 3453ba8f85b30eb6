import { Timeline, type TimelineEntry } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/words.ts'
import type { Me } from './me.ts'

const tones: Readonly<Record<string, TimelineEntry['tone']>> = { enabled: 'good', disabled: 'warn', refused: 'bad', released: 'bad', adopted: 'good' }

/** What happened to a person, newest first. */
export function PersonHistory({ entries }: { entries: Me['timeline'] }) {
  const t = useWords()
  return (
    <Timeline entries={entries.map((e, i) => ({
      key: `${e.at} ${i}`,
      what: e.unit ? t('web.pair', { label: t(`people.event.${e.event}`), value: e.unit }) : t(`people.event.${e.event}`),
      who: e.by ?? t('people.by.platform'), at: e.at, reason: e.reason, tone: tones[e.event] ?? 'plain',
    })).toReversed()} />
  )
}
