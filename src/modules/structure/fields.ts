import { z } from 'zod'
import { isDocumentType } from '../../codes/identity-document.ts'
import { personName } from '../../codes/person-name.ts'
import { mobile } from '../../codes/phone.ts'
import { freeText, longTextCheck, onward, textCheck } from '../../codes/text.ts'
import { bad, good, type Check } from '../../kernel/check.ts'
import { field, oneOf, optionalField } from '../../kernel/field.ts'

/** Nothing but letters, digits and what stands between them: a name is shown in headers and mails. */
const odd = /[\p{C}\p{Z}\p{So}]/u

/** 二级单位（部门）名称 (S2-36): 2 to 100 characters; several spaces count as one. */
export const secondaryUnitName: Check = (raw) =>
  onward(freeText(raw.replace(/[ \u3000]+/g, ' '), { min: 2, max: 100, code: 'structure.name.length' }), (name) =>
    odd.test(name.replaceAll(' ', '')) || !/[\p{L}\p{N}]/u.test(name) ? bad('structure.name.characters') : good(name))

/** The number is judged together with its kind (`people/fields.ts`, documentOf). */
const documentType = z.string({ error: 'document_type.choose' }).refine(isDocumentType, { error: 'document_type.choose' })
const document = z.string({ error: 'field.required' }).min(1, { error: 'field.required' }).max(60, { error: 'field.too_long' })

/** S2-28, S2-36: whom a post is given to. */
export const namedForm = z.object({ name: field(personName), phone: field(mobile), documentType, document })
export type NamedForm = z.output<typeof namedForm>

/** S2-37: what is left out stays as it is; masked values need not be typed again. */
export const changedManagerForm = z.object({
  name: optionalField(personName), phone: optionalField(mobile),
  documentType: documentType.nullish().transform((type) => type ?? null),
  document: z.string({ error: 'field.required' }).max(60, { error: 'field.too_long' }).nullish().transform((number) => number?.trim() || null),
})
export type ChangedManagerForm = z.output<typeof changedManagerForm>

/** Why a post ends: the person and the unit read it. */
export const endReason = field(longTextCheck({ min: 2, max: 500 }))
/** Why somebody looks at what is masked. */
export const lookReason = field(textCheck({ min: 2, max: 200 }))

const place = z.uuid().nullable()
/** A secondary unit, or null: the unit itself (直属人员, D2). */
export const standing = place
export const reviewStates = ['pending', 'approved', 'refused', 'withdrawn'] as const
export type ReviewState = (typeof reviewStates)[number]

/** What people of a unit are looked for by. */
export const peopleFilters = {
  name: z.string().max(60, { error: 'field.too_long' }).optional(),
  position: z.string().max(50, { error: 'field.too_long' }).optional(),
  specialty: z.string().max(50, { error: 'field.too_long' }).optional(),
  state: oneOf(reviewStates).optional(),
}
export const mostTicked = 1000
/** Who moves: those ticked, or all that these filters find (empty filters: all). */
export const selection = z.union([
  z.object({ personIds: z.array(z.uuid()).min(1, { error: 'structure.move.nobody' }).max(mostTicked, { error: 'structure.move.most' }) }).strict(),
  z.object({ matching: z.object(peopleFilters) }).strict(),
])
export type Selection = z.output<typeof selection>

/** Digest of the state that a plan was computed from (N9); without it a deed takes the state as it finds it. */
export const seal = z.string().regex(/^[0-9a-f]{64}$/).optional()

export const addInput = { name: field(secondaryUnitName), manager: namedForm, people: selection.optional() }
export const changeInput = { id: z.uuid(), version: z.int32().positive(), name: optionalField(secondaryUnitName), manager: changedManagerForm.optional() }
export const removeInput = {
  id: z.uuid(), version: z.int32().positive(),
  /** Where those who refer to it go: another secondary unit, or `unit`; without it, it must be empty (S2-39). */
  moveTo: z.union([z.uuid(), z.literal('unit')]).optional(),
}
export const revokeManagerInput = { id: z.uuid(), version: z.int32().positive(), reason: endReason }
export const moveInput = { from: standing, to: standing, people: selection }

/** N9: a change as it would be made, without its seal. */
export const changeForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('authorise'), person: namedForm }),
  z.object({ kind: z.literal('replace'), grantId: z.uuid(), person: namedForm }),
  z.object({ kind: z.literal('revoke'), grantId: z.uuid() }),
  z.object({ kind: z.literal('add'), ...addInput }),
  z.object({ kind: z.literal('change'), ...changeInput }),
  z.object({ kind: z.literal('vacate'), ...revokeManagerInput }).omit({ reason: true }),
  z.object({ kind: z.literal('remove'), ...removeInput }),
  z.object({ kind: z.literal('move'), ...moveInput }),
])
export type ChangeForm = z.output<typeof changeForm>
