import { Facts } from '../../../web/ui/facts.tsx'
import { useWords } from '../../../web/words.ts'
import type { ReviewedField } from '../fields.ts'
import { changesOf } from './difference.ts'
import { useReviewedInWords } from './in-words.ts'
import type { ShownRevision } from './shown.ts'

/** What is new beside what is in force: only what changed, old -> new. `remarks`: reasons beside their fields. */
export function Changes({ approved, submitted, changed, remarks = {} }: {
  approved: ShownRevision | null
  submitted: ShownRevision
  changed: readonly ReviewedField[]
  remarks?: Partial<Record<ReviewedField, string>>
}) {
  const t = useWords()
  const inWords = useReviewedInWords()
  return (
    <Facts rows={changesOf(approved, submitted, changed, inWords).map(({ field, was, now, isHidden }) => ({
      label: t(`profiles.field.${field}`), value: now, ...(was !== null && { was }),
      ...(isHidden ? { remark: t('profiles.changes.hidden') } : remarks[field] && { remark: remarks[field] }),
    }))} />
  )
}

/** The reviewed fields that stayed as they were, folded away. */
export function Unchanged({ submitted, changed, all }: { submitted: ShownRevision; changed: readonly ReviewedField[]; all: readonly ReviewedField[] }) {
  const t = useWords()
  const inWords = useReviewedInWords()
  const rest = all.filter((field) => !changed.includes(field))
  if (rest.length === 0) return null
  return (
    <details className="folded">
      <summary>{t('profiles.changes.unchanged', { n: rest.length })}</summary>
      <Facts rows={rest.map((field) => ({ label: t(`profiles.field.${field}`), value: inWords(field, submitted) }))} />
    </details>
  )
}
