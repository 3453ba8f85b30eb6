import { reasonsShown, speaking } from '../../../web/review/reason-text.ts'
import { useWords } from '../../../web/words.ts'
import { refusalReasons, returnReasons } from '../desk/reasons.ts'

const isReturn = (code: string) => returnReasons.some((one) => one === code)
const isRefusal = (code: string) => refusalReasons.some((one) => one === code)

/** The reasons of what a desk decided, for whoever reads them. `event` says of which of the two lists a code is: 不予受理 has its own. */
export function useReasons() {
  const t = useWords()
  const word = (code: string, event: string): string =>
    event === 'not_accepted' ? (isRefusal(code) ? t(`applications.refusal.${code}`) : code) : isReturn(code) ? t(`applications.reason.${code}`) : code
  return {
    /** A coded reason in words. */
    word,
    /** All of them, one after the other: picked, and written beside it. */
    shown: ({ codes, comment }: { codes: readonly string[]; comment: string | null }, event: string): string[] =>
      reasonsShown(speaking(codes).map((code) => word(code, event)), comment),
  }
}
