import { refuseField, type Refusal } from '../../kernel/refusal.ts'
import { longText } from '../../codes/text.ts'

/** A reason that somebody else has to act on: 2 to 500 characters (fields.md §1.5), or the refusal beside its field. */
export function reasonIn(raw: string, field: string): string | Refusal {
  if (raw.trim() === '') return refuseField(field, 'review.reason_required')
  const checked = longText(raw, { min: 2, max: 500, code: 'review.reason_length' })
  return checked.ok ? checked.value : refuseField(field, checked.code, checked.params)
}
