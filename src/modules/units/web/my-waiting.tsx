import { Button } from 'antd'
import { useState } from 'react'
import { useDeed } from '../../../web/ask.ts'
import { ConfirmDialog } from '../../../web/ui/dialogs.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { Waiting } from '../../../web/ui/waiting.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import { ContactFacts } from './contact-facts.tsx'
import { LicenceFact } from './licence-fact.tsx'
import type { MyRegistration } from './registration.ts'
import { RegistrationHistory } from './history.tsx'
import { UnitFacts } from './unit-facts.tsx'

/** S1-21, E13: who has it, since when, how long it usually takes, what can be done meanwhile. */
export function MyWaiting({ registration: r }: { registration: MyRegistration }) {
  const t = useWords()
  const lang = useLang()
  const withdraw = useDeed(unitsContract.withdraw)
  // The registration as it was when the dialog opened (I8).
  const [asking, setAsking] = useState<MyRegistration | null>(null)
  const { waiting } = r
  if (!waiting) return null
  const authority = (lang === 'en' && waiting.authorityEn) || waiting.authority
  return (
    <div className="with-aside">
      <div>
        <Waiting
          title={t('units.waiting.title')} withWhom={authority} since={waiting.since}
          usual={waiting.usualDays ? t('units.waiting.usual', { n: waiting.usualDays }) : t('units.waiting.usual.unknown')}
          meanwhile={<ul>{[1, 2, 3].map((n) => <li key={n}>{t(`units.waiting.meanwhile.${n}`)}</li>)}</ul>}
          deeds={r.can.includes('withdraw') && <Button onClick={() => setAsking(r)}>{t('units.verb.withdraw')}</Button>}
        >
          {waiting.phone && <p>{t('web.pair', { label: t('units.waiting.phone'), value: waiting.phone })}</p>}
        </Waiting>
        <Sheet width="reading" title={t('units.waiting.submitted')}>
          <UnitFacts form={r.form} authority={authority} on={r.submittedAt?.slice(0, 10)} />
          <hr className="rule" />
          <ContactFacts contact={r.contact} />
          <hr className="rule" />
          {r.licence && <LicenceFact registrationId={r.id} licence={r.licence} />}
        </Sheet>
      </div>
      <Sheet><RegistrationHistory entries={r.timeline} /></Sheet>
      <ConfirmDialog
        open={asking !== null} title={t('units.withdraw.title')} verb={t('units.verb.withdraw')} undo={false} close={() => setAsking(null)}
        act={() => withdraw.do({ id: r.id, version: (asking ?? r).version })}
      >
        <p>{t('units.withdraw.text')}</p>
      </ConfirmDialog>
    </div>
  )
}
