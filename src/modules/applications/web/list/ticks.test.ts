import { describe, expect, it } from 'vitest'
import type { ProjectRow } from '../desk/shown.ts'
import { canBatch, commonNext, ticked } from './ticks.ts'

const row = (id: string, version: number, can: string[] = ['pass', 'return'], next: ProjectRow['next'] = 'bureau'): ProjectRow => ({
  id, number: null, title: id, category: { zh: '', en: '' }, call: { id: '', code: '', title: { zh: '', en: '' } }, leader: '', unit: { id: '', name: '' }, secondaryUnit: null, submittedAt: null, begunAt: '', state: 'unit',
  headline: 'unit', version, revision: 1, desk: null, next, since: '', until: null, queuedAt: null, warnings: 0, isFast: false, returnedBy: null, isWaiting: true, isVacant: false, isSilent: false, isLeaderGone: false, can, closed: [],
})

describe('S2-84 the ticked lines', () => {
  it('hold the version that was seen at the tick, also when the list is read anew (E49)', () => {
    const before = ticked({}, ['a'], [row('a', 3), row('b', 5)])
    expect(before).toMatchObject({ a: { version: 3 } })
    expect(ticked(before, ['a', 'b'], [row('a', 4), row('b', 5)])).toMatchObject({ a: { version: 3 }, b: { version: 5 } })
  })

  it('stay ticked on another page, and no longer once somebody else decided (E46)', () => {
    const before = ticked({}, ['a'], [row('a', 3)])
    expect(ticked(before, ['a'], [row('c', 1)])).toEqual(before)
    expect(ticked(before, ['a'], [row('a', 4, [])])).toEqual({})
  })

  it('D17 are named by where all of them go; where the ways part, by none', () => {
    expect(commonNext([row('a', 1), row('b', 1)])).toBe('bureau')
    expect(commonNext([row('a', 1, ['pass'], 'authority')])).toBe('authority')
    expect(commonNext([row('a', 1, ['pass'], 'authority'), row('b', 1)])).toBe(null)
    expect(commonNext([])).toBe(null)
  })

  it('受理 is decided one by one', () => {
    expect(canBatch(row('a', 1, ['accept', 'correct', 'refuse']))).toBe(false)
  })
})
