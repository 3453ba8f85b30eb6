import { useEffect, useEffectEvent } from 'react'

/** A sign every so often: without one for a little more than twice as long, somebody has gone. */
export const signEvery = 30_000

/** E20: who else has it open, a hint and no lock; where it no longer stands as it was read (`isOvertaken`), it is read anew at once. */
export function AlsoHere({ sentence, isOvertaken, overtaken }: { sentence: string; isOvertaken: boolean; overtaken: () => void }) {
  const again = useEffectEvent(overtaken)
  useEffect(() => {
    if (isOvertaken) again()
  }, [isOvertaken])
  return <p className="also-here" role="status">{sentence}</p>
}
