import { useAsk } from '../../../web/ask.ts'
import { AlsoHere as Here, signEvery } from '../../../web/review/also-here.tsx'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'
import type { Review } from './shown.ts'

/** E20: who else has this person open, and what became of him meanwhile. */
export function AlsoHere({ review: r, overtaken }: { review: Review; overtaken: () => void }) {
  const t = useWords()
  const { value, refusal } = useAsk(profilesContract.here, { id: r.id }, { every: signEvery, fresh: true })
  const isOvertaken = refusal?.status === 404 || (value !== undefined && (value.state !== r.state || value.revision !== r.revision))
  const names = value?.others.map(({ name }) => name) ?? []
  return <Here sentence={names.length > 0 ? t('profiles.here', { names: names.join(t('profiles.list.and')) }) : ''} isOvertaken={isOvertaken} overtaken={overtaken} />
}
