import { z } from 'zod'
import type { Check } from './check.ts'

/**
 * A form field out of a check: the same object validates in the browser and on the server, and what the server keeps
 * is the canonical form. The message of an issue is a key of the words, never a sentence.
 */
export function field<T>(check: Check<T>) {
  return z.string({ error: 'field.required' }).transform((raw, ctx): T => {
    const checked = check(raw)
    if (checked.ok) return checked.value
    ctx.addIssue({ code: 'custom', message: checked.code, params: checked.params })
    return z.NEVER
  })
}

/** An empty text counts as absent; anything else goes through the check. */
export function optionalField<T>(check: Check<T>) {
  return z
    .string({ error: 'field.required' })
    .nullish()
    .transform((raw, ctx): T | null => {
      if (raw == null || raw.trim() === '') return null
      const checked = check(raw)
      if (checked.ok) return checked.value
      ctx.addIssue({ code: 'custom', message: checked.code, params: checked.params })
      return z.NEVER
    })
}

/** A day to filter by: one of the calendar, in the years that the database and people know. */
export const dayFilter = z.iso.date({ error: 'day.format' })
  .refine((day) => day >= '1900' && day < '2201', { error: 'day.format' })

/** One of a fixed set of codes. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T, message = 'field.choose') =>
  z.enum(values, { error: message })
