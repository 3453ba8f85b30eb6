import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../kernel/refusal.ts'
import type { Level } from './document.ts'
import { rowsOfMove, type Move } from './move.ts'
import type { WindowRow } from './windows.ts'

const at = (text: string) => new Date(`2026-12-${text}+08:00`)
const [opens, now] = [at('01T09:00:00'), at('18T10:00:00')]
const row = (level: Level, nth: number, closes: string, begunBefore: string | null = null): WindowRow =>
  ({ level, nth, opensAt: opens, closesAt: at(closes), begunBefore: begunBefore ? at(begunBefore) : null, reason: '', movedAt: opens })
const windows = [row('leader', 1, '20T17:00:00'), row('department', 1, '22T17:00:00'), row('unit', 1, '24T17:00:00'), row('bureau', 1, '31T17:00:00')]
const chain: Level[] = ['leader', 'department', 'unit', 'bureau']
const to = (level: Level, closes: string) => ({ level, opensAt: opens, closesAt: at(closes) })
const move = (levels: Move['levels'], more: Partial<Move> = {}) => rowsOfMove(windows, chain, { levels, begunBefore: null, reason: '系统维护', ...more }, now)
const codeOf = (answer: ReturnType<typeof move>) => (isRefusal(answer) ? (Object.values(answer.fields)[0]?.code ?? answer.code) : 'moved')

describe('I12 E55 the bureau moves windows', () => {
  test('a move adds the next row of each level, and changes none', () => {
    const added = move([to('leader', '21T17:00:00'), to('department', '23T17:00:00')])
    expect(added).toEqual([
      { ...row('leader', 2, '21T17:00:00'), reason: '系统维护', movedAt: now }, { ...row('department', 2, '23T17:00:00'), reason: '系统维护', movedAt: now },
    ])
  })

  test.each([
    ['no level closes before the one below it', move([to('leader', '23T17:00:00')]), 'calls.closes_after.department'],
    ['unless it is moved as well', move([to('leader', '23T17:00:00'), to('department', '24T17:00:00')]), 'moved'],
    ['nor above', move([to('unit', '21T17:00:00')]), 'calls.closes_after.unit'],
    ['a level that the call does not have', move([to('authority', '25T17:00:00')]), 'calls.level_unknown'],
    ['a level twice', move([to('leader', '21T17:00:00'), to('leader', '22T17:00:00')]), 'calls.level_twice'],
    ['the same times', move([to('leader', '20T17:00:00')]), 'calls.same_window'],
    ['into the past', move([to('leader', '18T09:59:58')]), 'calls.closes_in_the_past'],
    ['closing now', move([to('leader', '18T10:00:00')]), 'moved'],
    ['closing before it opens', move([{ level: 'leader', opensAt: at('19T17:00:00'), closesAt: at('19T17:00:00') }]), 'calls.closes_before_it_opens'],
  ] as const)('%s', (_name, answer, code) => expect(codeOf(answer)).toBe(code))

  describe('for drafts begun before a time', () => {
    test.each([
      ['later than for the others', '21T17:00:00', '18T00:00:00', 'moved'],
      ['not earlier: the later closing would win', '19T17:00:00', '18T00:00:00', 'calls.cohort_not_longer'],
      ['not for drafts that are yet to begin', '21T17:00:00', '19T00:00:00', 'calls.cohort_in_future'],
    ] as const)('%s', (_name, closes, begunBefore, code) => {
      expect(codeOf(move([to('leader', closes)], { begunBefore: at(begunBefore) }))).toBe(code)
    })

    test('not earlier than a wider cohort has already, which would win; the same drafts may be given less', () => {
      const wider = [...windows, row('leader', 2, '22T17:00:00', '18T00:00:00')]
      const to21 = (begunBefore: string) => rowsOfMove(wider, chain, { levels: [to('leader', '21T17:00:00')], begunBefore: at(begunBefore), reason: '系统维护' }, now)
      expect(codeOf(to21('15T00:00:00'))).toBe('calls.cohort_not_longer')
      expect(codeOf(to21('18T00:00:00'))).toBe('moved')
    })

    test('a move for all closes no desk before drafts that were given longer', () => {
      const longer = [...windows, row('leader', 2, '23T17:00:00', '15T00:00:00'), row('department', 2, '23T17:00:00', '15T00:00:00')]
      const unitTo = (closes: string) => rowsOfMove(longer, chain, { levels: [to('unit', closes)], begunBefore: null, reason: '系统维护' }, now)
      expect(codeOf(unitTo('22T18:00:00'))).toBe('calls.closes_after.cohort')
      expect(codeOf(unitTo('23T18:00:00'))).toBe('moved')
    })

    test('each has the next number of its level', () => {
      const added = rowsOfMove([...windows, row('leader', 2, '21T17:00:00', '18T00:00:00')], chain, { levels: [to('leader', '22T17:00:00')], begunBefore: at('18T00:00:00'), reason: '系统维护' }, now)
      expect(isRefusal(added) ? added : added.map(({ nth }) => nth)).toEqual([3])
    })
  })
})
