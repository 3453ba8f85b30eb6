import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import type { CallDocument } from '../../document.ts'
import { checkContent, tabStates, type Finding } from '../../form/check.ts'
import { askedTabs } from '../../form/conditions.ts'
import type { Content, FieldValue } from '../../form/definition.ts'
import { FieldInput } from './field-input.tsx'
import { byField, shownAt, withTold, type ToldFindings } from './findings-at.ts'
import { FormTabs } from './form-tabs.tsx'
import { BesideContext } from './parts.ts'

/** What the check says of the content as it stands, a moment after typing; with what the server has said of it (`told`). */
export function useChecked(document: CallDocument, content: Content, told: ToldFindings | null = null) {
  const settled = useDeferredValue(content)
  const found = useMemo(() => checkContent(document, settled), [document, settled])
  const findings = useMemo(() => withTold(found, told, document, settled), [found, told, document, settled])
  const states = useMemo(() => tabStates(document.form, settled, findings), [document, settled, findings])
  const errors = useMemo(() => {
    const counts: Record<string, number> = {}
    for (const one of findings) if (one.severity === 'error') counts[one.tab] = (counts[one.tab] ?? 0) + 1
    return counts
  }, [findings])
  const [kept, keep] = useState<{ findings: readonly Finding[]; map: ReadonlyMap<string, readonly Finding[]> }>({ findings: [], map: new Map() })
  if (kept.findings !== findings) keep({ findings, map: byField(findings, kept.map) })
  return { findings, states, errors, ofField: kept.map }
}

/**
 * A whole form to be filled in. It holds nothing itself: the page of the leader keeps what is typed on the server, the
 * preview of a call in its own state. Errors are shown at fields that were left (`left`), or everywhere (`isAsked`).
 */
export function FormFill({ document, content, change, leave, left, isAsked = false, current, choose, isClosed, remarkAt, unlocked, checked, after }: {
  document: CallDocument
  content: Content
  /** The same function at every drawing, like `leave`. */
  change: (fieldId: string, value: FieldValue) => void
  leave: (fieldId: string) => void
  left: ReadonlySet<string>
  /** 检查 was pressed: everything that is missing is said. */
  isAsked?: boolean
  current: string
  choose: (tab: string) => void
  isClosed?: (fieldId: string) => boolean
  /** Gives the same element while the remark is the same. */
  remarkAt?: (fieldId: string) => ReactNode
  unlocked?: ReadonlySet<string>
  checked: ReturnType<typeof useChecked>
  after?: ReactNode
}) {
  const tabs = useMemo(() => askedTabs(document.form, content.values), [document, content.values])
  const here = tabs.find(({ tab }) => tab.id === current) ?? tabs[0]
  const beside = useMemo(() => ({ facts: content.facts, members: content.members, files: content.files }), [content.facts, content.members, content.files])
  // After a return: in which parts there is something to mend.
  const marked = useMemo(() => unlocked && Object.fromEntries(tabs.map(({ tab, fields }) => [tab.id, fields.filter(({ id }) => unlocked.has(id)).length])), [tabs, unlocked])
  return (
    <BesideContext value={beside}>
      <FormTabs tabs={tabs.map(({ tab }) => tab)} states={checked.states} errors={checked.errors} {...(marked && { marked })} current={here?.tab.id ?? ''} choose={choose} after={after}>
        <div className="form form-fields">
          {here?.fields.map((field) => (
            <FieldInput
              key={field.id} field={field} value={content.values[field.id]} change={change} leave={leave}
              findings={shownAt(field, checked.ofField.get(field.id), isAsked, left.has(field.id))}
              remark={remarkAt?.(field.id)} unlocked={unlocked?.has(field.id) ?? false} isClosed={isClosed?.(field.id) ?? false}
            />
          ))}
        </div>
      </FormTabs>
    </BesideContext>
  )
}
