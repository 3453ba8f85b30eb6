import type { CallDocument } from '../document.ts'
import { askedTabs, effectiveValues, holds, isFilled, tabOf } from './conditions.ts'
import { checkField, type Found } from './check-field.ts'
import type { InForce } from './code-lists.ts'
import type { Bilingual, Content, FormDefinition } from './definition.ts'

/** Something that is wrong (`error`, blocks the submission) or looks odd (`warning`, does not). `code` is a word; a rule brings its own sentence (N14). */
export interface Finding {
  severity: 'error' | 'warning'
  tab: string
  field: string
  row?: string
  column?: string
  code: string
  params: Record<string, string | number>
  sentence?: Bilingual
}

/**
 * The one check of an application: in the browser while it is written, at the submission and at every desk (N15). The
 * same document and content give the same findings in the same order: by the order of the form, then the rules. What is
 * hidden counts as empty and is never complained about. Whoever hands in is told by `inForce` which codes may be chosen
 * today; what was handed in is not judged by the lists of a later day.
 */
export function checkContent(document: CallDocument, content: Content, inForce?: InForce): Finding[] {
  const { form } = document
  const values = effectiveValues(form, content.values)
  const tabs = askedTabs(form, content.values)
  const findings: Finding[] = tabs.flatMap(({ tab, fields }) =>
    fields.flatMap((field) => checkField(field, { ...content, values }, inForce).map((found) => finding(tab.id, field.id, found))))
  const asked = new Set(tabs.flatMap(({ fields }) => fields.map(({ id }) => id)))
  for (const rule of form.rules) {
    const tab = tabOf(form, rule.at)
    if (!tab || !asked.has(rule.at) || (rule.when && !holds(rule.when, values)) || holds(rule.holds, values)) continue
    findings.push({ severity: rule.severity, tab: tab.id, field: rule.at, code: 'calls.check.rule', params: { rule: rule.id }, sentence: rule.sentence })
  }
  return findings
}

const finding = (tab: string, field: string, { code, params = {}, row, column }: Found): Finding =>
  ({ severity: 'error', tab, field, ...(row !== undefined && { row }), ...(column !== undefined && { column }), code, params })

/** 未填, 填写中, 完整, 有问题 */
export const tabStateNames = ['empty', 'partial', 'complete', 'wrong'] as const
export type TabState = (typeof tabStateNames)[number]

/** Findings that only say that something is still to come. */
const toCome = new Set([
  'calls.check.required', 'calls.check.required_cell', 'calls.check.least_rows', 'calls.check.least_choices', 'calls.check.too_short', 'calls.check.least_members',
  'calls.check.member_waiting', 'calls.check.least_files', 'calls.check.file_checking', 'calls.check.picture_checking', 'calls.check.commit', 'calls.check.period_open',
])

/** How far each tab is that is asked; `findings` are those of `checkContent` over the same content. */
export function tabStates(form: FormDefinition, content: Content, findings: readonly Finding[]): Record<string, TabState> {
  return Object.fromEntries(askedTabs(form, content.values).map(({ tab, fields }) => {
    const errors = findings.filter((one) => one.tab === tab.id && one.severity === 'error')
    const begun = fields.some(({ id, kind }) => isFilled(content.values[id])
      || (kind === 'members' && content.members.length > 0) || (kind === 'files' && content.files.some(({ fieldId }) => fieldId === id)))
    const asks = fields.some(({ kind }) => kind !== 'note' && kind !== 'fact')
    const state: TabState = !begun && asks ? 'empty' : errors.some(({ code }) => !toCome.has(code)) ? 'wrong' : errors.length > 0 ? 'partial' : 'complete'
    return [tab.id, state]
  }))
}
