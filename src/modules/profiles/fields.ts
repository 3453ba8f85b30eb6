import { z } from 'zod'
import { birthDate } from '../../codes/day.ts'
import { degreeDiffers } from '../../codes/education.ts'
import { birthDateIn, identityDocument, isDocumentType, sexIn } from '../../codes/identity-document.ts'
import { qq, wechat } from '../../codes/messenger.ts'
import { nationality, nationalityDiffers } from '../../codes/nationality.ts'
import { landline } from '../../codes/phone.ts'
import { longTextCheck, textCheck } from '../../codes/text.ts'
import { bad, good, type Check, type Finding } from '../../kernel/check.ts'
import { field, optionalField } from '../../kernel/field.ts'

/** S2-46, S2-64: a change of these goes to review; 工作单位 counts together with 部门 (S2-75), the number with its kind. */
export const reviewedFields = ['document', 'unit', 'education', 'degree', 'title', 'position'] as const
export type ReviewedField = (typeof reviewedFields)[number]

/** A code of a list; whether the list has it now is asked on the server, since the platform's desk can amend it. */
const code: Check = (raw) => (/^[0-9A-Za-z_]{1,20}$/.test(raw.trim()) ? good(raw.trim()) : bad('field.choose'))
const sex: Check = (raw) => (raw === '1' || raw === '2' ? good(raw) : bad('field.choose'))

/** S2-67..74: what is in force as soon as it is saved. 姓名, 手机 and Email are the account's. */
export const plainForm = z.object({
  sex: optionalField(sex),
  nationality: optionalField(nationality),
  ethnicGroup: optionalField(code),
  politicalStatus: optionalField(code),
  birthDate: optionalField(birthDate()),
  specialty: optionalField(textCheck({ min: 2, max: 50 })),
  officePhone: optionalField(landline),
  qq: optionalField(qq),
  wechat: optionalField(wechat),
})
export type Plain = z.output<typeof plainForm>
export type PlainField = keyof Plain
export const plainFields = Object.keys(plainForm.shape) as PlainField[]

/** The six reviewed fields as they are typed. Without a number the document stands that the platform holds already. */
export const reviewedForm = z.object({
  documentType: optionalField(code),
  document: z.string().max(60, { error: 'field.too_long' }).nullish(),
  unitId: z.uuid({ error: 'profiles.unit.choose' }),
  secondaryUnitId: z.uuid({ error: 'field.choose' }).nullish().transform((id) => id ?? null),
  education: field(code),
  degree: field(code),
  title: field(code),
  position: optionalField(textCheck({ max: 50 })).transform((text) => text ?? ''),
})
export type ReviewedForm = z.output<typeof reviewedForm>

export interface Document {
  type: string
  number: string
}

/** Kind and number in canonical form, or what is wrong, beside the field it is wrong with; null where none was typed. */
export function typedDocument(form: Pick<ReviewedForm, 'document' | 'documentType'>): Document | null | { documentType: Finding } | { document: Finding } {
  const { documentType: type, document: number } = form
  if (!number?.trim()) return null
  if (!type || !isDocumentType(type)) return { documentType: { code: 'document_type.choose' } }
  const checked = identityDocument(type)(number)
  return checked.ok ? { type, number: checked.value } : { document: { code: checked.code, ...(checked.params && { params: checked.params }) } }
}

/** E42: what the number says is not typed. null for documents that carry nothing (E41). */
export function derivedFrom(document: Document | null): { sex: '1' | '2'; birthDate: string } | null {
  if (!document || !isDocumentType(document.type)) return null
  const [carried, born] = [sexIn(document.type, document.number), birthDateIn(document.type, document.number)]
  return carried && born ? { sex: carried, birthDate: born } : null
}

/** 民族 and 政治面貌 are asked of Chinese citizens only. */
export const isAskedOfCitizens = (chosen: string | null): boolean => chosen === null || chosen === 'CN'

/**
 * The values as they are kept: sex and birth date by the number where it carries them (E42, locked), nothing that is not
 * asked. What was typed against the number stands beside its field: `sex.differs`, `profiles.birth_date.differs`.
 */
export function settledPlain(typed: Plain, document: Document | null): { plain: Plain; problems: Record<string, Finding> } {
  const problems: Record<string, Finding> = {}
  const derived = derivedFrom(document)
  if (derived && typed.sex && typed.sex !== derived.sex) problems.sex = { code: 'sex.differs' }
  if (derived && typed.birthDate && typed.birthDate !== derived.birthDate) problems.birthDate = { code: 'profiles.birth_date.differs' }
  const isOther = document && typed.nationality && isDocumentType(document.type) ? nationalityDiffers(document.type, document.number, typed.nationality) : null
  if (isOther) problems.nationality = isOther
  const isCitizen = isAskedOfCitizens(typed.nationality)
  return {
    plain: { ...typed, ...derived, ethnicGroup: isCitizen ? typed.ethnicGroup : null, politicalStatus: isCitizen ? typed.politicalStatus : null },
    problems,
  }
}

/** S2-62: what must be there before anything is submitted. */
export const requiredPlain = ['sex', 'nationality', 'birthDate'] as const satisfies readonly PlainField[]
export const missingOf = (plain: Plain): Record<string, Finding> =>
  Object.fromEntries(requiredPlain.filter((name) => plain[name] === null).map((name) => [name, { code: 'field.required' }]))

/** Looks odd, and goes through all the same. */
export const oddities = (form: Pick<ReviewedForm, 'degree' | 'education'>): Finding[] => [degreeDiffers(form.degree, form.education) ?? []].flat()

/** What was typed and has not been submitted (1.4.4 草稿): texts as they stand in the form, whatever they are. */
export const draftFields = [...plainFields, ...(Object.keys(reviewedForm.shape) as (keyof ReviewedForm)[])] as const
export type DraftField = (typeof draftFields)[number]
export const draftForm = z.partialRecord(z.enum(draftFields as unknown as [DraftField, ...DraftField[]]), z.string().max(200, { error: 'field.too_long' }).nullable())
export type Draft = z.output<typeof draftForm>

/** Why a desk refuses (S2-55): the person reads it. */
export const reasonField = field(longTextCheck({ min: 2, max: 500 }))
/** E19: the same, half-written. */
export const noteText = field(longTextCheck({ min: 0, max: 500 }))
/** Why the unit decides for a secondary unit (D11). */
export const actForReason = field(longTextCheck({ min: 2, max: 200 }))
/** Why somebody looks at what is masked; what a list is taken out for (E45). */
export const lookReason = field(textCheck({ min: 2, max: 200 }))
export const purposeField = field(textCheck({ min: 2, max: 200 }))

