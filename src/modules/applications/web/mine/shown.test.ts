import { describe, expect, it } from 'vitest'
import { translator } from '../../../../kernel/words.ts'
import { applicationStates } from '../../state.ts'
import { zh } from '../../words.zh.ts'
import { groupOf, stateWord, untilOf } from './shown.ts'

const t = translator(zh, 'zh')

describe('S2-78 the own list', () => {
  it('says the headline, and of 未提交 which kind it is', () => {
    expect([stateWord(t, { state: 'returned', headline: 'unsubmitted' }), stateWord(t, { state: 'draft', headline: 'unsubmitted' }), stateWord(t, { state: 'bureau', headline: 'bureau' })])
      .toEqual(['未提交 · 退回待修改', '未提交 · 草稿', '科技局审核'])
  })

  it('every state is in one group', () => {
    expect(Object.fromEntries(applicationStates.map((state) => [state, groupOf(state)]))).toEqual({
      draft: 'todo', returned: 'todo', withdrawn: 'todo', department: 'underway', unit: 'underway', authority: 'underway', bureau: 'underway', accepted: 'ended', not_accepted: 'ended',
    })
  })

  it('E53 the correction window comes before the window of the call, and what is under way has none', () => {
    const [window, correction] = ['2026-12-04T10:00:00Z', '2026-12-09T16:00:00Z']
    expect(untilOf({ state: 'draft', correctUntil: null, leaderClosesAt: window })).toEqual({ at: window, kind: 'window' })
    expect(untilOf({ state: 'returned', correctUntil: correction, leaderClosesAt: window })).toEqual({ at: correction, kind: 'correction' })
    expect(untilOf({ state: 'unit', correctUntil: null, leaderClosesAt: window })).toBeNull()
  })
})
