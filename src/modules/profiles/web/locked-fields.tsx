import { FixedField, FormPart } from '../../../web/ui/form.tsx'
import { useWords } from '../../../web/words.ts'
import { reviewedFields } from '../fields.ts'
import { useReviewedInWords } from './in-words.ts'
import type { ShownRevision } from './shown.ts'

/** While a version waits, the six reviewed fields are text (E39): they open again with 撤回, or once it is decided. */
export function LockedFields({ latest }: { latest: ShownRevision }) {
  const t = useWords()
  const inWords = useReviewedInWords()
  return (
    <FormPart title={t('profiles.part.locked')} lead={t('profiles.part.locked.lead')}>
      {reviewedFields.map((field) => <FixedField key={field} label={t(`profiles.field.${field}`)} value={inWords(field, latest)} />)}
    </FormPart>
  )
}
