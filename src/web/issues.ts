import type { z } from 'zod'
import type { Translate } from '../kernel/words.ts'

const isKey = (message: string) => /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/.test(message)

/** The first thing wrong with each field, in words; the same choice that the server makes (`refusalOf`). */
export function sentencesOf(issues: readonly z.core.$ZodIssue[], t: Translate): Record<string, string> {
  const sentences: Record<string, string> = {}
  for (const issue of issues) {
    const name = issue.path.join('.') || '_'
    if (sentences[name] !== undefined) continue
    const code = isKey(issue.message) ? issue.message : issue.code === 'too_big' ? 'field.too_long' : 'field.invalid'
    sentences[name] = t(code, 'params' in issue ? (issue.params as Record<string, string | number>) : undefined)
  }
  return sentences
}

interface Walkable {
  def: { type: string; innerType?: Walkable; in?: Walkable; shape?: Record<string, Walkable>; element?: Walkable }
}

/** The schema of one field inside a verb's input, by its path; null where the input has none of that name. */
export function schemaAt(schema: z.ZodType, path: readonly string[]): z.ZodType | null {
  let at = schema as unknown as Walkable | undefined
  for (const part of path) {
    while (at && !at.def.shape && !at.def.element && (at.def.innerType ?? at.def.in)) at = at.def.innerType ?? at.def.in
    at = at?.def.shape?.[part] ?? (at?.def.element && /^\d+$/.test(part) ? at.def.element : undefined)
    if (!at) return null
  }
  return at as unknown as z.ZodType
}
