import { useState } from 'react'
import { Button } from 'antd'
import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { ClosedDeed } from '../../../web/ui/closed.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { Told } from '../../../web/ui/told.tsx'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'
import { Hints } from './hints.tsx'
import { ProfileHistory } from './history.tsx'
import { ProfileForm } from './profile-form.tsx'
import { ProfileRows } from './profile-rows.tsx'
import { ProfileStatus } from './profile-status.tsx'
import { toneOf, type Mine } from './shown.ts'

/** 个人信息 (S2-61 to S2-75): what is in force, what waits, and the way to change it. */
export default function ProfilePage() {
  const asked = useAsk(profilesContract.mine, {}, { fresh: true })
  return <Loaded of={asked}>{(mine) => <Profile mine={mine} again={asked.again} />}</Loaded>
}

function Profile({ mine, again }: { mine: Mine; again: () => void }) {
  const t = useWords()
  const actor = useActor()
  const [editing, setEditing] = useState(false)
  const [done, setDone] = useState('')
  const edit = () => {
    setDone('')
    setEditing(true)
  }
  const left = (sentence: string) => {
    setEditing(false)
    setDone(sentence)
    again()
  }
  // What the server closed is shown with its reason; without a word of it, it is open.
  const why = mine.closed.find(({ verb }) => verb === 'change')
  return (
    <>
      <PageTitle title={t('profiles.title')} mandate={mine.account.name} lead={t(actor?.mandate?.post === 'person' ? 'profiles.lead' : 'profiles.lead.post')} />
      <Told sentence={done} after={mine.version} />
      {editing ? <ProfileForm mine={mine} leave={left} /> : (
        <>
          <ProfileStatus mine={mine} edit={edit} told={setDone} />
          <Sheet>
            <div className="sheet-head profile-head">
              <h2>{t('profiles.basics')} {mine.badge !== 'none' && <StateTag word={t(`profiles.badge.${mine.badge}`)} tone={toneOf(mine.badge)} />}</h2>
              {why ? <ClosedDeed why={why} label={t('profiles.maintain')} /> : <Button type="primary" onClick={edit}>{t('profiles.maintain')}</Button>}
            </div>
            <Hints />
            <ProfileRows mine={mine} />
          </Sheet>
          {mine.timeline.length > 0 && <Sheet><ProfileHistory entries={mine.timeline} /></Sheet>}
        </>
      )}
    </>
  )
}
