import { plainFields, reviewedFields, type Document, type Plain, type PlainField, type ReviewedField } from './fields.ts'

/** The six reviewed fields of one version (S2-46); never changed once submitted. */
export interface Reviewed {
  document: Document
  unitId: string
  secondaryUnitId: string | null
  education: string
  degree: string | null
  title: string
  position: string
}

/** The same with the names of its time (E03, E26). */
export interface Revision extends Reviewed {
  personId: string
  version: number
  unitName: string
  secondaryUnitName: string | null
  submittedAt: Date
  submittedBy: string
}

export interface Profile {
  personId: string
  version: number
  plain: Plain
  approvedVersion: number | null
  approvedAt: Date | null
}

export const nothingYet: Plain = {
  sex: null, nationality: null, ethnicGroup: null, politicalStatus: null, birthDate: null, specialty: null, officePhone: null, qq: null, wechat: null,
}

const values: Record<ReviewedField, (r: Reviewed) => string> = {
  document: ({ document }) => `${document.type} ${document.number}`,
  unit: ({ unitId, secondaryUnitId }) => `${unitId} ${secondaryUnitId ?? ''}`,
  education: (r) => r.education, degree: (r) => r.degree ?? '', title: (r) => r.title, position: (r) => r.position,
}

/** What is new in a version beside the one in force; everything where none is. */
export const difference = (approved: Reviewed | null, submitted: Reviewed): ReviewedField[] =>
  reviewedFields.filter((name) => !approved || values[name](approved) !== values[name](submitted))

export const plainDifference = (before: Plain, after: Plain): PlainField[] => plainFields.filter((name) => before[name] !== after[name])

/** S2-62: whether what must be told without review is there. */
export const isComplete = (plain: Plain): boolean => plain.sex !== null && plain.nationality !== null && plain.birthDate !== null
