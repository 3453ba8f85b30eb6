import type { OutputOf } from '../../../../kernel/contract.ts'
import { Sheet } from '../../../../web/ui/page-title.tsx'
import { useWords } from '../../../../web/words.ts'
import { useSaid } from '../../../calls/web/parts.ts'
import type { applicationsContract } from '../../contract.ts'

type Call = OutputOf<typeof applicationsContract.projectChoices>['calls'][number]

/** 科技局审核: how many of each call came, and how many of them wait; one press shows those. */
export function CallsWaiting({ calls, chosen, choose }: { calls: readonly Call[]; chosen: string | undefined; choose: (call: string) => void }) {
  const t = useWords()
  const said = useSaid()
  if (calls.length === 0) return null
  return (
    <Sheet title={t('applications.desk.calls')}>
      <ul className="calls-waiting">
        {calls.toSorted((a, b) => b.waiting - a.waiting).map((call) => (
          <li key={call.id}>
            <button type="button" className="link" aria-pressed={call.id === chosen} onClick={() => choose(call.id === chosen ? '' : call.id)}>{said(call.title)}</button>
            <span className="quiet">{call.code}</span>
            <span>{t('applications.desk.calls.n', { waiting: call.waiting, n: call.n })}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
