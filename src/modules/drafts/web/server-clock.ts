import { useEffect, useEffectEvent, useState } from 'react'

/** How far the clock of this computer is from the platform's, by an answer that just came; the platform's counts (D19). */
export const aheadOf = (serverNow: string, here: number): number => new Date(serverNow).getTime() - here

/** The platform's time, second by second. Two minutes before something ends it ticks; else every half minute. */
export function useServerNow(serverNow: string | undefined, end: string | null): number {
  const [ahead, setAhead] = useState(() => (serverNow ? aheadOf(serverNow, Date.now()) : 0))
  const came = useEffectEvent((now: string) => setAhead(aheadOf(now, Date.now())))
  useEffect(() => {
    if (serverNow !== undefined) came(serverNow)
  }, [serverNow])
  const [here, tick] = useState(() => Date.now())
  const left = end === null ? Infinity : new Date(end).getTime() - (here + ahead)
  const isNear = left < 3_600_000
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), isNear ? 1_000 : 30_000)
    return () => clearInterval(timer)
  }, [isNear])
  return here + ahead
}

/** What is left until a moment, the last second included (E55): its two largest parts. */
export function leftUntil(end: string, now: number): { days: number; hours: number; minutes: number; seconds: number } | null {
  const ms = new Date(end).getTime() - now
  if (ms <= -1000) return null
  const left = Math.max(0, Math.floor(ms / 1000))
  return { days: Math.floor(left / 86_400), hours: Math.floor(left / 3600) % 24, minutes: Math.floor(left / 60) % 60, seconds: left % 60 }
}
