import { Button } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { afterPointer } from '../../../../web/after-pointer.ts'
import { useRefresh } from '../../../../web/ask.ts'
import { ask as askServer } from '../../../../web/client.ts'
import { useActor } from '../../../../web/session.ts'
import { LeaveAfterSaving } from '../../../../web/ui/leave-after-saving.tsx'
import { Notice } from '../../../../web/ui/notice.tsx'
import { PageTitle } from '../../../../web/ui/page-title.tsx'
import { StateTag } from '../../../../web/ui/state-tag.tsx'
import { Told } from '../../../../web/ui/told.tsx'
import { useUnsentGuard } from '../../../../web/server-form.ts'
import { useWords } from '../../../../web/words.ts'
import type { Finding } from '../../../calls/form/check.ts'
import type { Content, Field, FieldValue } from '../../../calls/form/definition.ts'
import { FormFill, FormPartsContext, useChecked, useSaid, type ToldFindings } from '../../../calls/web/parts.ts'
import { closingOf } from '../../../drafts/hand-in.ts'
import { Closing, Conflicts, DraftContext, hasUnsent, KeepingState, standingOf, useKeeper, type DraftOpened } from '../../../drafts/web/parts.ts'
import { CheckPanel } from './check-panel.tsx'
import { CopyFrom } from './copy-from.tsx'
import { Course } from './course.tsx'
import { useFormParts } from './form-parts.ts'
import { goTo } from './go-to.ts'
import { Late } from './late.tsx'
import { OpenFields } from './open-fields.tsx'
import { markRemarks, Returned } from './returned.tsx'
import { mineContract } from '../../mine/contract.ts'
import { fieldsToOpen } from '../../mine/opening.ts'
import { printPath, stateWord, tooLate, toneOf, type Shown } from './shown.ts'
import { SubmitDialog } from './submit-dialog.tsx'
import { DropDialog, WithdrawDialog } from './deed-dialogs.tsx'

/** 项目名称 as it is written now; every form has it under this name (calls/form/problems.ts). */
const titleIn = ({ title }: Content['values']): string => (typeof title === 'string' ? title.trim() : '')

