import { useEffect, useState } from 'react'
import { serverNow } from '../server-time.ts'

/** `9:07` until then; null once it is over. Rounded up: what is shown as `0:01` can still be done. */
export function leftUntil(until: string, now: number): string | null {
  const seconds = Math.ceil((new Date(until).getTime() - now) / 1000)
  return seconds <= 0 ? null : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** How long something can still be done (undo, E51), told every second by the platform's clock; null when it no longer can. */
export function useCountdown(until: string | null): string | null {
  const [now, setNow] = useState(serverNow)
  const left = until === null ? null : leftUntil(until, now)
  const runs = left !== null
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(() => setNow(serverNow()), 1000)
    return () => clearInterval(timer)
  }, [runs, until])
  return left
}
