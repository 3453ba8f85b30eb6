import { useState } from 'react'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { Code } from '../../../web/ui/code-field.tsx'
import { useWords } from '../../../web/words.ts'
import { caseNumberGroups } from '../number.ts'
import { ClaimForm } from './claim-form.tsx'

/** S1-10, E01, E12: somebody who cannot sign in claims the account of his unit, without an account and without an e-mail to support. */
export default function BeginPage() {
  const t = useWords()
  const [received, setReceived] = useState<{ number: string; mail: string } | null>(null)
  if (received) return <Receipt {...received} />
  return (
    <>
      <PageTitle title={t('recovery.title.begin')} lead={t('recovery.begin.lead')} />
      <ClaimForm done={(number, mail) => {
        setReceived({ number, mail })
        scrollTo({ top: 0 })
      }} />
    </>
  )
}

/** The number and what comes next; the link itself is only in the mail. */
function Receipt({ number, mail }: { number: string; mail: string }) {
  const t = useWords()
  return (
    <>
      <PageTitle title={t('recovery.received.title')} />
      <Sheet width="reading">
        <div role="status">
          <p className="case-number"><span>{t('recovery.field.number')}</span> <b><Code of={number} groups={caseNumberGroups} /></b></p>
          <p>{t('recovery.received.text')}</p>
        </div>
        <ol className="next-list spaced">
          {['mail', 'keeper', 'support'].map((step) => (
            <li key={step}><h3>{t(`recovery.received.${step}`)}</h3><p>{t(`recovery.received.${step}.text`, { mail })}</p></li>
          ))}
        </ol>
        <p className="deeds"><a href="/">{t('recovery.to_portal')}</a></p>
      </Sheet>
    </>
  )
}
