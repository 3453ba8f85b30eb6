import { pinyin } from 'pinyin-pro'

/** The form that is searched: NFKC (a Kangxi radical is its hanzi), lower case, no spaces, one middle dot. */
export const searchForm = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/[\s\u200B-\u200F\u2060]/g, '').replace(/[・‧•⋅∙]/g, '·')

/** Every pair of neighbouring characters, once each; of a text of one character, that character (D21). */
export function bigrams(text: string): string[] {
  const characters = [...searchForm(text)]
  if (characters.length < 2) return characters
  return [...new Set(characters.slice(1).map((c, i) => `${characters[i]}${c}`))]
}

/**
 * A key that sorts names by pinyin in a database without Chinese collations (重庆 under c). Bytes decide: syllables are
 * divided by a space, numbers are padded, and what has no pinyin sorts last by its code point. `person` reads the first
 * character as a family name (单 shan).
 */
export function sortKey(name: string, { person = false } = {}): string {
  const text = name.normalize('NFKC').toLowerCase().replace(/\d+/g, (digits) => digits.padStart(8, '0'))
  const surname = person ? 'head' : 'off'
  return pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true, surname })
    .map((syllable) => [...syllable].map(byteForm).join(''))
    .map((syllable) => syllable.trim())
    .filter((syllable) => syllable !== '')
    .join(' ')
}

const byteForm = (c: string): string => {
  if (/[a-z0-9 ]/.test(c)) return c
  return /[\p{P}\p{S}\s]/u.test(c) ? ' ' : `~${(c.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`
}
