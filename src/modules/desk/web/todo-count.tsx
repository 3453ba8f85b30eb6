import { useAsk } from '../../../web/ask.ts'
import { useWords } from '../../../web/words.ts'
import { deskContract } from '../contract.ts'

/** How many things wait, beside the menu entry. */
export function TodoCount() {
  const t = useWords()
  const n = useAsk(deskContract.todo, {}, { every: 60_000, beside: true }).value?.n ?? 0
  return n > 0 ? <b className="count" title={t('desk.title')}>{n > 999 ? '999+' : n}</b> : null
}
