import { useParams } from '@tanstack/react-router'
import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { NotFound } from '../../../web/ui/not-found.tsx'
import { PageTitle } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import { recoveryContract } from '../contract.ts'
import { CaseItem } from './case-item.tsx'
import { toneOf } from './tone.ts'

/** One case at the desk: what is compared left, the licence right, the deeds always in view (S1-10, S1-58). */
export default function CasePage() {
  const t = useWords()
  const actor = useActor()
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const asked = useAsk(recoveryContract.case, { id }, { fresh: true })
  const c = asked.value
  if (!c && asked.refusal?.status === 404) return <NotFound />
  return (
    <>
      <PageTitle title={c?.unit.name ?? t('recovery.title.case')} mandate={actor?.mandate?.scopeName} state={c && <StateTag word={t(`recovery.state.${c.state}`)} tone={toneOf(c.state)} />} />
      <Loaded of={asked}>{(found) => <CaseItem key={found.id} c={found} again={asked.again} />}</Loaded>
    </>
  )
}
