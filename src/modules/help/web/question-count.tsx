import { useAsk } from '../../../web/ask.ts'
import { useWords } from '../../../web/words.ts'
import { helpContract } from '../contract.ts'

/** How many questions wait, beside the menu entry. */
export function QuestionCount() {
  const t = useWords()
  const n = useAsk(helpContract.waiting, {}, { every: 60_000, beside: true }).value?.n ?? 0
  return n > 0 ? <b className="count" title={t('help.state.open')}>{n > 999 ? '999+' : n}</b> : null
}
