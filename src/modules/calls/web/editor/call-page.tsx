import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../../kernel/contract.ts'
import { ask } from '../../../../web/client.ts'
import { useAsk } from '../../../../web/ask.ts'
import { useHeld } from '../../../../web/held.ts'
import { useUnsentGuard } from '../../../../web/server-form.ts'
import { Deed } from '../../../../web/ui/closed.tsx'
import { Loaded } from '../../../../web/ui/loaded.tsx'
import { LeaveAfterSaving } from '../../../../web/ui/leave-after-saving.tsx'
import { Notice } from '../../../../web/ui/notice.tsx'
import { PageTitle } from '../../../../web/ui/page-title.tsx'
import { StateTabs } from '../../../../web/ui/state-tabs.tsx'
import { StateTag } from '../../../../web/ui/state-tag.tsx'
import { Told } from '../../../../web/ui/told.tsx'
import { useLang, useWords } from '../../../../web/words.ts'
import { callsContract } from '../../contract.ts'
import { useAutosave } from './autosave.ts'
import { BasicsPart } from './basics-part.tsx'
import { Designer } from './designer.tsx'
import { EditingProvider, useEditingState } from './editing.tsx'
import { EligibilityPart } from './eligibility-part.tsx'
import { FlowPart } from './flow-part.tsx'
import { withParts } from './fresh.ts'
import { LimitsPart } from './limits-part.tsx'
import { labelIn } from './place-words.ts'
import { countIn, parts, type Part } from './places.ts'
import { PreviewPart } from './preview-part.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { SavingLine } from './saving-line.tsx'
import { VersionsPart } from './versions-part.tsx'
import { WindowsPart } from './windows-part.tsx'
import './editor.css'

type Draft = OutputOf<typeof callsContract.callDraft>

/** A call as the bureau writes it. */
export default function CallPage() {
  const { id = '' } = useParams({ strict: false })
  const draft = useAsk(callsContract.callDraft, { id }, { fresh: true })
  return <Loaded of={draft}>{(value) => <CallEditor key={value.id} now={value} />}</Loaded>
}

function CallEditor({ now }: { now: Draft }) {
  const t = useWords()
  const lang = useLang()
  // What was opened is written on; what the server says of the call itself (versions, what is open) is taken as it comes.
  const opened = useHeld(now)
  const navigate = useNavigate()
  const search: Record<string, string | undefined> = useSearch({ strict: false })
  const part = parts.find((one) => one === search['part']) ?? 'basics'
  const go = (next: Part) => void navigate({ to: '.', search: { part: next }, replace: true })
  const [initial] = useState(() => withParts(opened.document))
  const isClosed = now.state === 'withdrawn'
  const editing = useEditingState({ initial, windows: now.windows, isClosed, part, go })
  const saving = useAutosave({ id: now.id, document: editing.document, version: opened.draftVersion, isClosed })
  const [isPublishing, setPublishing] = useState(false)
  /** What stood here when the server last said whether anything differs from the version in force. */
  const [judged, setJudged] = useState(initial)
  const isSame = now.published !== null && !now.isChanged && editing.document === judged
  const [told, tell] = useState('')
  useUnsentGuard(saving.isDirty)
  const title = labelIn(editing.document, lang, 'title') || now.code

  const publish = async () => {
    tell('')
    editing.askAll()
    if (editing.problems.length === 0 && (await saving.flush())) setPublishing(true)
  }
  /** Somebody else saved meanwhile: theirs, or, by a decision, mine over theirs. */
  const decide = async (mine: boolean) => {
    const answer = await ask(callsContract.callDraft, { id: now.id })
    if (!answer.ok) return
    if (mine) return saving.goOn(answer.value.draftVersion, null)
    const theirs = withParts(answer.value.document)
    editing.replace(theirs)
    setJudged(theirs)
    saving.goOn(answer.value.draftVersion, theirs)
  }
  const isBroken = editing.problems.length > 0
  return (
    <EditingProvider value={editing}>
      <div className="call-editor">
        <PageTitle title={title} state={<StateTag word={t(`calls.phase.${now.phase}`)} tone={now.phase === 'open' ? 'good' : 'plain'} />} lead={<><code>{now.code}</code> {now.published !== null && t('calls.editor.in_force', { n: now.published })}</>}
          deed={!isClosed && <Deed verb={isSame ? 'publish' : 'edit'} type="primary" label={t('calls.editor.publish')} can={now.can} closed={now.closed} onClick={() => void publish()} />} />
        <SavingLine saving={saving} />
        <Told sentence={told} after={now.version} />
        {isClosed && <Notice tone="still">{t('calls.editor.closed')}</Notice>}
        {now.published !== null && !isClosed && <Notice>{t('calls.editor.published_hint')}</Notice>}
        {saving.state === 'overtaken' && (
          <Notice tone="bad" live title={t('calls.draft_overtaken')}>
            <p>{t('calls.editor.overtaken')}</p>
            <p className="deeds"><Button onClick={() => void decide(false)}>{t('calls.editor.overtaken.theirs')}</Button><Button danger onClick={() => void decide(true)}>{t('calls.editor.overtaken.mine')}</Button></p>
          </Notice>
        )}
        {editing.undo && <div className="undo" role="status">{editing.undo.what}<Button size="small" onClick={editing.undo.act}>{t('calls.editor.undo')}</Button></div>}
        {editing.isAsked && !isClosed && <ProblemSummary />}
        <StateTabs label={t('calls.editor.parts')} value={part} choose={go} tabs={parts.map((key) => ({ key, label: t(`calls.editor.part.${key}`), n: countIn(editing.problems, key) || undefined }))} />
        {/* Parts that have no title of their own: their headings of the third rank need one above them. */}
        {(part === 'basics' || part === 'eligibility' || part === 'limits' || part === 'form') && <h2 className="sr">{t(`calls.editor.part.${part}`)}</h2>}
        {part === 'basics' && <BasicsPart />}
        {part === 'eligibility' && <EligibilityPart />}
        {part === 'flow' && <FlowPart windows={now.published !== null && <WindowsPart id={now.id} />} />}
        {part === 'limits' && <LimitsPart />}
        {part === 'form' && <Designer />}
        {part === 'preview' && <PreviewPart />}
        {part === 'versions' && <VersionsPart id={now.id} code={now.code} versions={now.versions} />}
        {!isClosed && part !== 'preview' && part !== 'versions' && (
          <p className="editor-foot"><Button onClick={editing.askAll}>{t('calls.editor.check')}</Button><span className="quiet">{t(isBroken ? 'calls.editor.problems' : 'calls.editor.no_problems', { n: editing.problems.length })}</span></p>
        )}
        {isPublishing && (
          <PublishDialog id={now.id} version={now.version} draftVersion={saving.version()} published={now.published} close={() => setPublishing(false)}
            done={(published, draftVersion) => (saving.took(draftVersion), setJudged(editing.document), editing.rest(), tell(t('calls.editor.publish.done', { n: published })))} />
        )}
        <LeaveAfterSaving isDirty={saving.isDirty} flush={saving.flush} />
      </div>
    </EditingProvider>
  )
}
