import { Timeline, type TimelineEntry } from '../../../../web/ui/timeline.tsx'
import { useWords } from '../../../../web/words.ts'
import { useReasons } from '../reasons.ts'
import type { Opened } from './shown.ts'
import { untilInWords } from './until.tsx'

const tones: Readonly<Record<string, TimelineEntry['tone']>> = { submitted: 'warn', passed: 'good', accepted: 'good', returned: 'bad', not_accepted: 'bad', withdrawn: 'still', undone: 'still' }

/** 审核意见与流程: who did what when, newest first. */
export function ApplicationHistory({ entries }: { entries: Opened['timeline'] }) {
  const t = useWords()
  const reasons = useReasons()
  return (
    <Timeline entries={entries.map((e, i) => {
      const what = t(`applications.event.${e.event}`)
      const said = [
        ...reasons.shown(e, e.event),
        e.actForReason && t('applications.history.acted_for', { reason: e.actForReason }),
        e.correctUntil && t('applications.history.correct_until', { time: untilInWords(e.correctUntil) }),
        e.isFast && t('applications.history.fast'),
      ].filter(Boolean)
      return {
        key: `${e.at} ${i}`, what: e.to ? t('applications.history.to', { what, to: e.to }) : what, who: [e.desk, e.by].filter(Boolean).join(' ') || t('applications.by.platform'),
        at: e.at, reason: said.length > 0 ? said.join('\n') : null, tone: tones[e.event] ?? 'plain',
      }
    }).toReversed()} />
  )
}
