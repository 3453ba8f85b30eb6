import { useEffect, useRef, useState } from 'react'
import type { OutputOf } from '../../../../kernel/contract.ts'
import { useDeed } from '../../../../web/ask.ts'
import type { Answer, Problem } from '../../../../web/client.ts'
import { useHeld } from '../../../../web/held.ts'
import { isRead } from '../../../../web/review/desk-keys.ts'
import { useWords } from '../../../../web/words.ts'
import { useSaid } from '../../../calls/web/parts.ts'
import { applicationsContract } from '../../contract.ts'
import { returnReasons, type RefusalReason } from '../../desk/reasons.ts'
import { goneOnWith, isSaid, joined, markPressed, missingIn, nothingMarked, reasonPressed, sentOf, type Half, type Returning } from './marks.ts'
import { fieldsInOrder } from '../desk/form-order.ts'
import { useReasonSentences } from './reason-words.ts'
import type { Opened } from '../desk/shown.ts'
import { useNotes } from './use-notes.ts'

/** What the reader is at: reads, or writes what one of the deeds asks for. */
export type DecisionMode = 'reading' | 'passing' | 'returning' | 'correcting' | 'refusing'
/** What can be done here: with the answer of the server, where it has one. */
export type Done = 'pass' | 'return' | 'accept' | 'correct' | 'refuse' | 'undo'
export type Decided = OutputOf<typeof applicationsContract.pass>

/**
 * Deciding on one application (S2-82 to S2-85, S2-88, S2-89): the version that was on the screen, and no newer one (I5, E20).
 * `actsFor`: the unit decides for its department and says why (D11).
 */
