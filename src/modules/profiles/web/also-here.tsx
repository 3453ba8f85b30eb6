import { useEffect, useEffectEvent } from 'react'
import { useAsk } from '../../../web/ask.ts'
import { useWords } from '../../../web/words.ts'
import { profilesContract } from '../contract.ts'
import type { Review } from './shown.ts'

const sign = 30_000

/** E20: who else has this person open: a hint, no lock. What became of him meanwhile is asked for at once. */
export function AlsoHere({ review: r, overtaken }: { review: Review; overtaken: () => void }) {
  const t = useWords()
  const { value, refusal } = useAsk(profilesContract.here, { id: r.id }, { every: sign, fresh: true })
  const isOvertaken = refusal?.status === 404 || (value !== undefined && (value.state !== r.state || value.revision !== r.revision))
  const again = useEffectEvent(overtaken)
  useEffect(() => {
    if (isOvertaken) again()
  }, [isOvertaken])
  const names = value?.others.map(({ name }) => name) ?? []
  return <p className="also-here" role="status">{names.length > 0 && t('profiles.here', { names: names.join(t('profiles.list.and')) })}</p>
}
