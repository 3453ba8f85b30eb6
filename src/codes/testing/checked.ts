import type { Checked } from '../../kernel/check.ts'

/** The canonical form, or the code of the refusal: what most tests compare. */
export const read = <T>(checked: Checked<T>): T | string => (checked.ok ? checked.value : checked.code)

/** Codes of the warnings; of a refusal, its code with a sign before it. */
export const warnings = <T>(checked: Checked<T>): string[] =>
  checked.ok ? checked.warnings.map((w) => w.code) : [`!${checked.code}`]
