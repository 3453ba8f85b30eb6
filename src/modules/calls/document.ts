import { z } from 'zod'
import { bilingual, formDefinition } from './form/definition.ts'

/**
 * A call (指南/批次) is one typed document (N14): the notice, who may apply, the chain with its windows, the limits and the
 * form. A published version never changes; a change is a new version with a difference that people can read.
 */

/** Levels of the chain in their order; `leader` is the applicant's own window. `department` only where the leader belongs to a secondary unit. */
export const levels = ['leader', 'department', 'unit', 'authority', 'bureau'] as const
export type Level = (typeof levels)[number]

/** From the first second to the last one, which still counts (E55: 含). The bureau's own level may stay open. */
export const window = z.strictObject({ opensAt: z.iso.datetime({ offset: true }), closesAt: z.iso.datetime({ offset: true }) })
export type Window = z.infer<typeof window>

/** Who may apply; every rule stands in the notice as its own sentence, and is answered before anybody starts. */
export const eligibilityRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unitNature'), oneOf: z.array(z.string().max(10)).min(1), sentence: bilingual }),
  z.strictObject({ kind: z.literal('unitRegion'), prefixOneOf: z.array(z.string().regex(/^\d{2,6}$/)).min(1), sentence: bilingual }),
  z.strictObject({ kind: z.literal('unitRegisteredBefore'), date: z.iso.date(), sentence: bilingual }),
  z.strictObject({ kind: z.literal('leaderAgeAtMost'), years: z.int().min(18).max(99), onDate: z.iso.date(), sentence: bilingual }),
  z.strictObject({ kind: z.literal('leaderTitle'), oneOf: z.array(z.string().max(10)).min(1), orDegree: z.array(z.string().max(10)).default([]), sentence: bilingual }),
  z.strictObject({ kind: z.literal('leaderDegree'), oneOf: z.array(z.string().max(10)).min(1), sentence: bilingual }),
])
export type EligibilityRule = z.infer<typeof eligibilityRule>

/** 限项 (E58, I6): at most so many open or running projects of a family as leader, or as member. */
export const limit = z.strictObject({ family: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), role: z.enum(['leader', 'member']), most: z.int().min(1).max(20), sentence: bilingual })
export type Limit = z.infer<typeof limit>

export const callDocument = z.strictObject({
  title: bilingual,
  /** 项目类别 (S2-78). */
  category: bilingual,
  /** Plain paragraphs of the notice. */
  text: z.array(bilingual).min(1).max(100),
  contact: z.string().max(200).default(''),
  eligibility: z.array(eligibilityRule).max(20).default([]),
  chain: z.strictObject({ department: z.boolean().default(true), authority: z.boolean().default(false) }),
  windows: z.strictObject({ leader: window, department: window, unit: window, authority: window.optional(), bureau: window.optional() }),
  /** 退回补正: so many working days, until 24:00 of the last one (E53, D28). */
  correctionDays: z.int().min(1).max(30).default(3),
  /** D5, D18. */
  fastReturn: z.boolean().default(true),
  /** E57: how many a unit may pass on; null without limit. */
  quotaPerUnit: z.int().min(1).max(1000).nullable().default(null),
  limits: z.array(limit).max(10).default([]),
  /** E14, D4: also whose personal information was handed in before this time and approved later may submit; null: it must be approved. */
  profileHandedInBefore: z.iso.datetime({ offset: true }).nullable().default(null),
  form: formDefinition,
})
export type CallDocument = z.infer<typeof callDocument>
/** As the bureau keeps it while it writes: anything may still be missing. */
export type CallDraft = Record<string, unknown>
