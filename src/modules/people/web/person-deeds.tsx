import { useState } from 'react'
import { useDeed } from '../../../web/ask.ts'
import { useHeld } from '../../../web/held.ts'
import { Deed } from '../../../web/ui/closed.tsx'
import { ConfirmDialog, ReasonDialog } from '../../../web/ui/dialogs.tsx'
import { useWords } from '../../../web/words.ts'
import { peopleContract } from '../contract.ts'
import type { ShownPerson } from './me.ts'

const deeds = ['enable', 'disable', 'resetPassword', 'refuse', 'release'] as const
type Verb = (typeof deeds)[number]
type WithReason = 'disable' | 'refuse' | 'release'

interface Props {
  person: ShownPerson
  /** `gone`: the person is not the unit's any more. */
  told: (sentence: string, gone: boolean) => void
}

/** What may be done to this person now, each with what it brings about; the server says which (S1-48, S1-53, E09). */
export function PersonDeeds({ person, told }: Props) {
  const t = useWords()
  const [open, setOpen] = useState<Verb | null>(null)
  const offered = deeds.filter((verb) => person.can.includes(verb) || person.closed.some((one) => one.verb === verb))
  if (offered.length === 0) return null
  const dialog = { person, told, close: () => setOpen(null) }
  return (
    <section className="person-deeds" aria-label={t('web.list.deeds')}>
      {offered.map((verb) => (
        <div key={verb}>
          <Deed
            verb={verb} label={t(`people.verb.${verb}`)} can={person.can} closed={person.closed} aria-describedby={`deed-${verb}`} onClick={() => setOpen(verb)}
            type={verb === 'enable' ? 'primary' : 'default'} danger={verb === 'refuse' || verb === 'release'}
          />
          <p id={`deed-${verb}`}>{t(`people.deed.${verb}`)}</p>
        </div>
      ))}
      {open === 'enable' && <EnableDialog {...dialog} />}
      {open === 'resetPassword' && <ResetDialog {...dialog} />}
      {(open === 'disable' || open === 'refuse' || open === 'release') && <TurnDialog verb={open} {...dialog} />}
    </section>
  )
}

type DialogProps = Props & { close: () => void }

/** 启用 (S1-48, D10): the unit answers for who this is. */
function EnableDialog({ person: shown, told, close }: DialogProps) {
  const t = useWords()
  const person = useHeld(shown)
  const deed = useDeed(peopleContract.enable)
  const act = async () => {
    const answer = await deed.do({ id: person.id, version: person.version })
    if (answer.ok) told(t('people.enable.done', { name: person.name }), false)
    return answer
  }
  return (
    <ConfirmDialog open undo title={t('people.enable.title', { name: person.name })} verb={t('people.verb.enable')} close={close} act={act}>
      <p>{t('people.enable.text')}</p>
      {person.duplicates.length > 0 && <p className="warning">{t('people.enable.duplicate')}</p>}
    </ConfirmDialog>
  )
}

/** 禁用, 不属于本单位 and 移出本单位, with the reason that the person reads. */
function TurnDialog({ person: shown, verb, told, close }: DialogProps & { verb: WithReason }) {
  const t = useWords()
  const person = useHeld(shown)
  const deed = useDeed(peopleContract[verb])
  const act = async (reason: string) => {
    const answer = await deed.do({ id: person.id, version: person.version, reason })
    if (answer.ok) told(t(`people.${verb}.done`, { name: person.name }), verb !== 'disable')
    return answer
  }
  return (
    <ReasonDialog
      open danger title={t(`people.${verb}.title`, { name: person.name })} verb={t(`people.verb.${verb}`)} hint={t('people.reason.hint')}
      presets={[1, 2].map((n) => t(`people.${verb}.preset.${n}`))} close={close} act={act}
    >
      <p>{t(`people.${verb}.text`)}</p>
    </ReasonDialog>
  )
}

/** 密码重置 (S1-53, D8): nobody sees a password; the person sets it by a link that works once. */
function ResetDialog({ person: shown, told, close }: DialogProps) {
  const t = useWords()
  const person = useHeld(shown)
  const deed = useDeed(peopleContract.resetPassword)
  const act = async () => {
    const answer = await deed.do({ id: person.id, version: person.version })
    if (answer.ok) told(t('people.resetPassword.done', { name: person.name, mail: answer.value.mail }), false)
    return answer
  }
  return (
    <ConfirmDialog open undo={false} title={t('people.resetPassword.title', { name: person.name })} verb={t('people.verb.resetPassword')} close={close} act={act}>
      <ul>{[1, 2, 3].map((n) => <li key={n}>{t(`people.resetPassword.text.${n}`, { mail: person.mail ?? '' })}</li>)}</ul>
    </ConfirmDialog>
  )
}
