import { useCallback, useMemo, useState } from 'react'
import type { CallDocument } from '../../document.ts'
import type { Content, FieldValue } from '../../form/definition.ts'
import { FormFill, useChecked } from './form-fill.tsx'

const nothing: Pick<Content, 'facts' | 'members' | 'files'> = { facts: {}, members: [], files: [] }

/** A call as the applicant meets it: everything can be tried, nothing is kept. */
export function FormPreview({ document }: { document: CallDocument }) {
  const [values, setValues] = useState<Readonly<Record<string, FieldValue>>>({})
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tab, setTab] = useState('')
  const content = useMemo<Content>(() => ({ ...nothing, values }), [values])
  const checked = useChecked(document, content)
  const change = useCallback((id: string, value: FieldValue) => setValues((now) => ({ ...now, [id]: value })), [])
  const leave = useCallback((id: string) => setLeft((now) => (now.has(id) ? now : new Set(now).add(id))), [])
  return <FormFill document={document} content={content} change={change} leave={leave} left={left} current={tab} choose={setTab} checked={checked} />
}
