import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { ask } from '../../../web/client.ts'
import { ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { Facts } from '../../../web/ui/facts.tsx'
import { useWords } from '../../../web/words.ts'
import type { recoveryContract } from '../contract.ts'

type Contact = OutputOf<typeof recoveryContract.revealAccount>

/** Contact data in clear, after a reason that is written down (S1-58, S1-N4); hidden again with one press. */
export function Reveal({ verb, id }: { verb: typeof recoveryContract.revealAccount | typeof recoveryContract.revealClaimant; id: string }) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const [contact, setContact] = useState<Contact | null>(null)
  const act = async (reason: string) => {
    const answer = await ask(verb, { id, reason })
    if (answer.ok) setContact(answer.value)
    return answer
  }
  if (contact) {
    return (
      <div className="revealed" role="status">
        <Facts rows={[
          { label: t('recovery.field.mail'), value: contact.mail },
          { label: t('recovery.field.phone'), value: <span className="code">{contact.phone}</span> },
        ]} />
        <Button size="small" onClick={() => setContact(null)}>{t('web.masked.hide')}</Button>
      </div>
    )
  }
  return (
    <p className="spaced">
      <Button size="small" onClick={() => setAsking(true)}>{t('recovery.reveal')}</Button>
      {asking && <ReasonDialog open title={t('recovery.reveal')} verb={t('recovery.reveal.verb')} hint={t('recovery.reveal.hint')} close={() => setAsking(false)} act={act} />}
    </p>
  )
}
