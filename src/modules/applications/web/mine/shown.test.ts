import { describe, expect, it } from 'vitest'
import { translator } from '../../../../kernel/words.ts'
import { applicationStates } from '../../state.ts'
import { zh } from '../../words.zh.ts'
import { groupOf, stateWord, tooLate, untilOf } from './shown.ts'

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

  it('E53 E55 of a correction and the window of the call the later one is until when, and what is under way has none', () => {
    const [early, late] = ['2026-12-04T10:00:00Z', '2026-12-09T16:00:00Z']
    expect(untilOf({ state: 'draft', correctUntil: null, leaderClosesAt: early })).toEqual({ at: new Date(early), kind: 'window' })
    expect(untilOf({ state: 'returned', correctUntil: late, leaderClosesAt: early })).toEqual({ at: new Date(late), kind: 'correction' })
    // Three working days, while the leaders' window is open for weeks: he may hand in until that closes.
    expect(untilOf({ state: 'returned', correctUntil: early, leaderClosesAt: late })).toEqual({ at: new Date(late), kind: 'window' })
    expect(untilOf({ state: 'unit', correctUntil: null, leaderClosesAt: early })).toBeNull()
  })

  it('E53 E55 time alone has closed 提交, and nothing that the leader could mend', () => {
    const closed = (code: string, verb = 'submit') => tooLate({ closed: [{ verb, code, params: {} }] })?.code ?? null
    expect([closed('applications.window.late'), closed('applications.correction.late')]).toEqual(['applications.window.late', 'applications.correction.late'])
    expect([closed('applications.window.early'), closed('projects.profile_pending'), closed('applications.window.late', 'change'), tooLate({ closed: [] })]).toEqual([null, null, null, null])
  })
})
