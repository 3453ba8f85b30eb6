import { readFileSync } from 'node:fs'
import type { Finding } from '../../kernel/check.ts'
import { passwordProblem, unleet, worth, type PasswordContext, type PasswordPolicy } from './password.ts'

/** Server only: the list does not belong into a browser. Read once, at the first question. */
let lists: { whole: ReadonlySet<string>; stems: ReadonlySet<string> } | null = null

function load() {
  const text = readFileSync(new URL('./data/common-passwords.txt', import.meta.url), 'utf8')
  const [, whole = '', stems = ''] = text.split(/^\[\w+\]\n/m)
  const linesOf = (part: string) => new Set(part.split('\n').filter(Boolean))
  return { whole: linesOf(whole), stems: linesOf(stems) }
}

const bare = (text: string): string => text.replace(/^[^a-z]+|[^a-z]+$/g, '')
const withoutTail = (text: string): string => text.replace(/[^a-z]+$/g, '')

/**
 * Whether a password is one that guessers try early: on the list of the most common ones as it is, with digits for
 * letters, or a common word stretched by a few digits and signs (`Password123!`, `Qwerty12345`).
 */
export function isCommon(password: string): boolean {
  lists ??= load()
  const folded = password.normalize('NFKC').toLowerCase()
  if (lists.whole.has(folded) || lists.whole.has(unleet(folded))) return true
  const cores = [bare(folded), unleet(bare(folded)), unleet(withoutTail(folded)), bare(unleet(folded))]
  for (const core of cores) {
    // `dragonDRAGON`, `abcd-abcd`: the same word again adds nothing.
    const words = [...new Set(core.split(/[^a-z]+/))]
    const once = words.length === 1 ? (words[0] ?? '').replace(/^(.+?)\1+$/, '$1') : ''
    if (once.length < 4 || !lists.stems.has(once)) continue
    const rest = folded.length - core.length
    if (rest < 10 || worth(folded) - worth(core) < 8) return true
  }
  return false
}

/** The whole law of a new password: that of `password.ts`, then the list. null: it can be taken. */
export function newPasswordProblem(password: string, context: PasswordContext, policy: PasswordPolicy): Finding | null {
  return passwordProblem(password, context, policy) ?? (isCommon(password) ? { code: 'password.common' } : null)
}
