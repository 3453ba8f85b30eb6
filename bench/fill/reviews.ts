import { chance, idAt } from './chance.ts'
import { today } from './people.ts'

/** Lines of the review list of the big unit at so many registrations: a thousand, then twice as many as those. The others have as many together. */
export const linesOf = (registrations: number): number => (registrations <= 1_000 ? registrations : registrations * 2)

/** Schools of the big unit; the first has a fifth of its people, and a manager who is signed in. */
export const schoolCount = 40
const begun = new Date('2024-01-01T00:00:00Z')
export const schoolId = (i: number): string => idAt(begun, 20, i)

const day = 86_400_000
const spread = 700 * day

/**
 * When the n-th line of so many was changed last: evenly over two years, so that a list of any size has lines of every
 * month, and the order of the lines is that of their numbers.
 */
const changedAt = (n: number, of: number): Date => new Date(today.getTime() - spread + Math.floor((spread * n) / of))

/** The n-th line of so many, without what its person says. */
export function reviewLine(n: number, of: number, isBig: boolean) {
  const next = chance(isBig ? 70_000_000 + n : 80_000_000 + n)
  const pick = (all: readonly string[]): string => all[Math.floor(next() * all.length)] ?? ''
  const dice = next()
  const state = dice < 0.06 ? 'pending' : dice < 0.95 ? 'approved' : 'refused'
  // One in fifty belongs to no school: the unit itself decides.
  const place = next()
  const school = place < 0.2 ? 0 : place < 0.98 ? 1 + Math.floor(next() * (schoolCount - 1)) : null
  const at = changedAt(n, of)
  return {
    id: idAt(at, isBig ? 21 : 22, n), n, state, school: isBig && school !== null ? schoolId(school) : null, sex: pick(['1', '2']),
    education: pick(['11', '14', '21', '31']), title: pick(['1', '2', '3', '4']), submitted_at: new Date(at.getTime() - Math.floor(next() * 6 * day)), at,
  }
}
