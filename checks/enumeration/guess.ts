import { demoCreditCode, demoResidentId } from '../../src/codes/demo-numbers.ts'

export type Kind = 'known' | 'unknown'

/** Somebody or something that is there, or is not: as like each other as two strangers' guesses can be. */
export interface Guess {
  userName: string
  mail: string
  phone: string
  /** Of a person whom a unit has vouched for, or of nobody. */
  document: string
  /** Of a unit that waits to be approved, or of none. */
  unitName: string
  creditCode: string
  /** Who registers with the document, and is new either way. */
  newcomer: { userName: string; mail: string; phone: string; acceptanceId: string; mailProofId: string; phoneProofId: string }
}

const day = 86_400_000

export function guess(kind: Kind, n: number): Guess {
  const [isKnown, number] = [kind === 'known', String(n).padStart(5, '0')]
  const letter = isKnown ? 'k' : 'u'
  const nth = 2 * n + (isKnown ? 0 : 1)
  const id = (what: number) => `00000000-0000-7000-8000-${what}${String(nth).padStart(11, '0')}`
  return {
    userName: `${letter}ceshi_${number}`, mail: `${letter}.ceshi${number}@example.org`, phone: `164${isKnown ? 1 : 2}00${number}`,
    document: demoResidentId('tianjin', new Date(Date.UTC(1960, 0, 1) + (nth % 14_000) * day).toISOString().slice(0, 10), Math.floor(nth / 14_000) % 1000),
    unitName: `示例待审${letter}${number}有限公司（演示）`, creditCode: demoCreditCode('tianjin', 300_000 + nth),
    newcomer: {
      userName: `x${letter}ceshi_${number}`, mail: `x${letter}.ceshi${number}@example.org`, phone: `164${isKnown ? 3 : 4}00${number}`,
      acceptanceId: id(1), mailProofId: id(2), phoneProofId: id(3),
    },
  }
}

/** The unit that newcomers choose. */
export const chosenUnitId = '00000000-0000-7000-8000-900000000001'
