import type { Translate } from '../../../../kernel/words.ts'
import { untilInWords } from './until.tsx'
import type { Decided, Done } from '../decide/use-decision.ts'

/** What happened and to whom it went. */
export function doneInWords(t: Translate, what: Done, answer: Decided & { correctUntil?: string }): string {
  if (what === 'pass') return t('applications.done.pass', { desk: answer.desk?.name ?? '' })
  if (what === 'correct' && answer.correctUntil) return t('applications.done.correct', { time: untilInWords(answer.correctUntil) })
  return t(`applications.done.${what}`)
}
