import type { CodeList } from '../../codes/code-list.ts'
import { demoDistricts, districts } from '../../codes/data/district.ts'
import { legalNatures, legalTypes, unitNatures } from '../../codes/data/org-nature.ts'
import { provinces } from '../../codes/data/province.ts'
import { reservedUserNames } from '../../codes/data/reserved-user-name.ts'
import { securityQuestions } from '../../codes/data/security-question.ts'

/** The lists that the forms of today ask of, in the order of the desk's page. */
export const shippedLists: readonly CodeList[] = [
  provinces, districts, legalNatures, legalTypes, unitNatures, securityQuestions, reservedUserNames,
]

/** One shipped list; the demo has districts that no real unit can lie in. */
export function shippedList(id: string, demo: boolean): CodeList | null {
  const list = shippedLists.find((one) => one.id === id) ?? null
  return demo && list === districts ? { ...list, items: [...list.items, ...demoDistricts] } : list
}
