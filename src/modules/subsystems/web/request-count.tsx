import { useAsk } from '../../../web/ask.ts'
import { useWords } from '../../../web/words.ts'
import { subsystemsContract } from '../contract.ts'

/** How many requests wait for the unit, beside the tab. */
export function RequestCount() {
  const t = useWords()
  const total = useAsk(subsystemsContract.requests, { size: 1 }, { every: 60_000, beside: true }).value?.total
  return total && total.n > 0 ? <b className="count" title={t('subsystems.requests.waiting', { n: total.n })}>{total.n > 999 ? '999+' : total.n}</b> : null
}
