import type { Checked } from '../../kernel/check.ts'

/** The canonical form, or the code of the refusal: what most tests compare. */
export const read = <T>(checked: Checked<T>): T | string => (checked.ok ? checked.value : checked.code)

/** Codes of the warnings; of a refusal, its code with a sign before it. */
export const warnings = <T>(checked: Checked<T>): string[] =>
  checked.ok ? checked.warnings.map((w) => w.code) : [`!${checked.code}`]

/** The answer, and the answer to its own canonical form: equal where a normalisation is idempotent. */
export function twice<T extends string>(check: (raw: string) => Checked<T>, raw: string): [Checked<T>, Checked<T>] {
  const once = check(raw)
  return [once, once.ok ? check(once.value) : once]
}
