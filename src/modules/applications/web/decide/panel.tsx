import { Button } from 'antd'
import { useEffect, useEffectEvent, useRef, type KeyboardEvent } from 'react'
import { pressOf } from '../../../../web/review/desk-keys.ts'
import { KeyHint } from '../../../../web/ui/key-hint.tsx'
import { Refused } from '../../../../web/ui/refused.tsx'
import { SaidField } from '../../../../web/ui/said-field.tsx'
import { useWords } from '../../../../web/words.ts'
import { ActForField } from './act-for-field.tsx'
import { BegunNotes, NoteKept } from './begun-notes.tsx'
import { RefusePart } from './refuse-part.tsx'
import { ReturnPart } from './return-part.tsx'
import { passLabel, type Opened } from '../desk/shown.ts'
import type { Decision } from './use-decision.ts'

const isTyping = (target: EventTarget) => target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(target.tagName)

/** What a deed asks for, opened in place: what is decided about stays in view. */
export function DecidePanel({ application: a, decision: d }: { application: Opened; decision: Decision }) {
  const t = useWords()
  const box = useRef<HTMLElement>(null)
  const said = useRef<HTMLDivElement>(null)
  const isOpen = d.mode !== 'reading'
  useEffect(() => {
    if (!isOpen) return
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.focus({ preventScroll: true })
  }, [isOpen, d.mode])
  const confirm = () => void (d.isReturn ? d.sendBack() : d.mode === 'refusing' ? d.refuse() : d.pass())
  // From the form as well, where fields were marked last.
  const confirmed = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat) return
    event.preventDefault()
    confirm()
  })
  useEffect(() => {
    if (!isOpen) return
    const listen = (event: globalThis.KeyboardEvent) => confirmed(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [isOpen])
  // Said where one is, however far down one has read.
  useEffect(() => {
    if (d.refusal) said.current?.scrollIntoView({ block: 'nearest' })
  }, [d.refusal])
  if (!isOpen) return <>{d.refusal && <div ref={said}><Refused refusal={d.refusal} /></div>}<BegunNotes decision={d} /></>
  const pressed = (event: KeyboardEvent) => {
    const press = pressOf('returning', event.key, { typing: isTyping(event.target), ctrl: event.ctrlKey || event.metaKey })
    if (!press || press.deed === 'confirm' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (press.deed === 'leave') d.back()
    else if (press.deed === 'pick') d.pick(press.n)
  }
  const title = t(d.mode === 'passing' ? 'applications.act_for.title' : `applications.verb.${d.mode === 'returning' ? 'return' : d.mode === 'correcting' ? 'correct' : 'refuse'}`)
  const n = d.returning.marks.length
  const verb = d.mode === 'passing' ? t(passLabel(a.next)) : d.mode === 'refusing' ? t('applications.refuse.go') : t(n > 0 ? `applications.${d.mode}.go.marked` : `applications.${d.mode}.go`, { n })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of everything within
    <section className="decide-panel" ref={box} tabIndex={-1} aria-label={title} onKeyDown={pressed}>
      <h3>{title}</h3>
      <div className="decide-asks">
        {d.refusal && <Refused refusal={d.refusal} />}
        {d.isReturn && <><BegunNotes decision={d} /><ReturnPart application={a} decision={d} /></>}
        {d.mode === 'refusing' && <RefusePart decision={d} />}
        {d.asksWhy && d.mode !== 'refusing' && <ActForField value={d.actFor} change={d.setActFor} asked={d.tried} />}
        {d.mode === 'passing' && <SaidField label={t('applications.comment')} hint={t('applications.comment.hint')} optional rows={2} maxLength={1000} value={d.comment} change={d.setComment} />}
      </div>
      {d.isReturn && <NoteKept decision={d} />}
      <p className="deeds">
        <Button type="primary" danger={d.mode !== 'passing'} loading={d.busy} onClick={confirm}>{verb} <KeyHint of="Ctrl Enter" /></Button>
        <Button onClick={d.back} disabled={d.busy}>{t('web.cancel')} <KeyHint of="Esc" /></Button>
      </p>
    </section>
  )
}
