import { useAsk } from '../../../web/ask.ts'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'

function Count({ n, title }: { n: number; title: string }) {
  return n > 0 ? <b className="count" title={title}><span className="sr">{title} </span>{n > 999 ? '999+' : n}</b> : null
}

/** How many cases wait for this desk, beside the menu entry. */
export function CaseCount() {
  const t = useWords()
  const n = useAsk(recoveryContract.cases, { state: 'open', size: 1 }, { every: 60_000, beside: true }).value?.counts.open ?? 0
  return <Count n={n} title={t('recovery.tab.open')} />
}

/** How many pieces of a hand-over are still to be confirmed. */
export function PieceCount() {
  const t = useWords()
  const n = useAsk(recoveryContract.handover, {}, { beside: true }).value?.handover?.left ?? 0
  return <Count n={n} title={t('recovery.handover.left', { n })} />
}
