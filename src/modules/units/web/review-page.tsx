import { useParams } from '@tanstack/react-router'
import { useAsk } from '../../../web/ask.ts'
import { useActor } from '../../../web/session.ts'
import { Loaded } from '../../../web/ui/loaded.tsx'
import { NotFound } from '../../../web/ui/not-found.tsx'
import { PageTitle } from '../../../web/ui/page-title.tsx'
import { StateTag } from '../../../web/ui/state-tag.tsx'
import { useWords } from '../../../web/words.ts'
import { unitsContract } from '../contract.ts'
import { ReviewItem } from './review-item.tsx'
import { toneOf } from './tone.ts'

/** One registration at the desk: the form left, the licence right, the deeds always in view (S1-55). */
export default function ReviewPage() {
  const t = useWords()
  const actor = useActor()
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const asked = useAsk(unitsContract.review, { id }, { fresh: true })
  const r = asked.value
  if (!r && asked.refusal?.status === 404) return <NotFound />
  return (
    <>
      <PageTitle
        title={r?.form.name ?? t('units.title.review')} mandate={actor?.mandate?.scopeName}
        state={r && <StateTag word={t(`units.state.${r.state}`)} tone={toneOf(r.state)} />}
      />
      <Loaded of={asked}>{(found) => <ReviewItem key={found.id} review={found} again={asked.again} />}</Loaded>
    </>
  )
}
