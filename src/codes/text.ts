import { bad, good, type Check, type Checked } from '../kernel/check.ts'

/** What a text field accepts. `code` is the word for a wrong length; it receives `min` and `max`. */
export interface TextRule {
  min?: number
  max: number
  code?: string
}

/** U+202A-202E, U+2066-2069: they turn the reading order of what follows and have no place in a form. */
const bidiControl = /[\u202A-\u202E\u2066-\u2069]/
const control = /\p{Cc}/u
const lineBreak = /[\u2028\u2029]/
const invisible = /\p{Default_Ignorable_Code_Point}/gu
/** Zero width: removed in codes, refused in names. The two marks and U+FEFF only join the row's own list. */
const zeroWidth = /[\u200B-\u200F\u2060\uFEFF]/g
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g

/** Goes on with the next check if this one passed. */
export const onward = <A, B>(checked: Checked<A>, next: (value: A) => Checked<B>): Checked<B> =>
  checked.ok ? next(checked.value) : checked

/** Code points, never UTF-16 units: a rare hanzi counts once. */
export const lengthOf = (text: string): number => [...text].length

/** The first gate of every text: lone surrogates, control characters and bidi controls do not pass. */
export function passable(raw: string): Checked<string> {
  if (!raw.isWellFormed()) return bad('text.malformed')
  if (control.test(raw) || bidiControl.test(raw) || lineBreak.test(raw)) return bad('text.control')
  return good(raw)
}

/** Free text of one line: NFC, trimmed (U+3000, U+00A0 and U+FEFF included), nothing else touched. */
export const plainText = (raw: string): Checked<string> =>
  onward(passable(raw), (text) => good(text.normalize('NFC').trim()))

/**
 * Codes and numbers: NFKC (full width becomes half width), no zero-width characters, trimmed, ASCII letters in capitals
 * unless told otherwise, every dash a hyphen. Zero-width characters go first, so that doing it twice changes nothing.
 */
export const codeText = (raw: string, { upper = true } = {}): Checked<string> =>
  onward(passable(raw), (text) => {
    const plain = text.replace(zeroWidth, '').normalize('NFKC').replace(zeroWidth, '').replace(dashes, '-').trim()
    return good(upper ? plain.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : plain)
  })

/** A code without the spaces and hyphens that people and scanners put into it. */
export const bareCode = (raw: string): Checked<string> =>
  onward(codeText(raw), (text) => good(text.replace(/[\s-]/g, '').normalize('NFKC')))

const measured = (text: string, { min = 1, max, code = 'text.length' }: TextRule): Checked<string> =>
  lengthOf(text.replace(invisible, '')) < min || lengthOf(text) > max ? bad(code, { min, max }) : good(text)

/** One line of free text within its length; characters that show nothing do not count towards `min`. */
export const freeText = (raw: string, rule: TextRule): Checked<string> =>
  onward(plainText(raw), (text) => measured(text, rule))

/** Several lines: `\n` is kept (`\r\n` becomes `\n`, a tab a space), everything else as in `freeText`. */
export const longText = (raw: string, rule: TextRule): Checked<string> => {
  const lines = raw.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' ').split('\n')
  for (const line of lines) {
    const checked = passable(line)
    if (!checked.ok) return checked
  }
  return measured(lines.join('\n').normalize('NFC').trim(), rule)
}

/** `freeText` as a check, for `field(textCheck({ min: 2, max: 50 }))`. */
export const textCheck = (rule: TextRule): Check => (raw) => freeText(raw, rule)
export const longTextCheck = (rule: TextRule): Check => (raw) => longText(raw, rule)
