import { useEffect, useRef, useState } from 'react'
import { useDeed } from '../../../web/ask.ts'
import type { Answer, Problem } from '../../../web/client.ts'
import { useHeld } from '../../../web/held.ts'
import { isRead } from '../../../web/review/desk-keys.ts'
import { profilesContract } from '../contract.ts'
import { isReason, nothingPicked, useRefusing } from './reason-picks.tsx'
import type { Note } from './notes.ts'
import type { Review } from './shown.ts'
import { refusingIn, useNotes } from './use-notes.ts'

export type DecisionMode = 'reading' | 'refusing' | 'approving'
export type Decided = 'approved' | 'refused'

const isSaid = (text: string) => text.trim().length >= 2

/**
 * Deciding on one person under review (S2-54, S2-55): the version that was on the screen, and no newer one (I8, E39).
 * `actsFor`: the unit decides for its secondary unit and says why (D11).
 */
export function useDecision({ review, actsFor, decided, overtaken }: {
  review: Review
  actsFor: boolean
  decided: (what: Decided) => void
  /** Refused, since it is no longer what was on the screen. */
  overtaken: () => void
}) {
  const { id, revision } = useHeld({ id: review.id, revision: review.revision }, `${review.id} ${review.revision}`)
  const approveDeed = useDeed(profilesContract.approve)
  const refuseDeed = useDeed(profilesContract.refuse)
  const picks = useRefusing()
  const notes = useNotes({ id, revision }, review.notes, picks)
  const [mode, setMode] = useState<DecisionMode>('reading')
  const [actFor, setActFor] = useState('')
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const shownAt = useRef<number | null>(null)
  useEffect(() => {
    shownAt.current = Date.now()
  }, [id, revision])
  const may = (verb: 'approve' | 'refuse') => review.can.includes(verb)
  const begin = (next: DecisionMode) => {
    setTried(false)
    setRefusal(null)
    setMode(next)
  }
  const answered = (answer: Answer<unknown>, what: Decided) => {
    if (answer.ok) {
      notes.said()
      picks.fill(nothingPicked)
      return decided(what)
    }
    setRefusal(answer.refusal)
    if (answer.refusal.status === 409 || answer.refusal.status === 404) overtaken()
  }
  const why = () => (actsFor ? { actForReason: actFor.trim() } : {})
  return {
    mode, tried, refusal, actFor, setActFor, picks, notes, may, busy: approveDeed.busy || refuseDeed.busy,
    /** With the own words of before, if there are any (E19). */
    beginRefusing: () => {
      if (!may('refuse')) return
      if (!picks.touched && notes.own) picks.fill(notes.own)
      begin('refusing')
    },
    goOnWith: (note: Note) => {
      if (!may('refuse')) return
      if (!picks.touched && notes.own) picks.fill(notes.own)
      picks.join(refusingIn(note))
      if (mode !== 'refusing') begin('refusing')
    },
    back: () => begin('reading'),
    approve: async () => {
      if (!may('approve')) return
      // Asking for the reason decides nothing yet: it may come as soon as the page is there.
      if (actsFor && mode !== 'approving') return begin('approving')
      if (!isRead(shownAt.current, Date.now())) return
      if (actsFor && !isSaid(actFor)) return setTried(true)
      setRefusal(null)
      answered(await approveDeed.do({ id, revision, ...why() }), 'approved')
    },
    refuse: async () => {
      setTried(true)
      if (!may('refuse') || !isReason(picks.refusing) || (actsFor && !isSaid(actFor))) return
      setRefusal(null)
      answered(await refuseDeed.do({ id, revision, reasonCodes: [...picks.refusing.codes], reason: picks.refusing.text.trim(), ...why() }), 'refused')
    },
  }
}
export type Decision = ReturnType<typeof useDecision>
