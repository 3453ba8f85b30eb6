import { useAsk } from '../../../../web/ask.ts'
import { useWords } from '../../../../web/words.ts'
import { applicationsContract } from '../../contract.ts'

/** How many wait for this desk, in the left menu. */
export default function WaitingCount() {
  const t = useWords()
  const n = useAsk(applicationsContract.projectCounts, {}, { every: 60_000, beside: true }).value?.waiting ?? 0
  return n > 0 ? <b className="count" title={t('applications.desk.tab.waiting')}>{n > 999 ? '999+' : n}</b> : null
}
