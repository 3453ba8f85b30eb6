import { describe, expect, test } from 'vitest'
import { cohortsOf, isOpen, levelsOf, windowFor, windowForAll, whenOpen, type WindowRow } from './windows.ts'

const at = (text: string) => new Date(`2026-12-${text}+08:00`)
const row = (nth: number, closes: string, more: Partial<WindowRow> = {}): WindowRow =>
  ({ level: 'leader', nth, opensAt: at('01T09:00:00'), closesAt: at(closes), begunBefore: null, reason: nth > 1 ? '系统维护' : '', movedAt: at('01T08:00:00'), ...more })
const first = row(1, '20T17:00:00')

describe('E55 from the first second to the last one, which still counts', () => {
  test.each([
    ['01T08:59:59.999', 'before'], ['01T09:00:00.000', 'open'], ['20T16:59:59.000', 'open'], ['20T17:00:00.000', 'open'], ['20T17:00:00.999', 'open'], ['20T17:00:01.000', 'after'],
  ])('at %s it is %s', (time, expected) => expect(whenOpen(first, at(time))).toBe(expected))

  test('a level without window is open', () => expect(isOpen(null, at('31T23:59:59'))).toBe(true))
})

describe('I12 the window in force', () => {
  const begun = at('10T10:00:00')

  test('is the last row for everybody', () => {
    expect(windowFor([first, row(2, '22T17:00:00'), row(3, '21T17:00:00')], 'leader', begun)).toMatchObject({ nth: 3, closesAt: at('21T17:00:00') })
  })

  test('rows of another level say nothing', () => {
    expect(windowFor([{ ...first, level: 'unit' }], 'leader', begun)).toBeNull()
  })

  test('for drafts begun before a time is theirs alone', () => {
    const windows = [first, row(2, '25T17:00:00', { begunBefore: at('15T00:00:00') })]
    expect(windowFor(windows, 'leader', begun)?.nth).toBe(2)
    expect(windowFor(windows, 'leader', at('15T00:00:00'))?.nth).toBe(1)
    expect(windowForAll(windows, 'leader')?.nth).toBe(1)
  })

  test('the later closing wins, whichever was moved last', () => {
    const cohort = row(2, '25T17:00:00', { begunBefore: at('15T00:00:00') })
    expect(windowFor([first, cohort, row(3, '23T17:00:00')], 'leader', begun)?.nth).toBe(2)
    expect(windowFor([first, cohort, row(3, '28T17:00:00')], 'leader', begun)?.nth).toBe(3)
  })

  test('of two moves for the same drafts the last one counts', () => {
    const moved = (nth: number, closes: string) => row(nth, closes, { begunBefore: at('15T00:00:00') })
    expect(windowFor([first, moved(2, '28T17:00:00'), moved(3, '24T17:00:00')], 'leader', begun)?.nth).toBe(3)
  })

  test('a longer one, once given, stays, though drafts begun later are given a shorter one afterwards', () => {
    const windows = [first, row(2, '28T17:00:00', { begunBefore: at('10T12:00:00') }), row(3, '24T17:00:00', { begunBefore: at('18T00:00:00') })]
    expect(windowFor(windows, 'leader', begun)?.nth).toBe(2)
    expect(windowFor(windows, 'leader', at('10T12:00:00'))?.nth).toBe(3)
    expect(windowFor(windows, 'leader', at('18T00:00:00'))?.nth).toBe(1)
    expect(cohortsOf(windows)).toEqual([at('10T12:00:00'), at('18T00:00:00')])
  })

  test('the order of the rows does not matter', () => {
    expect(windowFor([row(2, '22T17:00:00'), first], 'leader', begun)?.nth).toBe(2)
  })
})

test('D17 levels of a chain', () => {
  expect(levelsOf({ chain: { department: true, authority: true } })).toEqual(['leader', 'department', 'unit', 'authority', 'bureau'])
  expect(levelsOf({ chain: { department: false, authority: false } })).toEqual(['leader', 'unit', 'bureau'])
})
