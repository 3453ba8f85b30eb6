import { askedFields, holds } from '../../../calls/form/conditions.ts'
import type { Content, FormDefinition } from '../../../calls/form/definition.ts'
import type { Finding } from './shown.ts'

export interface CheckCounts {
  /** One per field that is asked, one per rule that applies. */
  all: number
  passed: number
  warned: number
  wrong: number
}

/** N15: how many things were checked and how many of them hold, by the rule set that the applicant met: 42/42. */
export function checkCounts(form: FormDefinition, content: Pick<Content, 'values'>, findings: readonly Finding[]): CheckCounts {
  const asked = askedFields(form, content.values).filter((field) => field.kind !== 'note')
  const rules = form.rules.filter((rule) => !rule.when || holds(rule.when, content.values))
  const all = asked.length + rules.length
  // Several findings in the cells of one table are one thing that does not hold; a rule speaks by its sentence.
  const keys = (severity: Finding['severity']) => new Set(findings.filter((one) => one.severity === severity).map((one) => (one.sentence ? one.sentence.zh : one.field)))
  const wrong = keys('error')
  const warned = [...keys('warning')].filter((key) => !wrong.has(key)).length
  return { all, passed: Math.max(0, all - wrong.size - warned), warned, wrong: wrong.size }
}
