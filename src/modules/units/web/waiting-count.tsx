import { useAsk } from '../../../web/ask.ts'
import { useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'

/** How many registrations wait at the officer's own desk, beside the menu entry. */
export function WaitingCount() {
  const t = useWords()
  const n = useAsk(unitsContract.reviews, { state: 'submitted', size: 1 }, { every: 60_000, beside: true }).value?.counts.submitted ?? 0
  return n > 0 ? <b className="count" title={t('units.state.submitted')}>{n > 999 ? '999+' : n}</b> : null
}
