import { isDrawable } from './fonts.ts'

/** Marks around the code of a character that the fonts lack; the template draws a frame around it. No font has them. */
export const missingMarks = { from: '\u{F0000}', to: '\u{F0001}' } as const

const invisible = /[\p{Default_Ignorable_Code_Point}\u{FE00}-\u{FE0F}]/u

/**
 * Text as it can be printed: a character that the fonts cannot draw (some of GB 18030's third level, emoji) becomes its code
 * point between two marks, `U+20BB7`, so that it is neither lost nor an empty box that could be anything.
 */
export function legible(text: string): string {
  let out = ''
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code === 10 || isDrawable(code)) out += character
    else if (code === 9) out += ' '
    else if (code >= 32 && !invisible.test(character)) out += `${missingMarks.from}U+${code.toString(16).toUpperCase().padStart(4, '0')}${missingMarks.to}`
  }
  return out
}

/** Every string within a value made legible: arrays and plain objects are walked, keys are ours. */
export function legibleData<T>(value: T): T {
  if (typeof value === 'string') return legible(value) as T
  if (Array.isArray(value)) return value.map((one: unknown) => legibleData(one)) as T
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, legibleData(one as unknown)])) as T
  return value
}
