import type { CallDocument } from '../../calls/document.ts'
import type { Finding } from '../../calls/form/check.ts'

/**
 * D18, N15: after a return of single fields, those that were not marked and that the check says no to by now (a mark corrected makes
 * another field necessary, a member or a file is gone, the call has a new version). Without them the leader could neither write nor
 * submit. What the platform itself holds is not written in the form. In the order of the form. Pure: page and server ask the same.
 */
export function fieldsToOpen({ form }: Pick<CallDocument, 'form'>, findings: readonly Finding[], marks: readonly string[]): string[] {
  const wrong = new Set(findings.filter(({ severity }) => severity === 'error').map(({ field }) => field))
  return form.tabs.flatMap(({ fields }) => fields)
    .filter(({ id, kind }) => wrong.has(id) && kind !== 'fact' && kind !== 'note' && !marks.includes(id)).map(({ id }) => id)
}
