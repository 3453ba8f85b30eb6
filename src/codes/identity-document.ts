import { bad, good, type Check, type Checked, type Finding } from '../kernel/check.ts'
import { identityDocumentTypes, type DocumentType } from './data/identity-document-type.ts'
import { isRealDay, systemDay, type Today } from './day.ts'
import { isKnownDistrict } from './region.ts'
import { bareCode, codeText, onward } from './text.ts'

export { identityDocumentTypes, type DocumentType }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

const patterns: Record<DocumentType, RegExp> = {
  ID: /^[1-8]\d{16}[0-9X]$/,
  HKM_RP: /^(810000|820000)\d{11}[0-9X]$/,
  TW_RP: /^830000\d{11}[0-9X]$/,
  HKM_TP: /^[HM]\d{8}(\d{2})?$/,
  HKM_TP_NC: /^(HA|MA)\d{7}$/,
  TW_TP: /^\d{8}$/,
  FPR_2023: /^9\d{16}[0-9X]$/,
  FPR_2017: /^[A-Z]{3}\d{12}$/,
  PASSPORT_CN: /^(E\d{8}|E[A-HJ-NP-Z]\d{7}|[DSP]E?\d{7,8}|G\d{8}|1[45]\d{7})$/,
  PASSPORT: /^[A-Z0-9]{5,9}$/,
  OTHER: /^[A-Z0-9\-()]{4,30}$/,
}

/** Types whose eighteen characters carry a birth date, a sequence (odd: male) and a MOD 11-2 character. */
const carriesBirth = new Set<DocumentType>(['ID', 'HKM_RP', 'TW_RP', 'FPR_2023'])

/** GB 11643-1999, ISO 7064 MOD 11-2: the character behind the first seventeen. */
export const identityCheckCharacter = (first17: string): string =>
  '10X98765432'.charAt(weights.reduce((sum, weight, i) => sum + weight * Number(first17.charAt(i)), 0) % 11)

const birthIn = (number: string): string => `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`

const birthIsPossible = (number: string, today: string): boolean => {
  const day = birthIn(number)
  return isRealDay(day) && day >= '1900-01-01' && day <= today
}

const checkIsRight = (number: string): boolean => identityCheckCharacter(number.slice(0, 17)) === number.charAt(17)

/**
 * 居民身份证号码 (GB 11643-1999). Refuses, in this order, with `document.length`, `.characters`, `.province`,
 * `.birth_date`, `.check_digit`. The county never decides: in Tianjin and Chongqing an unknown one is a warning.
 */
export const residentId = (today: Today = systemDay): Check => (raw) =>
  onward(bareCode(raw), (number) => {
    if (number === '') return bad('field.required')
    if ([...number].length !== 18) return bad('document.length')
    if (!/^\d{17}[0-9X]$/.test(number)) return bad('document.characters')
    if (!provinces.test(number)) return bad('document.province')
    if (!birthIsPossible(number, today())) return bad('document.birth_date')
    if (!checkIsRight(number)) return bad('document.check_digit')
    const odd = /^(12|50)/.test(number) && !isKnownDistrict(number.slice(0, 6))
    return odd ? good(number, { code: 'document.county' }) : good(number)
  })

/** An old number of fifteen digits as the eighteen it became; for import only. */
export const upgradeResidentId = (raw: string, today: Today = systemDay): Checked<string> =>
  onward(bareCode(raw), (old) => {
    if (!/^\d{15}$/.test(old)) return bad('document.format')
    const first17 = `${old.slice(0, 6)}19${old.slice(6)}`
    return residentId(today)(first17 + identityCheckCharacter(first17))
  })

/** The number of a document of that type in its canonical form, or the first rule it breaks (§1.4). */
export function identityDocument(type: DocumentType, today: Today = systemDay): Check {
  if (type === 'ID') return residentId(today)
  return (raw) =>
    onward(type === 'OTHER' ? codeText(raw) : bareCode(raw), (text) => {
      const number = type === 'OTHER' ? text.replace(/\s/g, '') : text
      if (number === '') return bad('field.required')
      if (!patterns[type].test(number)) return bad('document.format')
      if (carriesBirth.has(type) && !birthIsPossible(number, today())) return bad('document.permit_birth_date')
      if (carriesBirth.has(type) && !checkIsRight(number)) return bad('document.permit_check_digit')
      return good(number)
    })
}

export const isDocumentType = (code: string): code is DocumentType => Object.hasOwn(patterns, code)

/** Whether a number of this type carries birth date and sex: they are read from it, and never asked (E42). */
export const saysBirth = (type: DocumentType): boolean => carriesBirth.has(type)

/** Birth date that the number carries, ISO; null where the type has none. The number must have passed its check. */
export const birthDateIn = (type: DocumentType, number: string): string | null =>
  carriesBirth.has(type) ? birthIn(number) : null

/** GB/T 2261.1 sex that the number carries: `1` male (odd), `2` female; null where the type has none. */
export const sexIn = (type: DocumentType, number: string): '1' | '2' | null =>
  carriesBirth.has(type) ? (Number(number.charAt(16)) % 2 === 1 ? '1' : '2') : null

/** 性别 beside the number: `sex.differs`, or null. */
export function sexDiffers(type: DocumentType, number: string, sex: string): Finding | null {
  const carried = sexIn(type, number)
  return carried && carried !== sex ? { code: 'sex.differs' } : null
}

/** ISO 3166-1 code inside a permanent residence card: three digits (2023) or three letters (2017); else null. */
export function nationalityIn(type: DocumentType, number: string): string | null {
  if (type === 'FPR_2023') return number.slice(3, 6)
  return type === 'FPR_2017' ? number.slice(0, 3) : null
}

/** One human, one form: the renewal digits of a 1999 travel permit do not count (E16). */
export const documentForComparison = (type: DocumentType, number: string): string =>
  type === 'HKM_TP' ? number.slice(0, 9) : number
