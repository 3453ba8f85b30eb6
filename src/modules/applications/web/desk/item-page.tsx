import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useCallback, useState } from 'react'
import { actsAsUnit } from '../../../../kernel/actor.ts'
import { useAsk } from '../../../../web/ask.ts'
import { deskKeys, pressOf } from '../../../../web/review/desk-keys.ts'
import type { Search } from '../../../../web/search.ts'
import { useActor } from '../../../../web/session.ts'
import { KeyHint, useKeys } from '../../../../web/ui/key-hint.tsx'
import { Loaded } from '../../../../web/ui/loaded.tsx'
import { PageTitle, Sheet } from '../../../../web/ui/page-title.tsx'
import { SaidField } from '../../../../web/ui/said-field.tsx'
import { StateTabs } from '../../../../web/ui/state-tabs.tsx'
import { StateTag } from '../../../../web/ui/state-tag.tsx'
import { Told } from '../../../../web/ui/told.tsx'
import { useWords } from '../../../../web/words.ts'
import type { FileShown } from '../../../calls/form/definition.ts'
import { useSaid } from '../../../calls/web/parts.ts'
import { applicationsContract } from '../../contract.ts'
import { isToDecide, isUnsubmitted } from '../../state.ts'
import { AlsoHere } from './also-here.tsx'
import { ApplicationForm, goTo, useSeenBefore } from './application-form.tsx'
import { attachmentsOf } from './attachment-order.ts'
import { Attachments } from './attachment-pages.tsx'
import { DecideBar } from '../decide/bar.tsx'
import { DecidePanel } from '../decide/panel.tsx'
import { doneInWords } from './done-words.ts'
import { Findings } from './findings.tsx'
import { ApplicationHistory } from './history.tsx'
import { useHome } from './home.ts'
import { ItemFacts, Route } from './item-facts.tsx'
import { PrintLink } from './print-link.tsx'
import { RerouteButton } from '../decide/reroute.tsx'
import { BeforeReading } from './returned-notice.tsx'
import { titleOf, toneOf, type Opened } from './shown.ts'
import { useDecision } from '../decide/use-decision.ts'
import { Versions } from './versions.tsx'

/** 查看 and 处理 (S2-79 to S2-83, S2-87 to S2-89): what is to be decided at the left, evidence at the right, the deeds in view. */
export default function ItemPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const asked = useAsk(applicationsContract.open, { id }, { fresh: true })
  return <Loaded of={asked}>{(application) => <Item key={application.id} application={application} again={asked.again} />}</Loaded>
}

const parts = ['form', 'files', 'versions', 'history'] as const
type Part = (typeof parts)[number]

