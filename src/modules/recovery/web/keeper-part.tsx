import { Button } from 'antd'
import { useState } from 'react'
import { ask, type Problem } from '../../../web/client.ts'
import { Refused } from '../../../web/ui/refused.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { AccountFacts, type Account } from './account-facts.tsx'
import type { Case } from './case-item.tsx'

/** The account that keeps the unit now: shown when asked for, and that it was asked for is recorded (S1-58). */
export function KeeperPart({ c }: { c: Case }) {
  const t = useWords()
  const [account, setAccount] = useState<Account | null>(null)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const look = async () => {
    setBusy(true)
    const answer = await ask(recoveryContract.keeper, { id: c.id })
    setBusy(false)
    if (answer.ok) setAccount(answer.value.account)
    setRefusal(answer.ok ? null : answer.refusal)
  }
  return (
    <Sheet title={t('recovery.case.keeper')}>
      {refusal && <Refused refusal={refusal} again={() => void look()} />}
      {!c.hasKeeper && <p>{t('recovery.case.no_keeper')}</p>}
      {account ? <div role="status"><AccountFacts account={account} /></div> : c.hasKeeper && (
        <p><Button loading={busy} onClick={() => void look()}>{t('recovery.case.look')}</Button> <span className="quiet">{t('recovery.case.look.logged')}</span></p>
      )}
    </Sheet>
  )
}
