import { canonicalJson } from '../../calls/form/canonical.ts'
import type { Field, FieldValue } from '../../calls/form/definition.ts'
import { mergeField } from '../../calls/form/merge.ts'

/** What the server and this window last agreed on in one field, and what stands in this window. */
export interface FieldHeld {
  version: number
  base: FieldValue
  mine: FieldValue
}

/** Both windows wrote in the same place: both values are shown, and a person chooses. */
export interface Conflict {
  field: string
  /** Mine, with everything of theirs that does not touch it. */
  mine: FieldValue
  /** Theirs, with everything of mine that does not touch it. */
  theirs: FieldValue
}

export interface Refused { field: string; code: string; params: Record<string, string | number> }

/** The fields of one draft in one window. A value: every change makes a new one. */
export interface FieldsHeld {
  fields: Readonly<Record<string, FieldHeld>>
  conflicts: Readonly<Record<string, Conflict>>
  /** Not taken by the server; sent again once something else is typed. */
  refused: Readonly<Record<string, Refused>>
}

/** What the server says stands in a field. */
export interface Standing { version: number; value: FieldValue }
export type FindField = (id: string) => Field | undefined

export const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)
const nothing: FieldHeld = { version: 0, base: null, mine: null }
const without = <T>(of: Readonly<Record<string, T>>, id: string): Record<string, T> => {
  const { [id]: _gone, ...rest } = of
  return rest
}

export const isUnsent = ({ base, mine }: FieldHeld): boolean => !same(base, mine)
export const heldOf = (held: FieldsHeld, id: string): FieldHeld => held.fields[id] ?? nothing

export const opened = (values: Readonly<Record<string, Standing>>): FieldsHeld => ({
  fields: Object.fromEntries(Object.entries(values).map(([id, { version, value }]) => [id, { version, base: value, mine: value }])), conflicts: {}, refused: {},
})

export function typed(held: FieldsHeld, id: string, value: FieldValue): FieldsHeld {
  return { ...held, fields: { ...held.fields, [id]: { ...heldOf(held, id), mine: value } }, refused: without(held.refused, id) }
}

/** What is to be sent now: changed, neither refused as it stands nor waiting for a choice. */
export const unsent = (held: FieldsHeld): { field: string; base: number; value: FieldValue }[] =>
  Object.entries(held.fields).flatMap(([field, one]) => (isUnsent(one) && !held.conflicts[field] && !held.refused[field] ? [{ field, base: one.version, value: one.mine }] : []))

/** Whether anything stands here that the server has not. */
export const hasUnsent = (held: FieldsHeld): boolean => Object.values(held.fields).some(isUnsent)

/** What stands on the server meets what stands here: taken, merged, or put before a person. Never written over without a word. */
export function met(held: FieldsHeld, id: string, now: Standing, find: FindField): FieldsHeld {
  const one = heldOf(held, id)
  if (now.version <= one.version) return held
  const put = (mine: FieldValue): FieldsHeld => ({ ...held, fields: { ...held.fields, [id]: { version: now.version, base: now.value, mine } }, conflicts: without(held.conflicts, id) })
  if (!isUnsent(one)) return put(now.value)
  const field = find(id)
  if (!field) return put(now.value)
  const merged = mergeField(field, one.base, one.mine, now.value)
  const next = put(merged.value)
  if (merged.conflicts.length === 0) return next
  return { ...next, conflicts: { ...next.conflicts, [id]: { field: id, mine: merged.value, theirs: mergeField(field, one.base, now.value, one.mine).value } } }
}

export interface SaveAnswer {
  saved: readonly { field: string; version: number }[]
  conflicts: readonly { field: string; version: number; value: FieldValue }[]
  refused: readonly Refused[]
}

/** The answer to what was sent; what was typed meanwhile stays to be sent. */
export function answered(held: FieldsHeld, sent: readonly { field: string; value: FieldValue }[], answer: SaveAnswer, find: FindField): FieldsHeld {
  let next = held
  for (const { field, version } of answer.saved) {
    const value = sent.find((one) => one.field === field)?.value ?? null
    const one = heldOf(next, field)
    if (version >= one.version) next = { ...next, fields: { ...next.fields, [field]: { version, base: value, mine: one.mine } } }
  }
  for (const { field, version, value } of answer.conflicts) next = met(next, field, { version, value }, find)
  for (const one of answer.refused) {
    // Typed on since: it is sent again first.
    if (same(heldOf(next, one.field).mine, sent.find(({ field }) => field === one.field)?.value ?? null)) next = { ...next, refused: { ...next.refused, [one.field]: one } }
  }
  return next
}

/** Everything that stands on the server, read again. */
export const reread = (held: FieldsHeld, values: Readonly<Record<string, Standing>>, find: FindField): FieldsHeld =>
  Object.entries(values).reduce((now, [id, standing]) => met(now, id, standing, find), held)

/** A person has chosen. */
export const chosen = (held: FieldsHeld, id: string, value: FieldValue): FieldsHeld => ({ ...typed(held, id, value), conflicts: without(held.conflicts, id) })

/** Unsent changes of a window that is gone (a closed browser, a crash): they meet what stands now like those of a living one. */
export function recovered(held: FieldsHeld, kept: Readonly<Record<string, FieldHeld>>, find: FindField): FieldsHeld {
  let next = held
  for (const [id, one] of Object.entries(kept)) {
    const now = heldOf(next, id)
    if (!find(id) || same(one.mine, now.mine)) continue
    if (isUnsent(now)) {
      // Two windows were lost at once: the second one meets the first like the server's.
      const field = find(id)
      const merged = field && mergeField(field, one.base, now.mine, one.mine)
      if (merged) next = { ...next, fields: { ...next.fields, [id]: { ...now, mine: merged.value } }, ...(merged.conflicts.length > 0 && { conflicts: { ...next.conflicts, [id]: { field: id, mine: merged.value, theirs: one.mine } } }) }
      continue
    }
    const as: FieldsHeld = { ...next, fields: { ...next.fields, [id]: one } }
    next = now.version > one.version ? met(as, id, { version: now.version, value: now.base }, find) : as
  }
  return next
}
