import { useAsk } from '../../../web/ask.ts'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'

/** How many wait for this desk, beside the tab 个人信息审核. */
export default function WaitingCount() {
  const t = useWords()
  const n = useAsk(profilesContract.waiting, {}, { every: 60_000, beside: true }).value?.n ?? 0
  return n > 0 ? <b className="count" title={t('profiles.tab.pending')}>{n > 999 ? '999+' : n}</b> : null
}
