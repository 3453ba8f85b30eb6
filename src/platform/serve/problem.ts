import type { z } from 'zod'
import type { Finding } from '../../kernel/check.ts'
import type { Helper } from '../../kernel/recourse.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Translate } from '../../kernel/words.ts'

/** Problem details (RFC 9457) with our code, a sentence, and a sentence per field. */
export interface Problem {
  type: 'about:blank'
  title: string
  status: number
  code: string
  detail: string
  fields: Record<string, { code: string; sentence: string }>
  requestId: string
  /** Who can change it; null where whoever was refused can mend it himself. */
  helper: Helper | null
}

export function problemOf(refusal: Refusal, t: Translate, requestId: string, helper: Helper | null = null): Problem {
  const fields: Problem['fields'] = {}
  for (const [name, finding] of Object.entries(refusal.fields)) {
    fields[name] = { code: finding.code, sentence: t(finding.code, finding.params) }
  }
  const detail = t(refusal.code, refusal.params)
  return { type: 'about:blank', title: detail, status: refusal.status, code: refusal.code, detail, fields, requestId, helper }
}

const isKey = (message: string) => /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/.test(message)

/** The first thing wrong with each field. A schema without words of its own says `field.invalid`. */
export function refusalOf(error: z.ZodError): Refusal {
  const fields: Record<string, Finding> = {}
  for (const issue of error.issues) {
    const name = issue.path.join('.') || '_'
    if (fields[name]) continue
    const code = isKey(issue.message) ? issue.message : issue.code === 'too_big' ? 'field.too_long' : 'field.invalid'
    const params = 'params' in issue ? (issue.params as Finding['params']) : undefined
    fields[name] = params ? { code, params } : { code }
  }
  return new Refusal('input.invalid', { fields, status: 422 })
}
