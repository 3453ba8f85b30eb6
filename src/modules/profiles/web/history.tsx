import { reasonsShown, speaking, textBeside } from '../../../web/review/reason-text.ts'
import { Timeline, type TimelineEntry } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/words.ts'
import type { Mine } from './shown.ts'

const tones: Readonly<Record<string, TimelineEntry['tone']>> = { submitted: 'warn', approved: 'good', refused: 'bad', withdrawn: 'still', moved: 'plain', left: 'still' }

/** What happened to somebody's personal information, newest first. */
export function ProfileHistory({ entries }: { entries: Mine['timeline'] }) {
  const t = useWords()
  return (
    <Timeline entries={entries.map((e, i) => {
      const what = t(`profiles.event.${e.event}`)
      const coded = speaking(e.reasonCodes).map((code) => t(`profiles.reason.${code}`))
      const said = [...reasonsShown(coded, e.reason), e.actForReason && t('profiles.history.acted_for', { reason: e.actForReason })].filter(Boolean)
      return {
        key: `${e.at} ${i}`, what: e.desk ? t('web.pair', { label: what, value: e.desk }) : what,
        who: e.by ?? t('profiles.by.platform'), at: e.at, reason: said.length > 0 ? said.join('\n') : null, tone: tones[e.event] ?? 'plain',
      }
    }).toReversed()} />
  )
}

/** 驳回原因 as it is read: the coded reasons, and what was written beside them. */
export function RefusalReason({ codes, reason }: { codes: readonly string[]; reason: string | null }) {
  const t = useWords()
  const sentences = codes.map((code) => t(`profiles.reason.${code}`))
  const beside = textBeside(reason, sentences)
  return (
    <>
      {sentences.length > 0 && <ul>{sentences.map((one) => <li key={one}>{one}</li>)}</ul>}
      {beside && <p className="given">{beside}</p>}
    </>
  )
}
