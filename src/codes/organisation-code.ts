import { bad, good, type Check } from '../kernel/check.ts'
import { bareCode, onward } from './text.ts'

const weights = [3, 7, 9, 10, 5, 8, 4, 2]
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** GB 11714-1997: the check character of the eight characters of an organisation code. */
export function organisationCheckCharacter(body: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(body.charAt(i)), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)
}

/** 组织机构代码, with or without its hyphen; the canonical form has none. For import of old records only. */
export const organisationCode: Check = (raw) =>
  onward(bareCode(raw), (code) => {
    if (code === '') return bad('field.required')
    if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return bad('organisation_code.format')
    const isRight = organisationCheckCharacter(code.slice(0, 8)) === code.charAt(8)
    return isRight ? good(code) : bad('organisation_code.checksum')
  })
