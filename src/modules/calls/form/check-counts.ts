import type { Finding } from './check.ts'
import { askedFields, effectiveValues, holds } from './conditions.ts'
import type { Content, Field, FormDefinition } from './definition.ts'

export interface CheckCounts {
  /** One per field that is asked of somebody, one per rule that applies. */
  all: number
  /** All but the wrong ones: a warning does not stand against it. */
  passed: number
  warned: number
  wrong: number
}

/** Nobody fills in a note; of what the platform says itself only that it must be there is checked. */
const isChecked = (field: Field): boolean => field.kind !== 'note' && (field.kind !== 'fact' || field.required)

/** Several findings in the cells of one table are one thing that is wrong; a rule is one of its own, wherever it is shown. */
const subjectOf = ({ code, params, field }: Finding): string => (code === 'calls.check.rule' ? `rule ${params['rule']}` : `field ${field}`)

/**
 * N15: how many things were checked and how many of them passed: 42/42. One count for the page of every desk and for the print.
 * `findings` are those of `checkContent` over the same content.
 */
export function checkCounts(form: FormDefinition, content: Pick<Content, 'values'>, findings: readonly Finding[]): CheckCounts {
  const fields = askedFields(form, content.values)
  const asked = new Set(fields.map(({ id }) => id))
  const values = effectiveValues(form, content.values)
  const rules = form.rules.filter((rule) => asked.has(rule.at) && (!rule.when || holds(rule.when, values)))
  const all = fields.filter(isChecked).length + rules.length
  const subjects = (severity: Finding['severity']) => new Set(findings.filter((one) => one.severity === severity).map(subjectOf)).size
  const wrong = subjects('error')
  return { all, passed: all - wrong, warned: subjects('warning'), wrong }
}
