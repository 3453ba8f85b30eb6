import type { Check, Finding } from '../kernel/check.ts'
import { codeIn, type CodeList } from './code-list.ts'
import { creditCodeKind } from './credit-code.ts'
import { legalNatures, legalTypes, unitNatures } from './data/org-nature.ts'

export { legalNatures, legalTypes, unitNatures }

export const legalNature: Check = codeIn(legalNatures, { message: 'legal_nature.choose' })
export const unitNature: Check = codeIn(unitNatures, { message: 'unit_nature.choose' })

/** 法人类型: one of those below the chosen 法人性质, or any if none is chosen yet. */
export const legalTypeUnder = (nature?: string, list: CodeList | (() => CodeList) = legalTypes): Check =>
  codeIn(list, { message: 'legal_type.choose', parent: nature })

export const legalType: Check = legalTypeUnder()

/** 法人类型 that a registered kind (first two characters of a credit code) may have; one that is not here may have any. */
const typesOfKind: Record<string, readonly string[]> = {
  11: ['31'], 12: ['21'], 13: ['22'],
  31: ['43'], 32: ['21', '43'], 33: ['43'],
  51: ['22'], 52: ['23', '43'], 53: ['23'],
  71: ['23'], 72: ['21', '23'], 81: ['22'],
  91: ['11', '12', '13', '41', '42'], 92: ['41', '42', '43'], 93: ['33'],
  A1: ['21'], N1: ['32'], N2: ['32'], N3: ['32'],
}

/**
 * 法人类型 and 法人性质 that a credit code tells by itself, for a unit that no desk has looked at: the first type that its
 * registered kind may have; an unlisted kind counts as an organisation without legal personality.
 */
export function legalTypeOf(creditCode: string): { type: string; nature: string } {
  const type = typesOfKind[creditCode.slice(0, 2)]?.[0] ?? '43'
  return { type, nature: legalTypes.items.find((item) => item.code === type)?.parent ?? '4' }
}

/** §1.1: the prefix of the credit code and the chosen 法人类型 disagree (`uscc.legal_type`); null where they agree. */
export function legalTypeDiffers(creditCode: string, chosen: string): Finding | null {
  const fitting = typesOfKind[creditCode.slice(0, 2)]
  const found = creditCodeKind(creditCode)
  if (!fitting || !found || fitting.includes(chosen)) return null
  return { code: 'uscc.legal_type', params: { kind: found.kind.name, kindEn: found.kind.en } }
}
