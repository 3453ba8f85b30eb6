import { Link } from '@tanstack/react-router'
import type { OutputOf } from '../../../kernel/contract.ts'
import { isUnitPost } from '../../../kernel/actor.ts'
import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { Why } from '../../../web/ui/closed.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import { projectsContract } from '../contract.ts'

type Entry = OutputOf<typeof projectsContract.entry>

/** 项目管理: whether one is in order for an application (S2-62, D4), and what is open. */
export default function ProjectsPage() {
  const t = useWords()
  const actor = useActor()
  const entry = useAsk(projectsContract.entry, {}, { fresh: true })
  return (
    <>
      <PageTitle title={t('projects.title')} {...(isUnitPost(actor?.mandate?.post) && { mandate: actor?.mandate?.scopeName })} />
      <Loaded of={entry}>{(value) => {
        const shut = value.closed.find(({ verb }) => verb === 'enter')
        if (shut) return <Sheet width="reading"><Why {...shut} /></Sheet>
        return (
          <>
            {value.profile && <Gate entry={value} profile={value.profile} />}
            <Sheet width="reading">
              <p>{t('projects.none')}</p>
              <p className="quiet">{t(isUnitPost(actor?.mandate?.post) ? 'projects.none.unit' : 'projects.none.person')}</p>
              <p><a href="/announcements">{t('projects.none.announcements')}</a></p>
            </Sheet>
          </>
        )
      }}</Loaded>
    </>
  )
}

function Gate({ entry, profile }: { entry: Entry; profile: NonNullable<Entry['profile']> }) {
  const t = useWords()
  const conditions = [
    ['complete', profile.isComplete], ['approved', profile.isApproved], ['call', entry.openCalls > 0],
  ] as const
  const why = entry.closed.find(({ verb }) => verb === 'submit')
  const mends = !profile.isComplete || (!profile.isApproved && profile.state !== 'pending')
  return (
    <Sheet width="reading" title={t('projects.gate')}>
      {why && mends && <Notice tone="warn"><p>{t(why.code, why.params)}</p><p className="deeds"><Link className="onward" to="/center/profile">{t('projects.gate.to_profile')}</Link></p></Notice>}
      {profile.isComplete && profile.state === 'pending' && !profile.isApproved && <Notice><p>{t('projects.profile_pending')}</p><p>{t('projects.gate.draft')}</p></Notice>}
      <ul className="gate">
        {conditions.map(([name, isMet]) => (
          <li key={name}><span className="wide">{t(`projects.gate.${name}`)}</span><StateTag word={t(isMet ? 'projects.gate.met' : 'projects.gate.missing')} tone={isMet ? 'good' : 'still'} /></li>
        ))}
      </ul>
    </Sheet>
  )
}
