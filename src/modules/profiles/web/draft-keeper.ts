import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ask } from '../../../web/client.ts'
import { profilesContract } from '../contract.ts'
import type { Draft } from '../fields.ts'

export type Keeping = { state: 'untouched' | 'typing' | 'keeping' } | { state: 'kept'; at: string } | { state: 'failed'; why: string }

const pause = 1_200

/**
 * Keeps what was typed on the server, a moment after the last key (1.4.4): the form may be closed at any time. What could
 * not be kept is tried again with the next change; `flush` tries at once, and so does leaving the page.
 */
export function useDraftKeeper(draft: Draft, touched: boolean): { keeping: Keeping; flush: () => Promise<boolean>; stop: () => void } {
  const [keeping, setKeeping] = useState<Keeping>({ state: 'untouched' })
  const text = JSON.stringify(draft)
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
    const answer = await ask(profilesContract.saveDraft, { fields: JSON.parse(now) as Draft })
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
  return { keeping, flush, stop: () => void (stopped.current = true) }
}
