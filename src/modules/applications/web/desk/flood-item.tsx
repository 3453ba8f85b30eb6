import { Button } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { actsAsUnit } from '../../../../kernel/actor.ts'
import { useAsk } from '../../../../web/ask.ts'
import { deskKeys, pressOf } from '../../../../web/review/desk-keys.ts'
import { GoneItem } from '../../../../web/review/gone-item.tsx'
import { useActor } from '../../../../web/session.ts'
import { KeyHint, useKeys } from '../../../../web/ui/key-hint.tsx'
import { Refused } from '../../../../web/ui/refused.tsx'
import { Skeleton } from '../../../../web/ui/skeleton.tsx'
import { StateTag } from '../../../../web/ui/state-tag.tsx'
import { Time } from '../../../../web/ui/time.tsx'
import { useWords } from '../../../../web/words.ts'
import { askedTabs } from '../../../calls/form/conditions.ts'
import type { FileShown } from '../../../calls/form/definition.ts'
import { applicationsContract } from '../../contract.ts'
import { isToDecide } from '../../state.ts'
import { AlsoHere } from './also-here.tsx'
import { ApplicationForm, goTo, useSeenBefore } from './application-form.tsx'
import { attachmentsOf } from './attachment-order.ts'
import { Attachments } from './attachment-pages.tsx'
import { DecideBar } from '../decide/bar.tsx'
import { DecidePanel } from '../decide/panel.tsx'
import { Findings } from './findings.tsx'
import type { FloodOutcome } from './flood-page.tsx'
import { LastDecided, useLastDecided } from './last-decided.tsx'
import { PrintLink } from './print-link.tsx'
import { BeforeReading } from './returned-notice.tsx'
import { titleOf, toneOf, type Opened } from './shown.ts'
import { useDecision } from '../decide/use-decision.ts'

interface Props {
  outcome: FloodOutcome | undefined
  isFirst: boolean
  isLast: boolean
  last: { id: string; title: string } | null
  move: (by: 1 | -1) => void
  settle: (outcome: FloodOutcome) => void
  undone: (id: string) => void
  leave: () => void
}

/** One application at the flood desk. */
export function FloodItem({ id, ...props }: Props & { id: string }) {
  const t = useWords()
  const asked = useAsk(applicationsContract.open, { id })
  // Drawn at once from what was fetched ahead; that it was opened is recorded by the question above (D7).
  const ahead = useAsk(applicationsContract.open, { id, ahead: true }, { when: false })
  const application = asked.value ?? ahead.value
  if (asked.refusal?.status === 404) return <GoneItem {...props} isSettled={props.outcome !== undefined} settle={() => props.settle('gone')} sentence={t('applications.desk.gone')} next={t('applications.desk.next')} />
  if (application) return <Shown application={application} again={asked.again} {...props} />
  return asked.refusal ? <Refused refusal={asked.refusal} again={asked.again} /> : <section className="sheet desk-item"><Skeleton lines={8} /></section>
}

