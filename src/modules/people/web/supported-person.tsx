import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useDeed } from '../../../web/ask.ts'
import { useHeld } from '../../../web/held.ts'
import { ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { Facts } from '../../../web/ui/facts.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { peopleContract } from '../contract.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { useDocumentType } from './document-type.ts'
import { toneOfState } from './me.ts'
import { ReplaceMailDialog } from './replace-mail-dialog.tsx'

export type Supported = OutputOf<typeof peopleContract.lookUp>['people'][number]

const deeds = ['correct', 'replaceMail', 'liftVouching'] as const

/** A person as the support may see it: masked, with what it may do (S1-58). */
export function SupportedPerson({ person: p, told }: { person: Supported; told: (sentence: string) => void }) {
  const t = useWords()
  const documentType = useDocumentType()
  const [open, setOpen] = useState<(typeof deeds)[number] | null>(null)
  const close = () => setOpen(null)
  return (
    <Sheet width="form" title={p.name}>
      <Facts rows={[
        { label: t('people.field.userName'), value: <><span className="code">{p.userName}</span> <StateTag word={t(`people.state.${p.state}`)} tone={toneOfState(p.state)} /></> },
        { label: t('people.field.documentType'), value: documentType(p.documentType) },
        { label: t('people.field.document'), value: p.document && <span className="code">{p.document}</span> },
        { label: t('people.field.phone'), value: p.phone && <span className="code">{p.phone}</span> },
        { label: t('people.field.mail'), value: p.mail },
        { label: t('people.field.unit'), value: p.unit ?? <span className="quiet">{t('people.profile.no_unit')}</span> },
        { label: t('people.support.vouched'), value: p.vouchedAt ? <Time at={p.vouchedAt} /> : t('people.support.vouched.no') },
      ]} />
      <section className="person-deeds" aria-label={t('web.list.deeds')}>
        {deeds.filter((verb) => p.can.includes(verb)).map((verb) => (
          <div key={verb}>
            <Button danger={verb === 'liftVouching'} aria-describedby={`${verb}-${p.id}`} onClick={() => setOpen(verb)}>{t(`people.verb.${verb}`)}</Button>
            <p id={`${verb}-${p.id}`}>{t(`people.support.deed.${verb}`)}</p>
          </div>
        ))}
      </section>
      {open === 'correct' && <CorrectDialog person={p} close={close} told={told} />}
      {open === 'replaceMail' && <ReplaceMailDialog person={p} close={close} told={told} />}
      {open === 'liftVouching' && <LiftDialog person={p} close={close} told={told} />}
    </Sheet>
  )
}

/** 解除身份确认 (S1-N1): the number is free, the person chooses anew. */
function LiftDialog({ person: shown, close, told }: { person: Supported; close: () => void; told: (sentence: string) => void }) {
  const t = useWords()
  const person = useHeld(shown)
  const deed = useDeed(peopleContract.liftVouching)
  const act = async (reason: string) => {
    const answer = await deed.do({ id: person.id, version: person.version, reason })
    if (answer.ok) told(t('people.support.liftVouching.done', { name: person.name }))
    return answer
  }
  return (
    <ReasonDialog
      open danger title={t('people.support.liftVouching.title', { name: person.name })} verb={t('people.verb.liftVouching')} hint={t('people.support.correct.reason.hint')}
      presets={[1, 2].map((n) => t(`people.support.liftVouching.preset.${n}`))} close={close} act={act}
    >
      <p>{t('people.support.liftVouching.text', { unit: person.unit ?? '' })}</p>
    </ReasonDialog>
  )
}
