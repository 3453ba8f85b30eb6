import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useRefresh } from './ask.ts'
import type { Answer } from './client.ts'

export type Keeping = { state: 'untouched' | 'typing' | 'keeping' } | { state: 'kept'; at: string } | { state: 'failed'; why: string }

const pause = 1_200

/**
 * Keeps what was typed on the server, a moment after the last key (1.4.4): the page may be closed at any time. What could
 * not be kept is tried again with the next change; `flush` tries at once, and so does leaving the page. `said`: what was
 * typed has gone its way, and what is typed from now on is kept anew; `stop`: nothing is kept any more.
 */
export function useKeeper<T>(value: T, touched: boolean, save: (value: T) => Promise<Answer<{ at: string }>>): {
  keeping: Keeping
  flush: () => Promise<boolean>
  said: () => void
  stop: () => void
} {
  const [keeping, setKeeping] = useState<Keeping>({ state: 'untouched' })
  const text = JSON.stringify(value)
  const latest = useRef({ text, touched })
  const keptText = useRef<string | null>(null)
  const stopped = useRef(false)
  const under = useRef<Promise<boolean>>(Promise.resolve(true))
  useEffect(() => {
    latest.current = { text, touched }
  }, [text, touched])
  const keep = async (): Promise<boolean> => {
    const { text: now, touched: isTouched } = latest.current
    if (stopped.current || !isTouched || now === keptText.current) return true
    setKeeping({ state: 'keeping' })
    const answer = await save(JSON.parse(now) as T)
    if (stopped.current) return true
    if (!answer.ok) {
      setKeeping({ state: 'failed', why: answer.refusal.detail })
      return false
    }
    keptText.current = now
    setKeeping(latest.current.text === now ? { state: 'kept', at: answer.value.at } : { state: 'typing' })
    return true
  }
  // One after the other: a slow answer to an old text must not come after a newer one.
  const flush = () => (under.current = under.current.then(keep, keep))
  const after = useEffectEvent(() => void flush())
  useEffect(() => {
    if (!touched || text === keptText.current) return
    setKeeping((now) => (now.state === 'keeping' ? now : { state: 'typing' }))
    const timer = setTimeout(() => after(), pause)
    return () => clearTimeout(timer)
  }, [text, touched])
  // Whoever goes to another page at once loses nothing of the last second.
  const leaving = useRef(flush)
  useEffect(() => {
    leaving.current = flush
  })
  useEffect(() => () => void leaving.current(), [])
  const said = () => {
    latest.current = { ...latest.current, touched: false }
    keptText.current = null
    setKeeping({ state: 'untouched' })
  }
  return { keeping, flush, said, stop: () => void (stopped.current = true) }
}

/** What was read before it was kept knows nothing of it: whoever leaves and comes back reads it anew. */
export function useFreshAfterLeaving(touched: boolean, flush: () => Promise<boolean>): void {
  const refresh = useRefresh()
  const leaving = useRef<() => unknown>(refresh)
  useEffect(() => {
    leaving.current = () => touched && void flush().then(refresh)
  })
  useEffect(() => () => void leaving.current(), [])
}
