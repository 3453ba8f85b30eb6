import { notAFormula } from './not-a-formula.ts'

/** What a workbook takes in one cell, in UTF-16 units; it calls a file with more damaged. */
export const longestText = 32_767

/**
 * What XML 1.0 cannot hold or nobody can see: control characters except tab and line break, lone surrogates, the two
 * that are no characters.
 */
// oxlint-disable-next-line no-control-regex -- these are the ones to find
const notText = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

const unsafe = /[&<>"_]/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** In texts of a workbook `_x0041_` reads A (ECMA-376, 22.9.2.19): an underscore that would begin such a sign is one itself. */
const escapeOne = (found: string, at: number, whole: string): string =>
  entities[found] ?? (/^_x[0-9a-f]{4}_/i.test(whole.slice(at, at + 7)) ? '_x005F_' : '_')

/** Never half a character. */
const cut = (text: string): string =>
  text.length <= longestText ? text : `${text.slice(0, longestText - 1).replace(/[\uD800-\uDBFF]$/, '')}…`

/** A text as the XML of a cell holds it: no formula, no control characters, no broken characters, never too long. */
export function cellText(value: string): string {
  const clean = cut(notAFormula(value.replace(notText, '')).replace(/\r\n?/g, '\n'))
  return clean.replace(unsafe, escapeOne)
}
