import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import zh from 'i18n-iso-countries/langs/zh.json' with { type: 'json' }
import { bad, good, type Check, type Finding } from '../kernel/check.ts'
import type { CodeItem, CodeList } from './code-list.ts'
import { nationalityIn } from './identity-document.ts'
import type { DocumentType } from './data/identity-document-type.ts'
import { codeText, onward } from './text.ts'

export interface NationalityItem extends CodeItem { alpha3: string; numeric: string }

/** Names as a Chinese government system writes them; the package's own are not usable everywhere. */
const named: Record<string, { name: string; en?: string }> = {
  CN: { name: '中国', en: 'China' }, HK: { name: '中国香港', en: 'Hong Kong, China' },
  MO: { name: '中国澳门', en: 'Macao, China' }, TW: { name: '中国台湾', en: 'Taiwan, China' },
  EH: { name: '西撒哈拉' }, PS: { name: '巴勒斯坦' }, MK: { name: '北马其顿' }, SZ: { name: '斯威士兰' },
}
const first = ['CN', 'HK', 'MO', 'TW']
const left = new Set(['XK'])

const nameOf = (names: Record<string, string | string[]>, code: string): string =>
  [names[code] ?? code].flat()[0] ?? code

const items: NationalityItem[] = (codes as [string, string, string, string][])
  .filter(([code]) => !left.has(code))
  .map(([code, alpha3, numeric]) => ({
    code, alpha3, numeric,
    name: named[code]?.name ?? nameOf(zh.countries, code), en: named[code]?.en ?? nameOf(en.countries, code),
  }))

const rank = (code: string): number => (first.includes(code) ? first.indexOf(code) : first.length)

/** 国籍/地区, with 中国, 中国香港, 中国澳门, 中国台湾 first, the others by their letters. */
export const nationalities: CodeList<NationalityItem> = {
  id: 'nationality', name: '国籍/地区', en: 'Nationality or region', standard: 'GB/T 2659.1-2022（ISO 3166-1:2020）',
  items: items.sort((a, b) => rank(a.code) - rank(b.code) || (a.code < b.code ? -1 : 1)),
}

/** 国籍/地区 by two or three letters; the canonical form has two. */
export const nationality: Check = (raw) =>
  onward(codeText(raw), (text) => {
    const item = items.find(({ code, alpha3 }) => code === text || alpha3 === text)
    return item ? good(item.code) : bad('nationality.choose')
  })

/** Where the holders of a document come from, if its type alone says so. */
const homes: Partial<Record<DocumentType, readonly string[]>> = {
  ID: ['CN'], PASSPORT_CN: ['CN'],
  HKM_RP: ['HK', 'MO', 'CN'], HKM_TP: ['HK', 'MO', 'CN'],
  TW_RP: ['TW', 'CN'], TW_TP: ['TW', 'CN'],
}

/** The chosen nationality and the document speak of different countries: `document.nationality`, or null. */
export function nationalityDiffers(type: DocumentType, number: string, chosen: string): Finding | null {
  const home = homes[type]
  if (home && !home.includes(chosen)) return { code: 'document.nationality' }
  const carried = nationalityIn(type, number)
  const item = nationalities.items.find(({ code }) => code === chosen)
  if (!carried || !item) return null
  return [item.numeric, item.alpha3].includes(carried) ? null : { code: 'document.nationality' }
}
