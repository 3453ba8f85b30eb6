import type { ReviewedField } from '../fields.ts'
import { refusalReasons, type RefusalReason } from '../reasons.ts'

/** The coded reasons of a refusal, each beside the field it speaks of (S2-55); the first of several. */
export function remarksOf(codes: readonly string[]): Partial<Record<ReviewedField, RefusalReason>> {
  const remarks: Partial<Record<ReviewedField, RefusalReason>> = {}
  for (const { code, field } of refusalReasons) if (field && codes.includes(code)) remarks[field] ??= code
  return remarks
}
