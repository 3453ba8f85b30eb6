import type { Ask } from './client.ts'

/** Somebody who has an account, or nobody: as like each other as two strangers' guesses can be. */
export interface Guess {
  userName: string
  mail: string
  phone: string
}

export const guess = (kind: 'known' | 'unknown', n: number): Guess => {
  const number = String(n).padStart(5, '0')
  const letter = kind === 'known' ? 'k' : 'u'
  return { userName: `${letter}ceshi_${number}`, mail: `${letter}.ceshi${number}@example.org`, phone: `164${letter === 'k' ? 1 : 2}00${number}` }
}

/** One place where a stranger could learn who has an account. Each guess is used once, so that no limit is reached. */
export interface Surface {
  name: string
  ask(guess: Guess): Ask
}

export const surfaces: readonly Surface[] = [
  {
    name: 'sign-in, wrong password (verb)',
    ask: ({ userName }) => ({ path: '/api/accounts/sign-in', json: { userName, password: 'mei-Gui7hua-x' }, typed: userName }),
  },
  {
    name: 'sign-in, wrong password (page)',
    ask: ({ userName }) => ({ path: '/sign-in', form: { userName, password: 'mei-Gui7hua-x' }, typed: userName }),
  },
  { name: 'forgotten: link by mail (page)', ask: ({ mail }) => ({ path: '/forgotten', form: { mail }, typed: mail }) },
  {
    name: 'forgotten: code by mail (page)',
    ask: ({ mail }) => ({ path: '/forgotten/questions', form: { channel: 'mail', address: mail }, typed: mail }),
  },
  {
    name: 'forgotten: code by phone (page)',
    ask: ({ phone }) => ({ path: '/forgotten/questions', form: { channel: 'phone', address: phone }, typed: phone }),
  },
  {
    name: 'registration: code by mail (verb)',
    ask: ({ mail }) => ({ path: '/api/accounts/codes', json: { purpose: 'register', channel: 'mail', address: mail }, typed: mail }),
  },
  {
    name: 'registration: code by phone (verb)',
    ask: ({ phone }) => ({ path: '/api/accounts/codes', json: { purpose: 'register', channel: 'phone', address: phone }, typed: phone }),
  },
]
