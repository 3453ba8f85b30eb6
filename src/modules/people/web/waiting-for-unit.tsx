import { Button } from 'antd'
import { useState } from 'react'
import { minuteOf } from '../../../kernel/clock.ts'
import { Facts } from '../../../web/ui/facts.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { Sheet } from '../../../web/ui/page-title.tsx'
import { Waiting } from '../../../web/ui/waiting.tsx'
import { useWords } from '../../../web/words.ts'
import { ChooseDialog } from './choose-dialog.tsx'
import { chooseVerb, remindingOf, type Me } from './me.ts'
import { RemindDialog } from './remind-dialog.tsx'

interface Props {
  me: Me
  /** After a deed; everything shown is asked again of its own accord. */
  onChanged?: () => void
}

/**
 * Why a person cannot work yet, or any more (S1-30, E09): who has it, since when, how long it usually takes, whom to ask,
 * and what one can do oneself. Nothing for somebody who is enabled in a unit that is active.
 */
export function WaitingForUnit({ me, onChanged }: Props) {
  const t = useWords()
  const [done, setDone] = useState('')
  const told = (sentence: string) => {
    setDone(sentence)
    onChanged?.()
  }
  return (
    <>
      {done && <Notice tone="good" live>{done}</Notice>}
      {me.unit && me.unit.status !== 'active' && me.state !== 'disabled' && <UnitRests me={me} told={told} />}
      {me.state === 'new' && me.unit?.status === 'active' && <Standing me={me} told={told} />}
      {me.state !== 'new' && me.state !== 'enabled' && (
        <Sheet width="reading" title={t(`people.me.${me.state}.title`)}>
          <p>{ended(me, t)}</p>
          {me.reason && <div className="spaced"><Facts rows={[{ label: t('people.me.reason'), value: <span className="given">{me.reason}</span> }]} /></div>}
          <p className="lead spaced">{t(`people.me.${me.state}.next`)}</p>
          <div className="deeds"><Choose me={me} told={told} primary={me.state !== 'disabled'} /></div>
        </Sheet>
      )}
    </>
  )
}

/** Who ended it and when; nobody did where somebody came through the city, or with a unit from an older system. */
function ended(me: Me, t: ReturnType<typeof useWords>): string {
  if (me.state === 'unbound') return t('people.me.unbound.text')
  return me.decidedBy ? t(`people.me.${me.state}.text`, { unit: me.decidedBy, time: minuteOf(new Date(me.since)) }) : t('people.me.disabled.adopted')
}

interface Told {
  me: Me
  told: (sentence: string) => void
}

/** New in an active unit: it is the unit's turn. */
function Standing({ me, told }: Told) {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const { waiting, unit } = me
  if (!waiting || !unit) return null
  const reminding = remindingOf(me)
  const contact = [
    { label: t('people.me.contact.name'), value: waiting.contactName },
    { label: t('people.me.contact.phone'), value: waiting.contactPhone },
    { label: t('people.me.contact.mail'), value: waiting.contactMail },
  ].filter(({ value }) => value !== null)
  return (
    <>
      <Waiting
        title={t('people.me.new.title')} withWhom={unit.name} since={waiting.since}
        usual={waiting.usualDays ? t('people.me.usual', { n: waiting.usualDays }) : t('people.me.usual.unknown')}
        meanwhile={<ul>{[1, 2, 3].map((n) => <li key={n}>{t(`people.me.meanwhile.${n}`)}</li>)}</ul>}
        deeds={<>
          {reminding.when === 'now' && <Button type="primary" onClick={() => setAsking(true)}>{t('people.verb.remind')}</Button>}
          <Choose me={me} told={told} />
        </>}
      >
        <p>{t('people.me.new.text')}</p>
        {contact.length > 0 && <div className="spaced"><h3>{t('people.me.contact')}</h3><Facts rows={contact} /></div>}
        {(waiting.remindedAt || reminding.when === 'later') && (
          <p className="quiet spaced">
            {waiting.remindedAt && `${t('people.me.reminded', { time: minuteOf(new Date(waiting.remindedAt)) })} `}
            {reminding.when === 'later' && t('people.me.remind_again', { time: minuteOf(new Date(reminding.at)) })}
          </p>
        )}
      </Waiting>
      {asking && <RemindDialog me={me} close={() => setAsking(false)} done={told} />}
    </>
  )
}

/** The unit itself cannot act: nobody there can enable anybody. */
function UnitRests({ me, told }: Told) {
  const t = useWords()
  return (
    <Sheet width="reading" title={t('people.me.unit_suspended.title')}>
      <p>{t('people.me.unit_suspended.text', { unit: me.unit?.name ?? '' })}</p>
      <div className="deeds"><Choose me={me} told={told} /></div>
    </Sheet>
  )
}

/** 改选单位, where it may be done now. */
function Choose({ me, told, primary = false }: Told & { primary?: boolean }) {
  const t = useWords()
  const [choosing, setChoosing] = useState(false)
  if (!me.can.includes('choose')) return null
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} onClick={() => setChoosing(true)}>{t(chooseVerb(me.state))}</Button>
      {choosing && <ChooseDialog me={me} close={() => setChoosing(false)} done={told} />}
    </>
  )
}
