import { bad, good, type Check, type Checked, type Finding } from '../kernel/check.ts'
import { authorities, type Authority, type AuthorityKind } from './data/credit-code-prefix.ts'
import { organisationCheckCharacter } from './organisation-code.ts'
import { bareCode, onward } from './text.ts'

/** GB 32100-2015: 31 characters, without I, O, Z, S and V. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
/** What somebody who typed a letter that does not exist here most likely read. */
const misread: Record<string, string> = { O: '0', I: '1', Z: '2', S: '5', V: 'U' }

/** The eighteenth character to the first seventeen. The outer `% 31` matters: without it no code could end in 0. */
export function creditCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(first17.charAt(i)), 0)
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** First position, counted from 1, whose character is outside the pattern; with that character. */
function firstOdd(code: string, wanted: RegExp, from = 0, to = 18): { position: number; letter: string } | null {
  const at = [...code].findIndex((c, i) => i >= from && i < to && !wanted.test(c))
  return at < 0 ? null : { position: at + 1, letter: code.charAt(at) }
}

/** Everything but the main checksum: the canonical code or the position that is wrong (E02). */
function shape(raw: string): Checked<string> {
  return onward(bareCode(raw), (code) => {
    if (code === '') return bad('field.required')
    if ([...code].length !== 18) return bad('uscc.length', { length: [...code].length })
    const letter = firstOdd(code, /[^IOZSV]/)
    if (letter) return bad('uscc.letters', { ...letter, likely: misread[letter.letter] ?? '' })
    const foreign = firstOdd(code, /[0-9A-Z]/)
    if (foreign) return bad('uscc.characters', foreign)
    if (!/^[1-9ANY][1-59]/.test(code)) return bad('uscc.prefix')
    const area = firstOdd(code, /\d/, 2, 8)
    if (area) return bad('uscc.area', area)
    return /[0-9X]/.test(code.charAt(16)) ? good(code) : bad('uscc.seventeenth', { letter: code.charAt(16) })
  })
}

function oddities(code: string): Finding[] {
  const found: Finding[] = []
  if (!creditCodeKind(code)) found.push({ code: 'uscc.prefix_unlisted' })
  if (organisationCheckCharacter(code.slice(8, 16)) !== code.charAt(16)) found.push({ code: 'uscc.inner_digit' })
  return found
}

const sumIsRight = (code: string): boolean => creditCheckCharacter(code.slice(0, 17)) === code.charAt(17)

/**
 * 统一社会信用代码 (GB 32100-2015, S1-18). Full width, lower case, spaces and hyphens are accepted and converted. Refuses
 * with `uscc.length`, `.letters`, `.characters`, `.prefix`, `.area`, `.seventeenth` (with `position` and `letter`) and
 * `uscc.checksum`; the last alone has a way out, see `creditCodeWithoutChecksum`. Warns of `uscc.inner_digit` (GB
 * 11714) and `uscc.prefix_unlisted`.
 */
export const creditCode: Check = (raw) =>
  onward(shape(raw), (code) => (sumIsRight(code) ? good(code, ...oddities(code)) : bad('uscc.checksum')))

/**
 * For 人工核验 with the licence: a few early codes were issued with a wrong check character, so here `uscc.checksum` is
 * only a warning. Everything else as in `creditCode`.
 */
export const creditCodeWithoutChecksum: Check = (raw) =>
  onward(shape(raw), (code) => {
    const found = oddities(code)
    return sumIsRight(code) ? good(code, ...found) : good(code, { code: 'uscc.checksum' }, ...found)
  })

/** Who registered the unit and as what, by the first two characters; null where the published list has no such pair. */
export function creditCodeKind(code: string): { authority: Authority; kind: AuthorityKind } | null {
  const authority = authorities.find((a) => a.code === code.charAt(0))
  const kind = authority?.kinds.find((k) => k.code === code.charAt(1))
  return authority && kind ? { authority, kind } : null
}

/** The organisation code (GB 11714) inside a credit code. */
export const organisationCodeIn = (code: string): string => code.slice(8, 17)
