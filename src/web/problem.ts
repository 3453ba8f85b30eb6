import { helpers, type Helper } from '../kernel/recourse.ts'

/** A refusal as the browser receives it (RFC 9457); `status` 0 means that no answer came. */
export interface Problem {
  status: number
  /** Word key of the reason. */
  code: string
  /** The reason as a sentence in the language of the request. */
  detail: string
  fields: Record<string, { code: string; sentence: string }>
  requestId: string
  /** Who can change it, where whoever was refused cannot. */
  helper: Helper | null
}

export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Problem }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The body of an answer as a problem; null if it is none (a proxy's page, say). */
export function problemIn(body: unknown): Problem | null {
  if (!isRecord(body) || typeof body.code !== 'string' || typeof body.status !== 'number') return null
  const fields: Problem['fields'] = {}
  for (const [name, f] of Object.entries(isRecord(body.fields) ? body.fields : {})) {
    if (isRecord(f)) fields[name] = { code: textOf(f.code), sentence: textOf(f.sentence) || textOf(f.code) }
  }
  return {
    status: body.status, code: body.code, fields,
    detail: typeof body.detail === 'string' ? body.detail : body.code,
    requestId: typeof body.requestId === 'string' ? body.requestId : '',
    helper: helpers.find((helper) => helper === body.helper) ?? null,
  }
}

/** A refusal of the browser's own. */
export const ownProblem = (code: string, detail: string, status = 0, requestId = ''): Problem =>
  ({ status, code, detail, fields: {}, requestId, helper: null })

/** No answer came, so nobody knows whether it was done: the same deed may be sent again with the same key. */
export const isUnanswered = (problem: Problem): boolean => problem.status === 0 || problem.status >= 500
