import { useMemo, useState, type ReactNode } from 'react'
import { askedTabs } from '../../form/conditions.ts'
import type { Content, Field, FormDefinition } from '../../form/definition.ts'
import { differs } from './differing.ts'
import { FieldShown } from './field-shown.tsx'
import { FormTabs } from './form-tabs.tsx'

/**
 * A whole application to be read, part by part: the desk's 查看, the leader's own view, what was submitted. `before`: the
 * version it is compared with; `onlyChanged`: only what differs from it. `deedAt` and `remarkAt` draw beside a field.
 * The part that is open may be the caller's (`current`, `choose`), to lead to a field.
 */
export function FormShown({ form, content, before, onlyChanged = false, remarkAt, deedAt, current, choose, marked, after }: {
  form: FormDefinition
  content: Content
  before?: Content | undefined
  onlyChanged?: boolean
  remarkAt?: (field: Field) => ReactNode
  deedAt?: (field: Field) => ReactNode
  current?: string
  choose?: (tab: string) => void
  /** How many marks each part has; absent, the number of its fields that differ. */
  marked?: Readonly<Record<string, number>>
  after?: ReactNode
}) {
  const [own, setOwn] = useState('')
  const tabs = useMemo(() => askedTabs(form, content.values), [form, content.values])
  const changed = useMemo(() => (before ? Object.fromEntries(tabs.map(({ tab, fields }) => [tab.id, fields.filter((field) => differs(field, before, content)).length])) : {}), [tabs, before, content])
  const open = onlyChanged && before ? tabs.filter(({ tab }) => (changed[tab.id] ?? 0) > 0) : tabs
  const wanted = current ?? own
  const here = open.find(({ tab }) => tab.id === wanted) ?? open[0]
  if (!here) return null
  const fields = onlyChanged && before ? here.fields.filter((field) => differs(field, before, content)) : here.fields
  return (
    <FormTabs tabs={open.map(({ tab }) => tab)} marked={marked} changed={marked ? undefined : changed} current={here.tab.id} choose={choose ?? setOwn} after={after}>
      <div className="fields-shown">
        {fields.map((field) => <FieldShown key={field.id} field={field} content={content} before={before} remark={remarkAt?.(field)} deed={field.kind === 'note' ? undefined : deedAt?.(field)} />)}
      </div>
    </FormTabs>
  )
}
