import { speaking, textAfter } from '../../../../web/review/reason-text.ts'
import { useWords } from '../../../../web/words.ts'
import type { ReturnReason } from '../../desk/reasons.ts'

/** Coded reasons in words; 其他 says nothing by itself. */
export function useReasonSentences() {
  const t = useWords()
  const of = (codes: readonly ReturnReason[]): string[] => speaking(codes).map((code) => t(`applications.reason.${code}`))
  return { of, after: (text: string, before: readonly ReturnReason[], now: readonly ReturnReason[]) => textAfter(text, of(before), of(now)) }
}
