import { useEffect, useEffectEvent } from 'react'
import { useAsk } from '../../../../web/ask.ts'
import { applicationsContract } from '../../contract.ts'
import type { Opened } from './shown.ts'

const every = 30_000

/** E20: whether somebody else decided meanwhile, or the leader withdrew; it is then read anew at once, with what happened. */
export function StillSame({ application: a, overtaken }: { application: Opened; overtaken: () => void }) {
  const { value, refusal } = useAsk(applicationsContract.here, { id: a.id }, { every, fresh: true })
  const isOvertaken = refusal?.status === 404 || (value !== undefined && value.version > a.version)
  const again = useEffectEvent(overtaken)
  useEffect(() => {
    if (isOvertaken) again()
  }, [isOvertaken])
  return null
}
