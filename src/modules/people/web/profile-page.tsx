import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { Code } from '../../../web/ui/code-field.tsx'
import { Facts } from '../../../web/ui/facts.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Time } from '../../../web/ui/time.tsx'
import { useWords } from '../../../web/words.ts'
import { peopleContract } from '../contract.ts'
import { ChooseDialog } from './choose-dialog.tsx'
import { useDocumentType } from './document-type.ts'
import { PersonHistory } from './history.tsx'
import { chooseVerb, toneOfState, type Me } from './me.ts'

/** 我的信息: who I am to the platform, in which unit and why so, and the way to what can be changed. */
export default function ProfilePage() {
  const asked = useAsk(peopleContract.me, {}, { every: 60_000, fresh: true })
  return <Loaded of={asked}>{(me) => <Profile me={me} />}</Loaded>
}

function Profile({ me }: { me: Me }) {
  const t = useWords()
  const [done, setDone] = useState('')
  const [choosing, setChoosing] = useState(false)
  const documentType = useDocumentType()
  return (
    <>
      <PageTitle title={t('people.title.profile')} mandate={me.name} state={<StateTag word={t(`people.state.${me.state}`)} tone={toneOfState(me.state)} />} />
      {done && <Notice tone="good" live>{done}</Notice>}
      <div className="columns">
        <div>
          <Sheet title={t('people.profile.account')} deed={<Link to="/account/password">{t('web.change_password')}</Link>}>
            <Facts rows={[
              { label: t('people.field.userName'), value: <span className="code">{me.userName}</span> },
              { label: t('people.field.name'), value: me.name },
              { label: t('people.field.documentType'), value: documentType(me.documentType) },
              { label: t('people.field.document'), value: me.document && <span className="code">{me.document}</span> },
            ]} />
            <p className="hint spaced">{t('people.profile.fixed')}</p>
          </Sheet>
          <Sheet title={t('people.section.contact')} deed={<Link to="/account">{t('people.profile.contact.change')}</Link>}>
            <Facts rows={[
              { label: t('people.field.phone'), value: me.phone && <span className="code">{me.phone}</span> },
              { label: t('people.field.mail'), value: me.mail },
            ]} />
          </Sheet>
        </div>
        <div>
          <Sheet title={t('people.field.unit')}>
            <Facts rows={[
              { label: t('people.profile.unit'), value: me.unit?.name ?? <span className="quiet">{t('people.profile.no_unit')}</span> },
              ...(me.unit ? [{ label: t('people.profile.credit_code'), value: <Code of={me.unit.creditCode} /> }] : []),
              { label: t('people.profile.state'), value: <>{t(`people.state.${me.state}`)} <span className="quiet">{t('people.person.since')} <Time at={me.since} /></span></> },
              ...(me.decidedBy && !me.unit ? [{ label: t('people.profile.decided_by'), value: me.decidedBy }] : []),
              ...(me.reason ? [{ label: t('people.me.reason'), value: <span className="given">{me.reason}</span> }] : []),
            ]} />
            {me.can.includes('choose') && <div className="deeds"><Button type={me.unit ? 'default' : 'primary'} onClick={() => setChoosing(true)}>{t(chooseVerb(me.state))}</Button></div>}
          </Sheet>
          <Sheet><PersonHistory entries={me.timeline} /></Sheet>
        </div>
      </div>
      {choosing && <ChooseDialog me={me} close={() => setChoosing(false)} done={setDone} />}
    </>
  )
}
