import type { CallDocument } from '../calls/document.ts'
import { checkContent } from '../calls/form/check.ts'
import { askedTabs, effectiveValues, holds } from '../calls/form/conditions.ts'
import type { Content } from '../calls/form/definition.ts'

/** How many checks there were (each field that is asked, each rule that applies), and how many of them found nothing. */
export interface ChecksPassed {
  all: number
  passed: number
  warnings: number
}

export function checksPassed(document: CallDocument, content: Content): ChecksPassed {
  const { form } = document
  const fields = askedTabs(form, content.values).flatMap((tab) => tab.fields).filter(({ kind }) => kind !== 'note' && kind !== 'fact')
  const asked = new Set(fields.map(({ id }) => id))
  const values = effectiveValues(form, content.values)
  const rules = form.rules.filter((rule) => asked.has(rule.at) && (!rule.when || holds(rule.when, values)))
  const findings = checkContent(document, content)
  const isRule = (code: string) => code === 'calls.check.rule'
  const wrong = new Set(findings.filter(({ severity }) => severity === 'error').map((one) => (isRule(one.code) ? `rule ${one.params['rule']}` : `field ${one.field}`)))
  const all = fields.length + rules.length
  return { all, passed: all - wrong.size, warnings: findings.filter(({ severity }) => severity === 'warning').length }
}
