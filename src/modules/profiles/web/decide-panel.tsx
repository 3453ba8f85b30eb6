import { Button } from 'antd'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { pressOf } from '../../../web/review/desk-keys.ts'
import { Refused } from '../../../web/ui/refused.tsx'
import { ClosedDeed } from '../../../web/ui/closed.tsx'
import { KeyHint } from '../../../web/ui/key-hint.tsx'
import { useWords } from '../../../web/words.ts'
import { ActForField } from './act-for-field.tsx'
import { BegunNotes } from './begun-notes.tsx'
import { Kept } from './kept.tsx'
import { ReasonPicks } from './reason-picks.tsx'
import type { Review } from './shown.ts'
import type { Decision } from './use-decision.ts'

const isTyping = (target: EventTarget) => target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(target.tagName)

/** 驳回原因 and 代审原因, opened in place: what is decided about stays in view. */
export function DecidePanel({ decision: d, actsFor }: { decision: Decision; actsFor: boolean }) {
  const t = useWords()
  const box = useRef<HTMLElement>(null)
  const isOpen = d.mode !== 'reading'
  useEffect(() => {
    if (!isOpen) return
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.focus({ preventScroll: true })
  }, [isOpen, d.mode])
  if (!isOpen) return <>{d.refusal && <Refused refusal={d.refusal} />}<BegunNotes decision={d} /></>
  const confirm = () => void (d.mode === 'refusing' ? d.refuse() : d.approve())
  const pressed = (event: KeyboardEvent) => {
    const press = pressOf('returning', event.key, { typing: isTyping(event.target), ctrl: event.ctrlKey || event.metaKey })
    if (!press || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (press.deed === 'leave') d.back()
    else if (press.deed === 'confirm') confirm()
    else if (press.deed === 'pick' && d.mode === 'refusing') d.picks.pickByNumber(press.n)
  }
  const title = t(d.mode === 'refusing' ? 'profiles.refuse.title' : 'profiles.act_for.title')
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of everything within
    <section className="decide-panel" ref={box} tabIndex={-1} aria-label={title} onKeyDown={pressed}>
      <h3>{title}</h3>
      {d.refusal && <Refused refusal={d.refusal} />}
      {d.mode === 'refusing' && (
        <>
          <BegunNotes decision={d} />
          <ReasonPicks refusing={d.picks.refusing} pick={d.picks.pick} type={d.picks.type} asked={d.tried} withKeys />
          <p className="note-kept small"><Kept keeping={d.notes.keeping} kept="profiles.note.kept" /></p>
        </>
      )}
      {actsFor && <ActForField value={d.actFor} change={d.setActFor} asked={d.tried} />}
      <p className="deeds">
        <Button type="primary" danger={d.mode === 'refusing'} loading={d.busy} onClick={confirm}>{t(d.mode === 'refusing' ? 'profiles.refuse.confirm' : 'profiles.verb.approve')} <KeyHint of="Ctrl Enter" /></Button>
        <Button onClick={d.back} disabled={d.busy}>{t('web.cancel')} <KeyHint of="Esc" /></Button>
      </p>
    </section>
  )
}

/** 审核通过, 审核不通过 and the way on, always in view; what is not open says why. */
export function DecideBar({ review, decision: d, children }: { review: Review; decision: Decision; children: ReactNode }) {
  const t = useWords()
  const closed = (verb: string) => review.closed.find((one) => one.verb === verb)
  const [why, whyNotRefuse] = [closed('approve'), closed('refuse')]
  return (
    <div className="stay decide-bar" role="region" aria-label={t('profiles.review.deeds')}>
      {d.may('approve')
        ? <Button type="primary" loading={d.busy && d.mode !== 'refusing'} onClick={() => void d.approve()}>{t('profiles.verb.approve')} <KeyHint of="P" /></Button>
        : why && <ClosedDeed why={why} label={t('profiles.verb.approve')} />}
      {d.may('refuse')
        ? <Button disabled={d.mode === 'refusing'} onClick={d.beginRefusing}>{t('profiles.verb.refuse')} <KeyHint of="R" /></Button>
        // Where one reason closes both, it is told once.
        : whyNotRefuse && whyNotRefuse.code !== why?.code && <ClosedDeed why={whyNotRefuse} label={t('profiles.verb.refuse')} />}
      <span className="push">{children}</span>
    </div>
  )
}
