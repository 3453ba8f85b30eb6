import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { staffPosts } from '../../../kernel/actor.ts'
import { minuteOf } from '../../../kernel/clock.ts'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { Facts } from '../../../web/ui/facts.tsx'
import { FormDialog } from '../../../web/ui/form-dialog.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useActor, useSite } from '../../../web/session.ts'
import { useLang, useWords } from '../../../web/words.ts'
import { accountsContract } from '../contract.ts'
import { ContactForm } from './contact-form.tsx'
import { Devices } from './devices.tsx'
import { TurnOffForm } from './turn-off-form.tsx'

type Me = OutputOf<typeof accountsContract.me>

/** 账号安全: password, second step, contacts and where the account is signed in. */
export default function SafetyPage() {
  const t = useWords()
  const me = useAsk(accountsContract.me, {})
  const [told, tell] = useState('')
  return (
    <>
      <PageTitle title={t('accounts.title')} />
      {told && <Notice tone="good" live>{told}</Notice>}
      <Loaded of={me}>
        {(value) => <><Secrets me={value} tell={tell} /><City /><Questions /><Contacts me={value} tell={tell} /></>}
      </Loaded>
      <Devices tell={tell} />
      <Sheet width="form" title={t('accounts.my_data')} deed={<Link to="/me/data">{t('accounts.my_data.open')}</Link>}>
        <p>{t('accounts.my_data.lead')}</p>
      </Sheet>
    </>
  )
}

interface Props {
  me: Me
  tell: (sentence: string) => void
}

/** Setting up a second step is a page of its own, the same as at sign-in. */
const setUp = '/sign-in/second-factor/setup?back=/app/account'

function Secrets({ me, tell }: Props) {
  const t = useWords()
  const [leaving, setLeaving] = useState(false)
  const { on, required, since } = me.secondFactor
  return (
    <>
      <Sheet width="form" title={t('password.label')} deed={<Link to="/account/password">{t('password.change')}</Link>}>
        <p>{t('accounts.password_changed_at', { time: minuteOf(new Date(me.passwordChangedAt)) })}</p>
      </Sheet>
      <Sheet width="form" title={t('second_factor.title')} deed={<StateTag word={t(on ? 'second_factor.on' : 'second_factor.off')} tone={on ? 'good' : 'still'} />}>
        <p>{on && since ? t('second_factor.since', { time: minuteOf(new Date(since)) }) : t('second_factor.offer')}</p>
        {required && <p className="hint">{t('second_factor.required')}</p>}
        <div className="deeds">
          <Button href={setUp} type={on ? 'default' : 'primary'}>{t(on ? 'second_factor.replace' : 'second_factor.turn_on')}</Button>
          {on && !required && <Button danger onClick={() => setLeaving(true)}>{t('second_factor.turn_off')}</Button>}
        </div>
      </Sheet>
      <FormDialog open={leaving} title={t('second_factor.turn_off')} close={() => setLeaving(false)}>
        <TurnOffForm close={() => setLeaving(false)} done={() => (setLeaving(false), tell(t('second_factor.turned_off')))} />
      </FormDialog>
    </>
  )
}

/** S2-01: the other way in, where the city has a provider; units and people have a door to it. */
function City() {
  const t = useWords()
  const [site, lang, post] = [useSite(), useLang(), useActor()?.mandate?.post]
  const isStaff = (staffPosts as readonly (string | undefined)[]).includes(post)
  if (!site.identity || isStaff) return null
  const provider = lang === 'en' ? site.identity.nameEn : site.identity.nameZh
  return (
    <Sheet width="form" title={provider}>
      <p>{t('accounts.city', { provider })}</p>
      <div className="deeds"><Link to="/account/city">{t('accounts.city.see')}</Link></div>
    </Sheet>
  )
}

/** S1-13: a way back for unit accounts; others recover by their mailbox or their unit. */
function Questions() {
  const t = useWords()
  const isUnit = useActor()?.mandate?.post === 'unit_account'
  const { value } = useAsk(accountsContract.securityQuestions, {}, { when: isUnit })
  if (!isUnit || !value) return null
  const { since } = value
  return (
    <Sheet width="form" title={t('security_question.title')} deed={<StateTag word={t(since ? 'security_question.on' : 'security_question.off')} tone={since ? 'good' : 'warn'} />}>
      <p>{since ? t('security_question.since', { time: minuteOf(new Date(since)) }) : t('security_question.lead')}</p>
      <div className="deeds"><Link to="/account/questions">{t(since ? 'security_question.replace' : 'security_question.set')}</Link></div>
    </Sheet>
  )
}

function Contacts({ me, tell }: Props) {
  const t = useWords()
  const [channel, setChannel] = useState<'mail' | 'phone' | null>(null)
  const row = (which: 'mail' | 'phone') => ({
    label: t(`accounts.${which}`),
    value: <>{me[which] ?? t('accounts.none')} <button type="button" className="link" aria-label={t('accounts.contact.change', { what: t(`accounts.${which}`) })} onClick={() => setChannel(which)}>{t('accounts.contact.change.short')}</button></>,
  })
  return (
    <>
      <Sheet width="form" title={t('accounts.contact')}><Facts rows={[row('mail'), row('phone')]} /></Sheet>
      <FormDialog open={channel !== null} title={channel ? t('accounts.contact.change', { what: t(`accounts.${channel}`) }) : ''} close={() => setChannel(null)}>
        {channel && <ContactForm channel={channel} close={() => setChannel(null)} done={() => (setChannel(null), tell(t('accounts.contact.changed')))} />}
      </FormDialog>
    </>
  )
}
