import type { Finding } from '../../form/check.ts'
import type { Field } from '../../form/definition.ts'

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

/** What is still to come in a table that is being filled in: said by 检查, not between two cells. */
const toCome = new Set(['calls.check.required_cell', 'calls.check.empty_row', 'calls.check.least_rows', 'calls.check.rule'])

/** The findings at one field that are to be shown by now; the same array while they are the same. */
export function shownAt(field: Field, found: readonly Finding[] | undefined, isAsked: boolean, isLeft: boolean): readonly Finding[] {
  if (!found || !(isAsked || isLeft)) return none
  if (isAsked || field.kind !== 'table' || !found.some(({ code }) => toCome.has(code))) return found
  const shown = found.filter(({ code }) => !toCome.has(code))
  return shown.length > 0 ? shown : none
}
