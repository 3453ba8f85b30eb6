import { useState } from 'react'
import { ask, type Answer } from '../../../web/client.ts'
import { Facts } from '../../../web/ui/facts.tsx'
import { ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { Masked } from '../../../web/ui/masked.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { peopleContract } from '../contract.ts'
import { useDocumentType } from './document-type.ts'
import type { ShownPerson } from './me.ts'

/** Facts of a person: contacts in clear for a press that is recorded, the document for a reason (S1-54). */
export function PersonFacts({ person }: { person: ShownPerson }) {
  const t = useWords()
  const documentType = useDocumentType()
  const contact = (which: 'mail' | 'phone', label: string) => person[which] && (
    <Masked value={person[which]} label={label} reveal={async (): Promise<Answer<string>> => {
      const answer = await ask(peopleContract.reveal, { id: person.id })
      return answer.ok ? { ok: true, value: answer.value[which] ?? '' } : answer
    }} />
  )
  return (
    <>
      <Facts rows={[
        { label: t('people.field.userName'), value: <span className="code">{person.userName}</span> },
        { label: t('people.field.name'), value: person.name },
        { label: t('people.field.status'), value: <>{t(`people.status.${person.status}`)} <span className="quiet">{t('people.person.since')} <Time at={person.since} /></span></> },
        ...(person.reason ? [{ label: t('people.me.reason'), value: <span className="given">{person.reason}</span> }] : []),
        { label: t('people.field.phone'), value: contact('phone', t('people.field.phone')) },
        { label: t('people.field.mail'), value: contact('mail', t('people.field.mail')) },
        { label: t('people.field.documentType'), value: documentType(person.documentType) },
        { label: t('people.field.document'), value: person.document && <DocumentNumber person={person} masked={person.document} /> },
        { label: t('people.person.joined'), value: <Time at={person.joinedAt} /> },
        { label: t('people.person.signed_in'), value: person.lastSignedInAt ? <Time at={person.lastSignedInAt} /> : t('people.person.never') },
        ...(person.state === 'new' && person.remindedAt ? [{ label: t('people.person.reminded'), value: <Time at={person.remindedAt} /> }] : []),
      ]} />
      <p className="hint spaced">{t('people.reveal.logged')}</p>
    </>
  )
}

/** The number of the document; to see it whole one says why. */
function DocumentNumber({ person, masked }: { person: ShownPerson; masked: string }) {
  const t = useWords()
  const [whole, setWhole] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const act = async (reason: string) => {
    const answer = await ask(peopleContract.revealDocument, { id: person.id, reason })
    if (answer.ok) setWhole(answer.value.document ?? '')
    return answer
  }
  const label = t('people.field.document')
  return (
    <span className="masked">
      <span className="code" aria-live="polite">{whole ?? masked}</span>
      {whole === null
        ? <button type="button" className="link" aria-label={`${t('web.masked.reveal')} ${label}`} onClick={() => setAsking(true)}>{t('web.masked.show')}</button>
        : <button type="button" className="link" aria-label={`${t('web.masked.hide')} ${label}`} onClick={() => setWhole(null)}>{t('web.masked.hide')}</button>}
      {asking && (
        <ReasonDialog open title={t('people.reveal.document.title', { name: person.name })} verb={t('web.masked.show')} hint={t('people.reveal.document.hint')} maxLength={200}
          presets={[1, 2].map((n) => t(`people.reveal.document.preset.${n}`))} close={() => setAsking(false)} act={act}>
          <p>{t('people.reveal.document.text')}</p>
        </ReasonDialog>
      )}
    </span>
  )
}
