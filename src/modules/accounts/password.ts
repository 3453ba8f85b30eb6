import type { Finding } from '../../kernel/check.ts'

/**
 * What a password must be (S1-14, fields.md 1.6). Pure and small, so that the browser judges live by the same law;
 * the list of common passwords is the server's (`common-passwords.ts`).
 */
export interface PasswordPolicy {
  /** How many of capitals, small letters, digits and others; 0: any. */
  minClasses: number
  /** Days until it must be changed; 0: never. */
  maxAgeDays: number
}

export const defaultPolicy: PasswordPolicy = { minClasses: 3, maxAgeDays: 0 }
export const minLength = 10
/** Far beyond the 64 that must be taken, and short enough to hash. */
export const maxLength = 128

/** What others know of this person, and what therefore must not stand in the password. */
export interface PasswordContext {
  userName?: string | null
  phone?: string | null
  mail?: string | null
  /** Short names of the unit, the person's name in letters. */
  names?: readonly (string | null | undefined)[]
}

/** Words that everybody here would try first. */
const placeWords = ['kjj', 'kejiju', 'keji', 'kehui', 'chongqing', 'tianjin', 'zhgg', 'ykb', 'csti', 'password', 'admin', 'qwerty', '1qaz2wsx']

/** Letters that people write as digits and signs. */
const leet: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '|': 'i', '0': 'o', '$': 's', '5': 's', '7': 't' }
export const unleet = (text: string): string => text.replace(/[@431!|0$57]/g, (c) => leet[c] ?? c)

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The first word of the context that stands in the password, also written with digits for letters; null if none does. */
function contextWord(password: string, context: PasswordContext): string | null {
  const folded = fold(password)
  const forms = [folded, unleet(folded), folded.replace(/[^\p{L}\p{N}]/gu, '')]
  const phone = context.phone?.replace(/\D/g, '') ?? ''
  const mailName = fold(context.mail?.split('@')[0] ?? '')
  const own = [fold(context.userName ?? ''), mailName, ...mailName.split(/[._+-]/)].filter((word) => word.length >= 4)
  const names = (context.names ?? []).map((name) => fold(name ?? '')).filter((name) => /\p{Script=Han}{2}/u.test(name) || name.length >= 4)
  const numbers = phone.length >= 8 ? [phone, phone.slice(-8), phone.slice(0, 8)] : []
  return [...own, ...numbers, ...names, ...placeWords].find((word) => forms.some((form) => form.includes(word))) ?? null
}

const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u] as const
const classesOf = (password: string): number => kinds.filter((kind) => kind.test(password)).length

/** A year at either end, with the signs around it: what people add to fill the ten characters. */
const years = /^[\p{P}\p{S}]*(19|20)\d\d(0[1-9]|1[0-2])?[\p{P}\p{S}]*|[\p{P}\p{S}]*(19|20)\d\d[\p{P}\p{S}]*$/gu

/**
 * How many characters are worth guessing: one that repeats the one before it, or goes on as the two before it (123, 321,
 * abc) or along a row of the keyboard, adds nothing.
 */
export function worth(text: string): number {
  const rows = 'qwertyuiop asdfghjkl zxcvbnm 1234567890 poiuytrewq lkjhgfdsa mnbvcxz 0987654321'
  const characters = [...fold(text)]
  return characters.filter((c, i) => {
    const [a, b] = [characters[i - 2], characters[i - 1]]
    if (c === b) return false
    if (a === undefined || b === undefined) return true
    const step = (b.codePointAt(0) ?? 0) - (a.codePointAt(0) ?? 0)
    const onward = Math.abs(step) === 1 && (c.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0) === step
    return !onward && !rows.includes(a + b + c)
  }).length
}

/**
 * Why a password cannot be taken, or null. What is counted are characters as a person sees them in NFC; nothing is cut
 * off or folded before it is hashed. Beside this law the server looks into its list (`newPasswordProblem`).
 */
export function passwordProblem(password: string, context: PasswordContext = {}, policy: PasswordPolicy = defaultPolicy): Finding | null {
  if (password === '') return { code: 'field.required' }
  if (!password.isWellFormed() || /\p{Cc}/u.test(password)) return { code: 'password.characters' }
  const plain = password.normalize('NFC')
  const length = [...plain].length
  if (length > maxLength) return { code: 'password.long', params: { max: maxLength } }
  if (length < minLength || classesOf(plain) < policy.minClasses) {
    return policy.minClasses > 0
      ? { code: 'password.weak', params: { min: minLength, classes: policy.minClasses } }
      : { code: 'password.short', params: { min: minLength } }
  }
  const word = contextWord(plain, context)
  if (word !== null) return { code: 'password.context', params: { word } }
  if (!/\p{Script=Han}/u.test(plain) && worth(plain.replace(years, '')) < 6) return { code: 'password.simple' }
  return null
}

export interface Strength {
  /** 0 none, 1 weak, 2 fair, 3 good, 4 strong. Below 2 stands what would be refused as well. */
  score: 0 | 1 | 2 | 3 | 4
  /** What to do about it, most important first; word keys. */
  findings: Finding[]
}

/** Live strength while one types (S1-14): a foretaste, the server decides. */
export function passwordStrength(password: string, context: PasswordContext = {}, policy: PasswordPolicy = defaultPolicy): Strength {
  if (password === '') return { score: 0, findings: [] }
  const problem = passwordProblem(password, context, policy)
  if (problem) return { score: 1, findings: [problem] }
  // About the bits a guesser must pay: what is left without years and runs, times the variety of it.
  const bits = worth(password.normalize('NFC').replace(years, '')) * Math.log2(poolOf(password))
  if (bits >= 90) return { score: 4, findings: [] }
  if (bits >= 66) return { score: 3, findings: [] }
  return { score: 2, findings: [{ code: 'password.longer' }] }
}

function poolOf(password: string): number {
  const sizes = [26, 26, 10, 32]
  const pool = kinds.reduce((sum, kind, i) => sum + (kind.test(password) ? (sizes[i] ?? 0) : 0), 0)
  return pool + (/\p{Script=Han}/u.test(password) ? 2000 : 0)
}
