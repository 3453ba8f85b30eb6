import { Timeline, type TimelineEntry } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/words.ts'
import type { MyRegistration } from './registration.ts'

const tones: Readonly<Record<string, TimelineEntry['tone']>> = { approved: 'good', resumed: 'good', returned: 'warn', refused: 'bad', suspended: 'bad', dissolved: 'bad', activated: 'good', expired: 'still', withdrawn: 'still' }

/** What happened to a registration, newest first. */
export function RegistrationHistory({ entries }: { entries: MyRegistration['timeline'] }) {
  const t = useWords()
  return (
    <Timeline entries={entries.map((e, i) => ({
      key: `${e.at} ${i}`, what: t(`units.event.${e.event}`), who: e.by ?? t('units.by.platform'), at: e.at, reason: e.reason, tone: tones[e.event] ?? 'plain',
    })).toReversed()} />
  )
}