export function useDecision({ application: a, actsFor, decided, overtaken }: {
  application: Opened
  actsFor: boolean
  decided: (what: Done, answer: Decided) => void
  /** Refused, since it no longer stands as it was read. */
  overtaken: () => void
}) {
  const t = useWords()
  const said = useSaid()
  const sentences = useReasonSentences()
  const on = useHeld({ id: a.id, version: a.version, revision: a.revision }, `${a.id} ${a.version}`)
  const deeds = {
    pass: useDeed(applicationsContract.pass), return: useDeed(applicationsContract.return), accept: useDeed(applicationsContract.accept),
    correct: useDeed(applicationsContract.correct), refuse: useDeed(applicationsContract.refuse), undo: useDeed(applicationsContract.undo),
  }
  const [mode, setMode] = useState<DecisionMode>('reading')
  const [comment, setComment] = useState('')
  const [actFor, setActFor] = useState('')
  const [returning, fill] = useState<Returning>(nothingMarked)
  /** Something of it is the reader's own doing in this window. */
  const [touched, setTouched] = useState(false)
  const setReturning = (how: (now: Returning) => Returning) => {
    setTouched(true)
    fill(how)
  }
  const notes = useNotes({ id: on.id, revision: on.revision }, a.notes, returning, touched)
  const [refusing, setRefusing] = useState<{ codes: readonly RefusalReason[]; text: string }>({ codes: [], text: '' })
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const shownAt = useRef<number | null>(null)
  useEffect(() => {
    shownAt.current = Date.now()
  }, [on])
  const may = (verb: string) => a.can.includes(verb)
  const isReturn = mode === 'returning' || mode === 'correcting'
  const begin = (next: DecisionMode) => {
    setTried(false)
    setRefusal(null)
    setMode(next)
  }
  const answered = (what: Done, answer: Answer<Decided>) => {
    if (answer.ok) {
      if (what !== 'undo') {
        notes.said()
        setTouched(false)
        fill(nothingMarked)
      }
      setComment('')
      setMode('reading')
      return decided(what, answer.value)
    }
    setRefusal(answer.refusal)
    if (answer.refusal.status === 409 || answer.refusal.status === 404) overtaken()
  }
  const why = () => (actsFor ? { actForReason: actFor.trim() } : {})
  const beside = () => (isSaid(comment) ? { comment: comment.trim() } : {})
  // E10: that nobody can go on with it is reason enough for sending it back.
  const asksWhy = (what: 'pass' | 'return') => actsFor && !(what === 'return' && a.leader.gone !== null)
  const lacksWhy = (what: 'pass' | 'return') => asksWhy(what) && !isSaid(actFor)
  const forward = async (what: 'pass' | 'accept') => {
    if (!may(what)) return
    // Asking for the reason decides nothing yet: it may come as soon as the page is there.
    if (what === 'pass' && actsFor && mode !== 'passing') return begin('passing')
    if (!isRead(shownAt.current, Date.now())) return
    if (what === 'pass' && lacksWhy(what)) return setTried(true)
    setRefusal(null)
    answered(what, what === 'pass' ? await deeds.pass.do({ ...on, ...beside(), ...why() }) : await deeds.accept.do({ ...on, ...beside() }))
  }
  /** What the leader reads first, where fields are marked and nothing else was written. */
  const wholeReason = (sent: ReturnType<typeof sentOf>) => sent.comment
    || t('applications.return.of_marks', { n: sent.marks.length, fields: sent.marks.map((mark) => labelOf(mark.field)).join(t('applications.desk.and')) }).slice(0, 1000)
  const labels = new Map(fieldsInOrder(a.document.form).map((field) => [field.id, said(field.label)]))
  const labelOf = (field: string) => labels.get(field) ?? field
  /** With the own words of before, whichever window they were written in (E19). */
  const beginReturn = () => {
    if (!may('return') && !may('correct')) return
    if (!touched && notes.own) fill(goneOnWith(notes.own))
    begin(may('return') ? 'returning' : 'correcting')
  }
  const sendBack = async () => {
    setTried(true)
    if (missingIn(returning) || lacksWhy('return')) return
    setRefusal(null)
    const sent = sentOf(returning, [...labels.keys()])
    const input = { ...on, codes: sent.codes, reason: wholeReason(sent), marks: sent.marks.map((mark) => ({ ...mark, codes: [...mark.codes] })) }
    if (mode === 'correcting') return answered('correct', await deeds.correct.do(input))
    answered('return', await deeds.return.do({ ...input, ...(asksWhy('return') && why()) }))
  }
  return {
    mode, tried, refusal, notes, asksWhy: asksWhy(isReturn ? 'return' : 'pass'), may, labelOf, isReturn, comment, setComment, actFor, setActFor, returning, setReturning, refusing, setRefusing,
    busy: Object.values(deeds).some((deed) => deed.busy),
    back: () => begin('reading'),
    /** 退回, or 退回补正 of the bureau. */
    beginReturn,
    /** E19: behind what is there, what another began. */
    goOnWith: (note: Half) => {
      beginReturn()
      setReturning((now) => joined(now, note))
    },
    beginRefuse: () => may('refuse') && begin('refusing'),
    /** A reason by its number (keys 1 to 9), for the field that is turned to. */
    pick: (n: number) => {
      const code = returnReasons[n - 1]
      if (code && isReturn) setReturning((now) => reasonPressed(now, code, sentences.of))
    },
    /** A field was pressed in the form: it is to be corrected. The first one begins the return. */
    mark: (field: string) => {
      if (!may('return') && !may('correct')) return
      if (!isReturn) beginReturn()
      setReturning((now) => markPressed(now, field))
    },
    pass: () => forward('pass'),
    accept: () => forward('accept'),
    sendBack,
    refuse: async () => {
      setTried(true)
      if (refusing.codes.length === 0 || !isSaid(refusing.text)) return
      setRefusal(null)
      answered('refuse', await deeds.refuse.do({ ...on, codes: [...refusing.codes], reason: refusing.text.trim() }))
    },
    undo: async () => {
      setRefusal(null)
      answered('undo', await deeds.undo.do({ id: on.id, version: on.version }))
    },
  }
}
export type Decision = ReturnType<typeof useDecision>
