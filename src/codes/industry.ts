import type { Check } from '../kernel/check.ts'
import { codeIn, type CodeItem } from './code-list.ts'
import { industries, industrySections, sectors } from './data/industry.ts'

export { industries, industrySections, sectors }

/** 所属行业: a 大类 of GB/T 4754-2017. */
export const industry: Check = codeIn(industries, { message: 'industry.choose' })

/** 门类 and 三次产业 of a 大类; null for a code that is none. */
export function industryOf(code: string): { division: CodeItem; section: CodeItem; sector: CodeItem } | null {
  const division = industries.items.find((item) => item.code === code)
  const section = industrySections.items.find((item) => item.code === division?.parent)
  const sector = sectors.items.find((item) => item.code === division?.sector)
  return division && section && sector ? { division, section, sector } : null
}