/** The application while its leader writes: parts with their state, what became of every word typed, what is still wrong, 提交. */
export function FillPage({ shown, draft, again, told }: { shown: Shown; draft: DraftOpened; again: () => void; told: string }) {
  const t = useWords()
  const said = useSaid()
  const navigate = useNavigate()
  const account = useActor()?.accountId ?? ''
  const { document } = draft.call
  const values = useMemo(() => standingOf(draft.values), [draft.values])
  const { keeper, state } = useKeeper({ id: draft.id, account, form: document.form, values, again })
  const content = useMemo<Content>(() => ({ values: state.values, facts: draft.facts, members: draft.members, files: draft.files }), [state.values, draft.facts, draft.members, draft.files])
  // What the server's check said last; it alone knows which codes may be chosen today (E06).
  const [heard, hear] = useState<ToldFindings | null>(null)
  const checked = useChecked(document, content, heard)
  const [tab, setTab] = useState('')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [isAsked, ask] = useState(false)
  const [dialog, open] = useState<'submit' | 'drop' | 'give_up' | null>(null)
  const panel = useRef<HTMLDivElement>(null)
  const touched = useRef(new Set<string>())
  const opened = useRef('')

  const change = useCallback((id: string, value: FieldValue) => {
    touched.current.add(id)
    keeper.type(id, value)
  }, [keeper])
  // Walking through an empty field is no mistake yet; a sentence that comes must not push away what was pressed.
  const leave = useCallback((id: string) => {
    if (touched.current.has(id)) afterPointer(() => setLeft((now) => (now.has(id) ? now : new Set(now).add(id))))
  }, [])
  const fields = useMemo(() => new Map<string, Field>(document.form.tabs.flatMap((one) => one.fields.map((field) => [field.id, field] as const))), [document])
  const mayChange = shown.can.includes('change') && !draft.frozen && draft.lock !== 'locked'
  const unlocked = useMemo(() => new Set(draft.lock === 'marked' ? draft.marks : []), [draft.lock, draft.marks])
  const isClosed = useCallback((id: string) => !mayChange || (unlocked.size > 0 && !unlocked.has(id)), [mayChange, unlocked])
  const remarks = useMemo(() => markRemarks(t, shown.marks, state.held.refused), [t, shown.marks, state.held.refused])
  const parts = useFormParts(draft.id)
  const isUnsent = hasUnsent(state.held)
  const isKeptHere = state.keeping.state === 'offline' && state.keeping.isKept
  // Under way by now, from another window, say: the page shows how it stands.
  const isRefused = state.keeping.state === 'refused' || Object.keys(state.held.refused).length > 0
  const refresh = useEffectEvent(useRefresh())
  useEffect(() => {
    if (isRefused) refresh()
  }, [isRefused])
  useUnsentGuard(isUnsent)

  const jump = (finding: Pick<Finding, 'tab' | 'field' | 'row' | 'column'>) => {
    setTab(finding.tab)
    goTo(finding)
  }
  const jumpTo = (field: string) => jump({ field, tab: document.form.tabs.find((one) => one.fields.some(({ id }) => id === field))?.id ?? '' })
  const leadTo = useEffectEvent(jumpTo)
  useEffect(() => {
    if (!draft.marks.includes(opened.current)) return
    leadTo(opened.current)
    opened.current = ''
  }, [draft.marks])
  const showPanel = () => {
    ask(true)
    setTimeout(() => {
      panel.current?.scrollIntoView({ block: 'start' })
      panel.current?.focus({ preventScroll: true })
    })
  }
  const askAnew = async () => {
    if (!(await keeper.flush())) return
    const answer = await askServer(mineContract.check, { id: draft.id })
    if (answer.ok) hear({ document, content, findings: answer.value.findings })
  }
  const check = () => {
    showPanel()
    void askAnew()
  }
  const submit = async () => {
    ask(true)
    const isSafe = await keeper.flush()
    if (!isSafe || checked.findings.some(({ severity }) => severity === 'error')) return check()
    open('submit')
  }
  const closing = closingOf(draft.window && new Date(draft.window.closesAt), draft.correctUntil === null ? null : new Date(draft.correctUntil))
  const late = tooLate(shown)
  const why = draft.frozen ?? (mayChange ? null : shown.closed.find(({ verb }) => verb === 'change'))
  const toOpen = mayChange && draft.lock === 'marked' ? fieldsToOpen(document, checked.findings, draft.marks) : []
  const errors = checked.findings.filter(({ severity }) => severity === 'error')
  return (
    <DraftContext value={draft}>
      <FormPartsContext value={parts}>
        <PageTitle
          title={titleIn(state.values) || shown.title || t('applications.mine.untitled')} state={<StateTag word={stateWord(t, shown)} tone={toneOf(shown.state)} />}
          lead={<span className="fill-lead"><span>{said(shown.call.title)}</span>{shown.number && <span className="code">{shown.number}</span>}{closing && <Closing {...(closing.kind === 'window' && draft.window && { opensAt: draft.window.opensAt })} closesAt={closing.at.toISOString()} kind={closing.kind} now={draft.now} />}</span>}
        />
        <Told sentence={told} after={shown.version} />
        <div className="fill-tools">
          <a className="link" href={`/app${printPath(shown.id, 'draft')}`} target="_blank" rel="noreferrer" onClick={() => void keeper.flush()}>{t('applications.mine.print.draft')}<span className="sr">{t('applications.mine.new_window')}</span></a>
          {mayChange && <CopyFrom draft={draft.id} flush={keeper.flush} done={again} />}
          {shown.can.includes('drop') && <button type="button" className="link" onClick={() => open('drop')}>{t('applications.mine.drop')}</button>}
          {shown.can.includes('withdraw') && <button type="button" className="link" onClick={() => open('give_up')}>{t('applications.mine.give_up')}</button>}
        </div>
        {why && <Notice tone="warn" title={t('applications.mine.closed')}><p>{t(why.code, why.params)}</p></Notice>}
        {late && <Late shown={shown} why={late} contact={document.contact} />}
        <Returned shown={shown} unlocked={unlocked} fields={fields} jump={jumpTo} />
        <OpenFields shown={shown} ids={toOpen} fields={fields} jump={jumpTo} flush={() => keeper.flush()} opened={(field) => void (opened.current = field)} />
        <Conflicts state={state} keeper={keeper} find={(id) => fields.get(id)} content={content} />
        {isAsked && <CheckPanel ref={panel} findings={checked.findings} unkept={state.held.refused} document={document} jump={jump} close={() => ask(false)} />}
        <FormFill
          document={document} content={content} change={change} leave={leave} left={left} isAsked={isAsked} current={tab} choose={(next) => (setTab(next), void keeper.flush())}
          isClosed={isClosed} unlocked={unlocked} remarkAt={(id) => remarks.get(id)} checked={checked}
          after={mayChange && <Button onClick={check}>{t('applications.mine.check')}</Button>}
        />
        {mayChange && (
          <div className="stay fill-bar">
            <Button type="primary" onClick={() => void submit()}>{t('applications.mine.submit')}</Button>
            <Button onClick={check}>{t('applications.mine.check')}</Button>
            <span className="push"><span className="fill-errors">{errors.length > 0 ? t('applications.mine.errors', { n: errors.length }) : t(late ? 'applications.mine.errors.none.late' : 'applications.mine.errors.none')}</span><KeepingState state={state} savedAt={draft.savedAt} /></span>
          </div>
        )}
        <Course shown={shown} />
        <LeaveAfterSaving isDirty={isUnsent && !isKeptHere} flush={keeper.flush} />
        {dialog === 'submit' && <SubmitDialog shown={shown} close={() => open(null)} found={(findings) => (hear({ document, content, findings }), open(null), showPanel())} done={(receipt) => void navigate({ to: `/projects/mine/${receipt.id}/receipt/${receipt.revision}` })} />}
        {dialog === 'give_up' && <WithdrawDialog shown={shown} close={() => open(null)} done={() => open(null)} />}
        {dialog === 'drop' && <DropDialog shown={shown} close={() => open(null)} done={() => void navigate({ to: '/projects/mine' })} />}
      </FormPartsContext>
    </DraftContext>
  )
}
