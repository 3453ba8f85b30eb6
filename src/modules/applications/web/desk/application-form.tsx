import { Button } from 'antd'
import { useCallback, useMemo } from 'react'
import { useAsk } from '../../../../web/ask.ts'
import { goToField } from '../../../../web/ui/field-id.ts'
import { useWords } from '../../../../web/words.ts'
import type { Field, FileShown } from '../../../calls/form/definition.ts'
import { FormPartsContext, FormShown, useFindingWords } from '../../../calls/web/parts.ts'
import { applicationsContract } from '../../contract.ts'
import { fileOf } from './attachment-pages.tsx'
import type { Opened } from './shown.ts'
import type { Decision } from '../decide/use-decision.ts'

/** The version that this desk saw last, where it differs from this one (E52, N7). */
export function useSeenBefore(a: Opened) {
  const revision = a.differences?.revision ?? 0
  const isOlder = revision > 0 && revision < a.revision
  return useAsk(applicationsContract.versionAt, { id: a.id, revision: Math.max(revision, 1) }, { when: isOlder }).value?.content
}

/**
 * 申报信息 in its tabs (S2-80). What differs from the version seen last is marked; findings stand at their fields; where a
 * return is open to this desk, each field can be pressed to mark it (D18).
 */
export function ApplicationForm({ application: a, decision: d, before, onlyChanged, tab, choose, openFile }: {
  application: Opened
  decision: Decision
  before: Opened['content'] | undefined
  onlyChanged: boolean
  tab: string
  choose: (tab: string) => void
  openFile: (file: FileShown) => void
}) {
  const t = useWords()
  const inWords = useFindingWords()
  const load = useCallback((fileId: string) => fileOf(a.id, { id: fileId }), [a.id])
  const parts = useMemo(() => ({ pictures: { load }, open: openFile }), [load, openFile])
  const mayMark = d.may('return') || d.may('correct')
  const marked = new Set(d.isReturn ? d.returning.marks.map((mark) => mark.field) : [])
  const corrected = new Set(a.differences?.marked)
  // What the platform holds is not asked here, and not corrected here.
  const markButton = (field: Field) => mayMark && field.kind !== 'fact' && (
    <Button
      size="small" type={marked.has(field.id) ? 'primary' : 'text'} danger={marked.has(field.id)} className="mark-field" aria-pressed={marked.has(field.id)} onClick={() => d.mark(field.id)}
    >{t(marked.has(field.id) ? 'applications.return.marked_here' : 'applications.return.mark')}<span className="sr"> {d.labelOf(field.id)}</span></Button>
  )
  const remark = (field: Field) => {
    const found = a.findings.filter((one) => one.field === field.id).map(inWords)
    const was = corrected.has(field.id) ? [t('applications.desk.was_marked')] : []
    return found.length + was.length > 0 ? [...was, ...found].map((text, i) => <p key={i}>{text}</p>) : null
  }
  return (
    <FormPartsContext value={parts}>
      <FormShown form={a.document.form} content={a.content} before={before} onlyChanged={onlyChanged} remarkAt={remark} deedAt={markButton} current={tab} choose={choose} />
    </FormPartsContext>
  )
}

/** Turns to the part of a field and then to the field. */
export function goTo(choose: (tab: string) => void, tab: string, field: string): void {
  choose(tab)
  // After the part is drawn.
  setTimeout(() => goToField(field), 50)
}
