import { bad, good, type Check, type Finding } from '../kernel/check.ts'
import { dayOf } from '../kernel/clock.ts'
import { currentItems, isCurrent, itemAt, type CodeItem, type CodeList } from './code-list.ts'
import { demoDistricts, districts } from './data/district.ts'
import { provinces } from './data/province.ts'
import { systemDay, type Today } from './day.ts'
import { codeText, onward } from './text.ts'

export { districts, provinces }

export const tianjin = '120000'
export const chongqing = '500000'

export interface RegionOptions {
  today?: Today
  /** Adds the fictional districts: for the demo alone. */
  demo?: boolean
  /** The districts as the platform's desk has amended them. */
  list?: () => CodeList
}

/** The districts as they are, or with the fictional ones of the demo behind them. */
const known = ({ demo, list }: RegionOptions): CodeList => {
  const districtList = list?.() ?? districts
  return demo ? { ...districtList, items: [...districtList.items, ...demoDistricts] } : districtList
}

/** The districts of a province that may be chosen today (S1-40), in the order of their codes. */
export const districtsOf = (province: string, options: RegionOptions = {}): CodeItem[] =>
  currentItems(known(options), (options.today ?? systemDay)(), province).sort((a, b) => (a.code < b.code ? -1 : 1))

/** The district that the code meant on that day: old records keep the old name. */
export const districtAt = (code: string, day: string = systemDay()): CodeItem | null =>
  itemAt(known({ demo: true }), code, day)

/** Whether the county part is in the table, past or present. Where it is not, warn at most: no table is complete. */
export const isKnownDistrict = (code: string): boolean => districts.items.some((item) => item.code === code)

function abolished(item: CodeItem, options: RegionOptions): Finding {
  const day = (options.today ?? systemDay)()
  const next = (item.successor ?? []).map((code) => itemAt(known(options), code, day)).filter((found) => found !== null)
  if (next.length === 0) return { code: 'region.choose' }
  const params = {
    year: item.to?.slice(0, 4) ?? '',
    successor: next.map((found) => found.name).join('、'),
    successorEn: next.map((found) => found.en ?? found.name).join(' / '),
  }
  return { code: 'region.abolished', params }
}

/**
 * 所在区县: a current district of that province. Refuses an abolished one with `region.abolished` (`year`, `successor`,
 * `successorEn`), everything else with `region.choose`.
 */
export const district = (province: string, options: RegionOptions = {}): Check => (raw) =>
  onward(codeText(raw), (code) => {
    const day = (options.today ?? systemDay)()
    const named = known(options).items.filter((item) => item.code === code && item.parent === province)
    if (named.some((item) => isCurrent(item, day))) return good(code)
    const gone = named.findLast((item) => item.to && item.to < day)
    if (!gone) return bad('region.choose')
    const why = abolished(gone, options)
    return bad(why.code, why.params)
  })

/** `天津市和平区` in the reader's words, by the names of that day. */
export function regionName(code: string, lang: 'zh' | 'en', time: Date): string {
  const item = districtAt(code, dayOf(time))
  const above = provinces.items.find((province) => province.code === (item?.parent ?? code))
  if (lang === 'en') return [item?.en, above?.en].filter(Boolean).join(', ') || code
  return `${above?.name ?? ''}${item?.name ?? ''}` || code
}

