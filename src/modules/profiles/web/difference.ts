import type { ReviewedField } from '../fields.ts'
import type { ShownRevision } from './shown.ts'

/** 工作单位(部门), as the manual writes it (S2-48): 两江示范大学(软件学院). */
export const employerWithUnit = (unit: string, secondaryUnit: string | null | undefined): string => (secondaryUnit ? `${unit}(${secondaryUnit})` : unit)

/** What a reviewed field of a version says, in the reader's words. */
export type InWords = (field: ReviewedField, version: ShownRevision) => string

export interface Change {
  field: ReviewedField
  /** null where no version was in force, or it said the same. */
  was: string | null
  now: string
  /** Both look the same because of the mask: that it changed must be said (the number of a document). */
  isHidden: boolean
}

/** What is new beside what is in force, field by field, in the order of the law. */
export const changesOf = (approved: ShownRevision | null, submitted: ShownRevision, changed: readonly ReviewedField[], inWords: InWords): Change[] =>
  changed.map((field) => {
    const was = approved ? inWords(field, approved) : null
    const now = inWords(field, submitted)
    // Only the number of a document is masked; anything else that reads the same is the same.
    const isSame = was === now
    return { field, was: isSame && field !== 'document' ? null : was, now, isHidden: isSame && field === 'document' }
  })
