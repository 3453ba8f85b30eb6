import { Button } from 'antd'
import { useState } from 'react'
import { holds } from '../../../kernel/actor.ts'
import { useActor } from '../../../web/session.ts'
import { Facts } from '../../../web/ui/facts.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { ask, type Problem } from '../../../web/client.ts'
import { Refused } from '../../../web/ui/refused.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { AccountFacts, type Account } from './account-facts.tsx'
import type { Case } from './case-item.tsx'

/**
 * The account that keeps the unit now: shown to support when asked for, and that it was asked for is recorded (S1-58). Whoever
 * confirms a hand-over sees when it was last used, and no more of it.
 */
export function KeeperPart({ c }: { c: Case }) {
  const t = useWords()
  const isSupport = holds(useActor(), 'support_officer')
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
      {c.hasKeeper && c.state === 'verified' && (
        <Facts rows={[{ label: t('recovery.account.lastSignedIn'), value: c.keeperLastSignedInAt ? <Time at={c.keeperLastSignedInAt} /> : t('recovery.account.never') }]} />
      )}
      {account ? <div role="status"><AccountFacts account={account} /></div> : c.hasKeeper && isSupport && (
        <p><Button loading={busy} onClick={() => void look()}>{t('recovery.case.look')}</Button> <span className="quiet">{t('recovery.case.look.logged')}</span></p>
      )}
    </Sheet>
  )
}
