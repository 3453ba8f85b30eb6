import { describe, expect, test } from 'vitest'
import type { Level } from './document.ts'
import { toldOf } from './told.ts'
import type { WindowRow } from './windows.ts'

const day = (n: number) => new Date(Date.UTC(2026, 11, n, 10))
const row = (level: Level, nth: number, closes: number, begunBefore: number | null = null): WindowRow =>
  ({ level, nth, opensAt: day(1), closesAt: day(closes), begunBefore: begunBefore === null ? null : day(begunBefore), reason: '', movedAt: day(1) })
/** Whoever began before the 5th has until the 15th, all others until the 10th. */
const before = [row('leader', 1, 10), row('department', 1, 20), row('leader', 2, 15, 5)]
const [early, late] = [day(2), day(6)]

describe('I12 E55 what a move is to whoever writes', () => {
  test.each([
    ['all to the 12th: who has longer hears nothing', [row('leader', 3, 12)], [early], null],
    ['the others hear of their new window', [row('leader', 3, 12)], [late], { what: 'moved', closesAt: day(12) }],
    ['beyond the longer one everybody hears', [row('leader', 3, 18)], [early], { what: 'moved', closesAt: day(18) }],
    ['a move for some is nothing to the others', [row('leader', 3, 17, 5)], [late], null],
    ['of the desks alone each reads his own closing', [row('department', 2, 22)], [early], { what: 'desks_moved', closesAt: day(15) }],
    ['his own, where the desks are moved for all and the leaders for some', [row('leader', 3, 17, 5), row('department', 2, 22)], [late], { what: 'desks_moved', closesAt: day(10) }],
    ['of several drafts only those that it changes are told of', [row('leader', 3, 12)], [early, late], { what: 'moved', closesAt: day(12) }],
    ['of several the first to close', [row('department', 2, 22)], [early, late], { what: 'desks_moved', closesAt: day(10) }],
  ] as const)('%s', (_name, added, begun, told) => expect(toldOf(before, added, begun)).toEqual(told))
})
