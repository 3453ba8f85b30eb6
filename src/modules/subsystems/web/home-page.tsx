import { useState } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { Notice } from '../../../web/ui/notice.tsx'
import { PageTitle, Sheet } from '../../../web/ui/page-title.tsx'
import { useWords } from '../../../web/words.ts'
import { peopleContract } from '../../people/contract.ts'
import { WaitingForUnit, type Me } from '../../people/web/parts.ts'
import { subsystemsContract } from '../contract.ts'
import { HomeDialogs, type HomeDoing } from './home-dialogs.tsx'
import { commonRefusal, type MySubsystem } from './mine.ts'
import { SubsystemCard } from './subsystem-card.tsx'

/** Home of a person: what can be entered, and of the rest why not, who can change it, and how to ask (S1-30, S1-50). */
export default function HomePage() {
  const t = useWords()
  const actor = useActor()
  const me = useAsk(peopleContract.me, {}, { fresh: true })
  const mine = useAsk(subsystemsContract.mine, {}, { fresh: true, every: 60_000 })
  const unit = me.value?.unit?.name
  return (
    <>
      <PageTitle title={t('subsystems.home.title')} mandate={[actor?.displayName, unit].filter(Boolean).join(' · ')} lead={t('subsystems.home.lead')} />
      <Loaded of={me}>{(person) => (
        <>
          {(person.state !== 'enabled' || person.unit?.status !== 'active') && <WaitingForUnit me={person} />}
          <Loaded of={mine}>{({ subsystems }) => <Subsystems all={subsystems} me={person} />}</Loaded>
        </>
      )}</Loaded>
    </>
  )
}

function Subsystems({ all, me }: { all: readonly MySubsystem[]; me: Me }) {
  const t = useWords()
  const [doing, setDoing] = useState<HomeDoing | null>(null)
  const [told, tell] = useState('')
  const start = (next: HomeDoing) => (tell(''), setDoing(next))
  const open = all.filter(({ refusal }) => refusal === null)
  const rest = all.filter(({ refusal }) => refusal !== null)
  const common = commonRefusal(all)
  const cards = (some: readonly MySubsystem[]) => (
    <ul className="subsystems">{some.map((one) => <SubsystemCard key={one.id} one={one} unit={me.unit?.name ?? null} start={start} />)}</ul>
  )
  if (all.length === 0) return <Sheet><div className="empty"><p>{t('subsystems.home.none')}</p><p className="quiet">{t('subsystems.home.none.text')}</p></div></Sheet>
  return (
    <>
      {told && <Notice tone="good" live>{told}</Notice>}
      {!common && <Sheet title={t('subsystems.home.open')}>{open.length > 0 ? cards(open) : <p className="quiet">{t('subsystems.home.open.none')}</p>}</Sheet>}
      {rest.length > 0 && (
        <Sheet title={t('subsystems.home.rest')}>
          {common?.refusal && <Notice tone="still" title={t('subsystems.home.all_held')}>{t(common.refusal)}</Notice>}
          {cards(rest)}
        </Sheet>
      )}
      <HomeDialogs doing={doing} close={() => setDoing(null)} tell={tell} />
    </>
  )
}
