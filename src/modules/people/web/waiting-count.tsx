import { useAsk } from '../../../web/ask.ts'
import { useWords } from '../../../web/words.ts'
import { peopleContract } from '../contract.ts'

/** How many people wait for the unit, beside the menu entry. */
export function WaitingCount() {
  const t = useWords()
  const n = useAsk(peopleContract.waiting, {}, { every: 60_000, beside: true }).value?.n ?? 0
  return n > 0 ? <b className="count" title={t('people.tab.new')}><span className="sr">{t('people.tab.new')} </span>{n > 999 ? '999+' : n}</b> : null
}
