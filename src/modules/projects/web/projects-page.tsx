import { Link } from '@tanstack/react-router'
import { isUnitPost, personalPosts, type Post } from '../../../kernel/actor.ts'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { Why } from '../../../web/ui/closed.tsx'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useLang, useWords } from '../../../web/words.ts'
import { callsContract } from '../../calls/contract.ts'
import { said } from '../../calls/said.ts'
import { projectsContract } from '../contract.ts'
import { CallCard, type OpenCall } from './call-card.tsx'

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
            <Calls />
          </>
        )
      }}</Loaded>
    </>
  )
}

/** Open calls with an answer per rule, and what opens later. */
function Calls() {
  const t = useWords()
  const lang = useLang()
  const post = useActor()?.mandate?.post
  const open = useAsk(callsContract.open, {}, { fresh: true })
  const isUnit = isUnitPost(post)
  return (
    <Loaded of={open}>{({ calls, coming }) => (
      <Sheet width="reading" title={t('projects.calls')}>
        {calls.length === 0 && (
          <>
            <p>{t('projects.none')}</p>
            <p className="quiet">{t(isUnit ? 'projects.none.unit' : 'projects.none.person')}</p>
            <p><a href="/announcements">{t('projects.none.announcements')}</a></p>
          </>
        )}
        {calls.map((call) => <CallCard key={call.id} call={call} action={<Begin call={call} post={post} />} />)}
        {coming.length > 0 && (
          <>
            <h3>{t('projects.calls.coming')}</h3>
            <ul>{coming.map((call) => <li key={call.id}><a href={`/calls/${call.code}`}>{said(call.title, lang)}</a></li>)}</ul>
          </>
        )}
      </Sheet>
    )}</Loaded>
  )
}

/** 开始申报 is the leader's; the page it leads to says what stands against it, rule by rule. */
function Begin({ call, post }: { call: OpenCall; post: Post | undefined }) {
  const t = useWords()
  const lang = useLang()
  if (!(personalPosts as readonly (Post | undefined)[]).includes(post)) return null
  const label = t(call.can.includes('begin') ? 'projects.call.begin' : 'projects.call.why')
  return <Link className="onward" to={`/projects/mine/new/${call.id}`}>{label}<span className="sr"> {said(call.title, lang)}</span></Link>
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
      {profile.isComplete && profile.state === 'pending' && !profile.isApproved && (
        <Notice><p>{t(why ? 'projects.profile_pending' : 'projects.gate.in_time')}</p><p>{t('projects.gate.draft')}</p></Notice>
      )}
      <ul className="gate">
        {conditions.map(([name, isMet]) => (
          <li key={name}><span className="wide">{t(`projects.gate.${name}`)}</span><StateTag word={t(isMet ? 'projects.gate.met' : 'projects.gate.missing')} tone={isMet ? 'good' : 'still'} /></li>
        ))}
      </ul>
    </Sheet>
  )
}
