import { textBeside } from '../../../../web/review/reason-text.ts'
import { Timeline, type TimelineEntry } from '../../../../web/ui/timeline.tsx'
import { useWords } from '../../../../web/words.ts'
import { refusalReasons, returnReasons } from '../../desk/reasons.ts'
import type { Opened } from './shown.ts'
import { untilInWords } from './until.tsx'

const tones: Readonly<Record<string, TimelineEntry['tone']>> = { submitted: 'warn', passed: 'good', accepted: 'good', returned: 'bad', corrected: 'bad', not_accepted: 'bad', withdrawn: 'still', undone: 'still' }
const isReturn = (code: string) => returnReasons.some((one) => one === code)
const isRefusal = (code: string) => refusalReasons.some((one) => one === code)

/** A coded reason in words; of which of the two lists it is, its event says. */
export function useCodeWords(): (code: string, event: string) => string {
  const t = useWords()
  return (code, event) => (event === 'not_accepted' ? (isRefusal(code) ? t(`applications.refusal.${code}`) : code) : isReturn(code) ? t(`applications.reason.${code}`) : code)
}

/** 审核意见与流程: who did what when, newest first. */
export function ApplicationHistory({ entries }: { entries: Opened['timeline'] }) {
  const t = useWords()
  const inWords = useCodeWords()
  return (
    <Timeline entries={entries.map((e, i) => {
      const coded = e.codes.map((code) => inWords(code, e.event))
      const what = t(`applications.event.${e.event}`)
      const said = [
        ...(textBeside(e.comment, coded) === '' ? [] : [e.comment]), ...(e.comment ? [] : coded),
        e.actForReason && t('applications.history.acted_for', { reason: e.actForReason }),
        e.correctUntil && t('applications.history.correct_until', { time: untilInWords(e.correctUntil) }),
        e.isFast && t('applications.history.fast'),
      ].filter(Boolean)
      return {
        key: `${e.at} ${i}`, what: e.to ? t('applications.history.to', { what, to: e.to }) : what, who: [e.desk, e.by].filter(Boolean).join(' ') || t('applications.by.platform'),
        at: e.at, reason: said.length > 0 ? said.join('\n') : coded.join('\n') || null, tone: tones[e.event] ?? 'plain',
      }
    }).toReversed()} />
  )
}
