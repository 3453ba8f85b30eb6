import { z } from 'zod'
import { reviewedFields } from './fields.ts'

export const id = z.uuid()
export const time = z.iso.datetime()
export const named = z.object({ id, name: z.string() })
export const revision = z.int32().positive()

/** The six reviewed fields of one submitted version; the number masked, names as they were then. */
export const revisionOutput = z.object({
  revision,
  unit: named,
  secondaryUnit: named.nullable(),
  documentType: z.string(),
  /** Masked. */
  document: z.string(),
  education: z.string(),
  degree: z.string().nullable(),
  title: z.string(),
  position: z.string(),
  submittedAt: time,
})

/** What is in force without review; codes of the lists. */
export const plainOutput = z.object({
  sex: z.string().nullable(),
  nationality: z.string().nullable(),
  ethnicGroup: z.string().nullable(),
  politicalStatus: z.string().nullable(),
  birthDate: z.string().nullable(),
  specialty: z.string().nullable(),
  officePhone: z.string().nullable(),
  qq: z.string().nullable(),
  wechat: z.string().nullable(),
})

export const decisionOutput = z.object({
  outcome: z.enum(['approved', 'refused', 'withdrawn']),
  at: time,
  /** The desk: unit or secondary unit; to the desk itself the person who decided. null where the platform withdrew it. */
  by: z.string().nullable(),
  reasonCodes: z.array(z.string()),
  reason: z.string().nullable(),
  /** D11: the unit decided for a secondary unit without manager, or one that was silent. */
  actedFor: z.enum(['vacant', 'silent']).nullable(),
})

/** Words `profiles.event.<event>`. */
export const timelineOutput = z.array(z.object({
  event: z.string(),
  at: time,
  by: z.string().nullable(),
  revision: z.number().int().nullable(),
  /** The desk it went to, or from where to where it moved. */
  desk: z.string().nullable(),
  reason: z.string().nullable(),
  reasonCodes: z.array(z.string()),
  /** D11, E36: why the unit acted for the secondary unit. */
  actForReason: z.string().nullable(),
}))

export const changedOutput = z.array(z.enum(reviewedFields))
