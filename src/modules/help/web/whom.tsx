import { useAsk } from '../../../web/ask.ts'
import type { Problem } from '../../../web/problem.ts'
import { useWords } from '../../../web/words.ts'
import { helpContract } from '../contract.ts'
import Help from './help.tsx'

/** Beside a deed that is not open: who can change it, by name, and a question to him. */
export default function Whom({ refusal }: { refusal: Problem }) {
  const t = useWords()
  const asked = useAsk(helpContract.whom, { refusal: refusal.code })
  if (!asked.value) return <p className="quiet">{t(asked.refusal ? asked.refusal.code : 'web.loading')}</p>
  const { helper, whom, canAsk } = asked.value
  if (!helper || !whom) return <p className="quiet">{t('help.yourself')}</p>
  return <Help refusal={{ ...refusal, helper }} whom={whom} canAsk={canAsk} />
}
