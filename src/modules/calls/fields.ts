import { z } from 'zod'
import { codeText, onward } from '../../codes/text.ts'
import { bad, good, type Check } from '../../kernel/check.ts'

export const callStates = ['draft', 'published', 'withdrawn'] as const
export type CallState = (typeof callStates)[number]

/** Of a published call as the day goes: by the window of the applicants, for everybody. */
export const phases = ['draft', 'coming', 'open', 'closed', 'withdrawn'] as const
export type Phase = (typeof phases)[number]

/** Of a rule of eligibility: `unknown` where the platform does not hold the fact. */
export const outcomes = ['met', 'not_met', 'unknown'] as const
export type Outcome = (typeof outcomes)[number]

/** 指南代码, first part of the numbers of its applications: two to twelve capitals and digits, a letter first. */
export const callCode: Check = (raw) =>
  onward(codeText(raw, { upper: true }), (text) => (/^[A-Z][A-Z0-9]{1,11}$/.test(text) ? good(text) : bad('calls.code')))

/** A time with its second, to which windows open and close. */
export const moment = z.iso.datetime({ offset: true, error: 'calls.moment' })
  .refine((text) => text >= '2000' && text < '2200', { error: 'calls.moment' })
  .transform((text) => new Date(Math.floor(Date.parse(text) / 1000) * 1000))

/** For drafts begun before; null for all. */
export const cohortTime = moment.nullable()

/** A document travels as text: its form alone may have more parts than any other input (guards.md, section 5). */
export const mostDocumentText = 800_000
export const documentText = z.string({ error: 'field.required' }).max(mostDocumentText, { error: 'calls.document_too_long' })
