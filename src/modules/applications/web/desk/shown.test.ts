import { describe, expect, it } from 'vitest'
import { levelAfter } from '../../route.ts'
import type { DeskLevel } from '../../state.ts'
import { en } from '../../words.en.ts'
import { zh } from '../../words.zh.ts'
import { batchWay, passLabel } from './shown.ts'

const [withAuthority, without] = [{ authority: 'the authority of the unit' }, { authority: null }]
const nextOf = (level: DeskLevel, isWith: boolean) => levelAfter(isWith ? withAuthority : without, level)

describe('D17 C7 the pass is called by where it leads', () => {
  it.each([
    ['department', true, '项目申报审核（单位）', 'Application review (unit)'],
    ['department', false, '项目申报审核（单位）', 'Application review (unit)'],
    ['unit', true, '提交至主管部门', 'Pass on to the authority'],
    ['unit', false, '提交至科技局', 'Pass on to the bureau'],
    ['authority', true, '提交至科技局', 'Pass on to the bureau'],
  ] as const)('D17 S2-82 S2-88 at the %s, with an authority in the chain: %s', (level, isWith, chinese, english) => {
    const label = passLabel(nextOf(level, isWith))
    expect([zh[label], en[label]]).toEqual([chinese, english])
  })

  it('S2-84 S2-90 of a batch likewise; a set that goes two ways by what they have in common', () => {
    const wordOf = (next: DeskLevel | null) => zh[`applications.batch.choice.pass.${batchWay(next)}`]
    expect([nextOf('department', true), nextOf('unit', true), nextOf('unit', false), nextOf('authority', true), null].map(wordOf)).toEqual([
      '项目申报审核（单位）', '提交至主管部门', '提交至科技局', '提交至科技局', '提交至下一级',
    ])
  })

  it('1.4.5 behind the bureau there is no pass', () => expect(nextOf('bureau', true)).toBe(null))
})