function Item({ application: a, again }: { application: Opened; again: () => void }) {
  const t = useWords()
  const said = useSaid()
  const actor = useActor()
  const home = useHome()
  const navigate = useNavigate()
  const filters = useLocation({ select: ({ state }) => state.filters })
  const [part, setPart] = useState<Part>('form')
  const [tab, setTab] = useState('')
  const [file, setFile] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const before = useSeenBefore(a)
  const [onlyChanged, setOnlyChanged] = useState<boolean | null>(null)
  const acts = a.state === 'department' && actsAsUnit(actor, a.unit.id)
  // After a deed, who came next before it: it no longer stands in the queue.
  const [neighbours, setNeighbours] = useState({ next: a.nextId, previous: a.previousId })
  if (!told && (neighbours.next !== a.nextId || neighbours.previous !== a.previousId)) setNeighbours({ next: a.nextId, previous: a.previousId })
  const decision = useDecision({
    application: a, actsFor: acts, overtaken: again,
    decided: (what, answer) => {
      setTold(what === 'undo' ? t('applications.done.undo') : doneInWords(t, what, answer))
      setNeighbours((now) => ({ ...now, next: answer.nextId ?? now.next }))
    },
  })
  const open = (id: string | null) => id && id !== a.id && void navigate({ to: home.item, params: { id }, search: true, state: { filters } })
  // To the list as it was left: its filters and its page stand in the link, what is personal in memory.
  const leave = () => void navigate({ to: home.list, search: ((search: Search) => search), state: { filters } })
  const press = (key: string) => () => {
    const pressed = pressOf(decision.mode === 'reading' ? 'reading' : 'returning', key)
    switch (pressed?.deed) {
      case 'pass': return void (decision.may('accept') ? decision.accept() : decision.pass())
      case 'return': return decision.beginReturn()
      case 'undo': return decision.may('undo') ? void decision.undo() : undefined
      case 'next': return open(neighbours.next)
      case 'previous': return open(neighbours.previous)
      case 'pick': return decision.pick(pressed.n)
      case 'leave': return decision.mode === 'reading' ? leave() : decision.back()
      default:
    }
  }
  useKeys(Object.fromEntries(deskKeys.map((key) => [key, press(key)])))
  const openFile = useCallback((one: FileShown) => {
    setFile(one.id)
    setPart('files')
  }, [])
  const files = attachmentsOf(a.document.form, a.content).length
  const decides = isToDecide(a.can)
  const isMarking = decision.isReturn
  const shownPart = isMarking && part !== 'files' ? 'form' : part
  return (
    <>
      <PageTitle
        title={titleOf(a) || t('applications.desk.untitled')} mandate={[a.number, said(a.call.title)].filter(Boolean).join(' · ')}
        state={<>
          <StateTag word={t(`applications.headline.${a.headline}`)} tone={toneOf(a.state, decides)} />
          {isUnsubmitted(a.state) && <StateTag word={t(`applications.sub.${a.state}`)} tone="still" />}
        </>}
        deed={<PrintLink application={a} className="onward quiet" />}
      />
      <Told sentence={told} after={a.version} />
      <AlsoHere application={a} overtaken={again} />
      <div className="item-columns">
        <div>
          <BeforeReading application={a} labelOf={decision.labelOf} />
          <StateTabs<Part> value={shownPart} choose={setPart} label={t('applications.desk.parts')} tabs={parts.filter((key) => key !== 'versions' || a.revision > 1).map((key) => ({ key, label: t(`applications.desk.part.${key}`), n: key === 'files' ? files : undefined }))} />
          {shownPart === 'form' && (
            <>
              {before && <p className="only-changed"><Checkbox checked={onlyChanged ?? false} onChange={(e) => setOnlyChanged(e.target.checked)}>{t('applications.desk.only_changed', { n: a.differences?.changes.length ?? 0 })}</Checkbox></p>}
              <ApplicationForm application={a} decision={decision} before={before} onlyChanged={onlyChanged ?? false} tab={tab} choose={setTab} openFile={openFile} />
            </>
          )}
          {shownPart === 'files' && <Sheet><Attachments id={a.id} form={a.document.form} content={a.content} before={before} shown={file} show={setFile} /></Sheet>}
          {shownPart === 'versions' && <Sheet><Versions application={a} /></Sheet>}
          {shownPart === 'history' && <Sheet><Route application={a} /><ApplicationHistory entries={a.timeline} /></Sheet>}
        </div>
        <div className="item-evidence">
          {decision.mode === 'reading' && <DecidePanel application={a} decision={decision} />}
          <Sheet title={t('applications.desk.checks.title')}><Findings application={a} labelOf={decision.labelOf} goTo={(to, field) => (setPart('form'), setOnlyChanged(false), goTo(setTab, to, field))} /></Sheet>
          {/* While a reason is written, it stays beside the form, and nothing slides under it. */}
          {decision.mode !== 'reading' && <DecidePanel application={a} decision={decision} />}
          {decision.mode === 'reading' && <Sheet title={t('applications.desk.standing')} deed={a.can.includes('reroute') && <RerouteButton application={a} />}><ItemFacts application={a} /></Sheet>}
          {decides && decision.mode === 'reading' && !acts && (
            <Sheet title={t('applications.comment')}>
              <SaidField label={t('applications.comment.label')} hint={t('applications.comment.hint')} optional rows={3} maxLength={1000} value={decision.comment} change={decision.setComment} />
            </Sheet>
          )}
        </div>
      </div>
      <DecideBar application={a} decision={decision}>
        <Button disabled={!neighbours.previous} onClick={() => open(neighbours.previous)}>{t('applications.desk.previous')} <KeyHint of="K" /></Button>
        <Button type={told && neighbours.next ? 'primary' : 'default'} disabled={!neighbours.next || neighbours.next === a.id} onClick={() => open(neighbours.next)}>{t('applications.desk.next')} <KeyHint of="J" /></Button>
        <Button onClick={leave}>{t('applications.desk.to_list')} <KeyHint of="Esc" /></Button>
      </DecideBar>
    </>
  )
}
