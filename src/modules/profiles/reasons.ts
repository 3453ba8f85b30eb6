import type { ReviewedField } from './fields.ts'

/**
 * 驳回原因 (S2-55) as codes, each bound to the field it speaks of, in the order in which the desk offers them (keys 1 to 9).
 * The words are `profiles.reason.<code>`; the text beside them is always required.
 */
export const refusalReasons = [
  { code: 'document_differs', field: 'document' },
  { code: 'not_of_the_unit', field: 'unit' },
  { code: 'wrong_secondary_unit', field: 'unit' },
  { code: 'education_unproven', field: 'education' },
  { code: 'degree_unproven', field: 'degree' },
  { code: 'title_unproven', field: 'title' },
  { code: 'position_wrong', field: 'position' },
  { code: 'incomplete', field: null },
  { code: 'other', field: null },
] as const satisfies readonly { code: string; field: ReviewedField | null }[]

export type RefusalReason = (typeof refusalReasons)[number]['code']
export const refusalReasonCodes = refusalReasons.map(({ code }) => code) as [RefusalReason, ...RefusalReason[]]
export const isRefusalReason = (code: string): code is RefusalReason => (refusalReasonCodes as string[]).includes(code)
