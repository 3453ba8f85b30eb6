/**
 * The answer of every check of a single value: the canonical form with what looks odd about it, or why it cannot be
 * taken. `code` is a key of the words (`uscc.checksum`), `params` fill the sentence.
 */
export interface Finding {
  code: string
  params?: Record<string, string | number>
}

export type Checked<T> = { ok: true; value: T; warnings: Finding[] } | ({ ok: false } & Finding)

export type Check<T = string> = (raw: string) => Checked<T>

export const good = <T>(value: T, ...warnings: Finding[]): Checked<T> => ({ ok: true, value, warnings })

export const bad = (code: string, params?: Finding['params']): { ok: false } & Finding =>
  params ? { ok: false, code, params } : { ok: false, code }
