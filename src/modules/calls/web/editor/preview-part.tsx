import { useMemo } from 'react'
import { Notice } from '../../../../web/ui/notice.tsx'
import { Sheet } from '../../../../web/ui/page-title.tsx'
import { useWords } from '../../../../web/words.ts'
import { callDocument } from '../../document.ts'
import { formDefinition } from '../../form/definition.ts'
import { formProblems } from '../../form/problems-form.ts'
import { FormPreview } from '../form/preview.tsx'
import { useEditing } from './editing.tsx'
import { at, put, type Tree } from './tree.ts'

const day = { opensAt: '2026-01-01T00:00:00Z', closesAt: '2026-01-02T00:00:00Z' }

/** The form alone is enough to be tried: what is missing elsewhere stands in for itself. */
function documentOf(tree: Tree) {
  const form = formDefinition.safeParse(at(tree, ['form']))
  if (!form.success || formProblems(form.data).length > 0) return null
  const whole = callDocument.safeParse({
    title: { zh: '-' }, category: { zh: '-' }, text: [{ zh: '-' }], chain: {}, windows: { leader: day, department: day, unit: day }, form: form.data,
  })
  return whole.success ? whole.data : null
}

/** 预览: as the applicant meets it; everything can be tried, nothing is kept. */
export function PreviewPart() {
  const t = useWords()
  const { document } = useEditing()
  const tried = useMemo(() => documentOf(document), [document])
  return (
    <>
      <Notice>{t('calls.editor.preview.lead')}</Notice>
      {tried ? <FormPreview document={put(tried, ['title'], tried.title)} /> : <Sheet><p>{t('calls.editor.preview.broken')}</p></Sheet>}
    </>
  )
}
