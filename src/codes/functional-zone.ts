import type { Check, Finding } from '../kernel/check.ts'
import { codeIn, type CodeList } from './code-list.ts'
import { functionalZones } from './data/functional-zone.ts'

export { functionalZones }

/** Districts in which a zone may lie, where one is clear; a zone that spans several or is not here fits any. */
const districtsOfZone: Record<string, readonly string[]> = {
  'CQ-LJ': ['500157', '500109'], 'CQ-WZJK': ['500101'], 'CQ-CSJK': ['500115'], 'CQ-SQJK': ['500111'],
  'CQ-WS': ['500110'], 'CQ-BSGX': ['500120'], 'CQ-YCGX': ['500118'], 'CQ-RCGX': ['500153'],
  'TJ-DJ': ['120116'], 'TJ-ECO': ['120116'],
}

/** 单位所在新区 of that province; `NONE` is a choice like any other. */
export const functionalZone = (province: string, list: CodeList | (() => CodeList) = functionalZones): Check =>
  codeIn(list, { message: 'functional_zone.choose', parent: province })

/** The zone and the district of the unit do not lie in each other. */
export function zoneDiffers(zone: string, district: string): Finding | null {
  const fitting = districtsOfZone[zone]
  return fitting && !fitting.includes(district) ? { code: 'functional_zone.district' } : null
}
