import type { Finding } from './check.ts'

/**
 * A deed that is not done, with its reason. A refusal is a value: law and server verbs return it, a transaction that
 * ends in one is rolled back, and the edge turns it into problem details (RFC 9457). What is thrown is broken, not refused.
 */
export class Refusal {
  readonly code: string
  readonly status: number
  /** Sentence per field, by the name of the field in the input. */
  readonly fields: Record<string, Finding>
  readonly params: Record<string, string | number>

  constructor(code: string, more: { status?: number; fields?: Record<string, Finding>; params?: Finding['params'] } = {}) {
    this.code = code
    this.status = more.status ?? 422
    this.fields = more.fields ?? {}
    this.params = more.params ?? {}
  }
}

/** `code` is a key of the words; 422 unless said otherwise. */
export const refuse = (code: string, more?: ConstructorParameters<typeof Refusal>[1]) => new Refusal(code, more)

/** Refused because of one field. */
export const refuseField = (name: string, code: string, params?: Finding['params']) =>
  new Refusal('input.invalid', { fields: { [name]: params ? { code, params } : { code } } })

/** What the actor may not see is not there (law 6). */
export const unseen = () => new Refusal('not_found', { status: 404 })

/** Somebody was faster: the row is no longer what the actor saw. */
export const overtaken = (params?: Finding['params']) => new Refusal('overtaken', { status: 409, params })

export const isRefusal = (value: unknown): value is Refusal => value instanceof Refusal
