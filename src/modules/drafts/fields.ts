import { z } from 'zod'
import { personName } from '../../codes/person-name.ts'
import { mobile } from '../../codes/phone.ts'
import { field } from '../../kernel/field.ts'
import { formIdPattern } from '../calls/form/definition.ts'

export const id = z.uuid()
export const time = z.iso.datetime()
export const fieldId = z.string().regex(formIdPattern)

/** Of a member: what the leader says of his part (E59). Months as people work them out, to the half. */
export const part = {
  task: z.string().trim().max(200, { error: 'field.too_long' }).default(''),
  months: z.number().min(0, { error: 'drafts.months' }).max(120, { error: 'drafts.months' }).multipleOf(0.1, { error: 'drafts.months' }).nullable().default(null),
}
/** Whom the invitation is for: the name as in his account, and the phone number that he has proven there. */
export const invited = { name: field(personName), phone: field(mobile) }

export const memberStates = ['invited', 'confirmed', 'declined', 'full'] as const
export const fileStates = ['checking', 'clean', 'refused'] as const
export const fileKinds = ['pdf', 'jpg', 'png'] as const
export const locks = ['open', 'marked', 'locked'] as const
export type Lock = (typeof locks)[number]

const finding = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })

/** N22: 待本人确认 until he has confirmed, then 可参与 or 已满额, and never why. */
export const memberOutput = z.object({
  id, name: z.string(), phone: z.string(), unit: z.string(), title: z.string(), role: z.string(), task: z.string(), months: z.number().nullable(),
  state: z.enum(memberStates), invitedAt: time, answeredAt: time.nullable(),
})
export const fileOutput = z.object({
  id, fieldId: z.string(), name: z.string(), kind: z.enum(fileKinds), bytes: z.int(), sha256: z.string(), pages: z.int().nullable(),
  state: z.enum(fileStates), uploadedAt: time,
  /** Why it was refused at the second look. */
  refusal: z.string().nullable(),
})
export const savedOutput = z.object({
  saved: z.array(z.object({ field: z.string(), version: z.int() })),
  /** Somebody was faster in another window: what stands there now. Nothing of it was overwritten. */
  conflicts: z.array(z.object({ field: z.string(), version: z.int(), value: z.unknown() })),
  /** Not taken, each with its reason: locked, not among the marked, or what no field of its kind can hold. */
  refused: z.array(finding.extend({ field: z.string() })),
  at: time,
})
export const closedReason = finding