function Shown({ application: a, again, outcome, isFirst, isLast, last, move, settle, undone, leave }: Props & { application: Opened; again: () => void }) {
  const t = useWords()
  const actor = useActor()
  const heading = useRef<HTMLHeadingElement>(null)
  const [tab, setTab] = useState('')
  const [file, setFile] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const before = useSeenBefore(a)
  const acts = a.state === 'department' && actsAsUnit(actor, a.unit.id)
  const decision = useDecision({ application: a, actsFor: acts, overtaken: again, decided: (what) => (what === 'undo' ? undone(a.id) : settle(what)) })
  const lastOne = useLastDecided(last && last.id !== a.id ? last : null, undone)
  // Whoever works by keyboard or by ear goes on with the next one, not at the top of the page.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [])
  const press = (key: string) => () => {
    const pressed = pressOf(decision.mode === 'reading' ? 'reading' : 'returning', key)
    switch (pressed?.deed) {
      case 'pass': return void (decision.may('accept') ? decision.accept() : decision.pass())
      case 'return': return decision.beginReturn()
      case 'undo': return decision.may('undo') ? void decision.undo() : lastOne.undo()
      case 'next': return move(1)
      case 'previous': return move(-1)
      case 'pick': return decision.pick(pressed.n)
      case 'leave': return decision.mode === 'reading' ? leave() : decision.back()
      default:
    }
  }
  const onlyChanged = before !== undefined && !all && !decision.isReturn
  const changed = new Set(a.differences?.changes.map((one) => one.tab))
  const tabs = askedTabs(a.document.form, a.content.values).map((one) => one.tab.id).filter((one) => !onlyChanged || changed.has(one))
  const files = attachmentsOf(a.document.form, a.content).map((one) => one.file.id)
  useKeys({
    ...Object.fromEntries(deskKeys.map((key) => [key, press(key)])),
    ',': () => setTab((now) => turned(tabs, now, -1)), '.': () => setTab((now) => turned(tabs, now, 1)), F: () => setFile((now) => turned(files, now ?? '', 1)),
  })
  const openFile = useCallback((one: FileShown) => setFile(one.id), [])
  const isGone = outcome === undefined && !isToDecide(a.can) && decision.mode === 'reading'
  return (
    <section className="sheet desk-item" aria-labelledby="desk-who">
      <div className="desk-who">
        <h2 id="desk-who" ref={heading} tabIndex={-1}>{titleOf(a) || t('applications.desk.untitled')} <StateTag word={t(`applications.headline.${a.headline}`)} tone={toneOf(a.state, isToDecide(a.can))} /></h2>
        <p className="quiet">{[a.number, a.leader.name, a.secondaryUnit?.name ?? a.unit.name].filter(Boolean).join(' · ')}{a.submittedAt && <> · {t('applications.desk.field.submittedAt')} <Time at={a.submittedAt} /></>} · <PrintLink application={a} className="link inline" /></p>
        <AlsoHere application={a} overtaken={again} />
        <LastDecided of={lastOne} />
      </div>
      <BeforeReading application={a} labelOf={decision.labelOf} />
      <div className={files.length === 0 && decision.mode === 'reading' ? 'flood-panes alone' : 'flood-panes'}>
        <div>
          <Findings application={a} labelOf={decision.labelOf} goTo={(to, field) => (setAll(true), goTo(setTab, to, field))} />
          {before && (
            <p className="flood-changed"><b>{t('applications.desk.changed', { n: a.differences?.changes.length ?? 0 })}</b>
              <Button size="small" type="link" onClick={() => setAll(!all)}>{t(all ? 'applications.desk.only_changed.show' : 'applications.desk.all.show')}</Button></p>
          )}
          <ApplicationForm application={a} decision={decision} before={before} onlyChanged={onlyChanged} tab={tab} choose={setTab} openFile={openFile} />
        </div>
        <div className="flood-files">
          <DecidePanel application={a} decision={decision} />
          {decision.mode === 'reading' && <Attachments id={a.id} form={a.document.form} content={a.content} before={before} shown={file} show={setFile} />}
        </div>
      </div>
      <p className="hint desk-hint">{t('applications.desk.keys')}</p>
      <DecideBar application={a} decision={decision}>
        {isGone && <Button onClick={() => settle('gone')}>{t('applications.desk.skip')}</Button>}
        <Button disabled={isFirst} onClick={() => move(-1)}>{t('applications.desk.previous')} <KeyHint of="K" /></Button>
        <Button disabled={isLast} onClick={() => move(1)}>{t('applications.desk.next')} <KeyHint of="J" /></Button>
        <Button onClick={leave}>{t('applications.desk.to_list')} <KeyHint of="Esc" /></Button>
      </DecideBar>
    </section>
  )
}

/** The one before or behind in a row; the first where none of them is shown by name, and from each end to the other. */
function turned(all: readonly string[], now: string, by: 1 | -1): string {
  const at = Math.max(0, all.indexOf(now))
  return all[(at + by + all.length) % all.length] ?? ''
}
