import type { CallDocument } from '../../document.ts'
import type { Finding } from '../../form/check.ts'
import { askedFields } from '../../form/conditions.ts'
import type { Content, Field } from '../../form/definition.ts'

const none: readonly Finding[] = []

/** Findings by field; a field whose findings are as before keeps its array, so that it is not drawn again. */
export function byField(findings: readonly Finding[], before: ReadonlyMap<string, readonly Finding[]>): Map<string, readonly Finding[]> {
  const map = new Map<string, Finding[]>()
  for (const one of findings) map.set(one.field, [...(map.get(one.field) ?? []), one])
  return new Map([...map].map(([field, found]) => {
    const old = before.get(field)
    return [field, old && JSON.stringify(old) === JSON.stringify(found) ? old : found]
  }))
}

/** What the server's check said, and of what. */
export interface ToldFindings {
  document: CallDocument
  content: Content
  findings: readonly Finding[]
}

/** Says something of one value alone, whatever stands beside it: this code is no longer in its list (E06). */
const isOfValue = ({ code }: Finding) => code === 'calls.check.option'

const same = (a: Finding, b: Finding) => a.field === b.field && a.code === b.code && a.row === b.row && a.column === b.column && a.params['rule'] === b.params['rule']

/**
 * What is found here, with what the server alone knows (the lists as they are today). That holds until the content changes; of a value
 * it holds while that value stands and is asked for, so that mending one field does not hide what is wrong with another.
 */
export function withTold(found: readonly Finding[], told: ToldFindings | null, document: CallDocument, content: Content): readonly Finding[] {
  if (!told || told.document !== document) return found
  const asked = new Set(askedFields(document.form, content.values).map(({ id }) => id))
  const stands = (one: Finding) => told.content === content || (isOfValue(one) && asked.has(one.field) && told.content.values[one.field] === content.values[one.field])
  const more = told.findings.filter((one) => stands(one) && !found.some((each) => same(each, one)))
  return more.length > 0 ? [...found, ...more] : found
}

/** What is still to come in a table that is being filled in: said by 检查, not between two cells. */
const toCome = new Set(['calls.check.required_cell', 'calls.check.empty_row', 'calls.check.least_rows', 'calls.check.rule'])

/** The findings at one field that are to be shown by now; the same array while they are the same. */
export function shownAt(field: Field, found: readonly Finding[] | undefined, isAsked: boolean, isLeft: boolean): readonly Finding[] {
  if (!found || !(isAsked || isLeft)) return none
  if (isAsked || field.kind !== 'table' || !found.some(({ code }) => toCome.has(code))) return found
  const shown = found.filter(({ code }) => !toCome.has(code))
  return shown.length > 0 ? shown : none
}
