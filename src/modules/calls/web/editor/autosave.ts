import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { ask, type Problem } from '../../../../web/client.ts'
import { deedKey } from '../../../../web/deed-key.ts'
import { isUnanswered } from '../../../../web/problem.ts'
import { callsContract } from '../../contract.ts'
import type { Tree } from './tree.ts'

export type Saving = 'saved' | 'unsaved' | 'saving' | 'offline' | 'overtaken' | 'refused'

const pause = 1500
const retry = 5000

/**
 * Keeps the draft a moment after something was typed, one save at a time. Where somebody else saved meanwhile it stops and
 * says so: what is on the screen is never written over theirs without a decision.
 */
export function useAutosave({ id, document, version, isClosed }: { id: string; document: Tree; version: number; isClosed: boolean }) {
  const key = useMemo(() => deedKey(), [])
  const kept = useRef({ document, version })
  const newest = useRef(document)
  /** What the server would not take: not sent again until it is changed. */
  const refused = useRef<Tree | null>(null)
  const running = useRef<Promise<boolean> | null>(null)
  const [state, setState] = useState<Saving>('saved')
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  newest.current = document

  const run = useCallback(async (): Promise<boolean> => {
    while (kept.current.document !== newest.current) {
      const sent = newest.current
      setState('saving')
      const input = { id, draftVersion: kept.current.version, document: JSON.stringify(sent) }
      const answer = await ask(callsContract.saveDraft, input, { key: key.keyFor(input) })
      key.settle(answer)
      if (!answer.ok) {
        refused.current = sent
        setRefusal(answer.refusal)
        setState(answer.refusal.code === 'calls.draft_overtaken' ? 'overtaken' : isUnanswered(answer.refusal) ? 'offline' : 'refused')
        return false
      }
      kept.current = { document: sent, version: answer.value.draftVersion }
      setSavedAt(answer.value.savedAt)
    }
    setRefusal(null)
    setState('saved')
    return true
  }, [id, key])

  /** Everything that was typed is on the server when this gives true. */
  const flush = useCallback((): Promise<boolean> => {
    const under = running.current ?? run().finally(() => (running.current = null))
    running.current = under
    return under
  }, [run])

  const isDirty = document !== kept.current.document
  useEffect(() => {
    if (isClosed || !isDirty || state === 'overtaken' || (state === 'refused' && document === refused.current)) return
    setState((now) => (now === 'saved' ? 'unsaved' : now))
    const timer = setTimeout(() => void flush(), state === 'offline' ? retry : pause)
    return () => clearTimeout(timer)
  }, [document, isDirty, isClosed, state, flush])

  return {
    state, refusal, savedAt, isDirty, flush,
    version: () => kept.current.version,
    /** Goes on from what the server has now: with its document, or with what is on the screen. */
    goOn: (newestVersion: number, serverDocument: Tree | null) => {
      kept.current = { document: serverDocument ?? kept.current.document, version: newestVersion }
      setRefusal(null)
      setState(serverDocument ? 'saved' : 'unsaved')
    },
    /** What was published is what is written on from now. */
    took: (now: number) => (kept.current = { document: newest.current, version: now }),
  }
}
