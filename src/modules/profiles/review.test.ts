import { describe, expect, it } from 'vitest'
import type { Actor, Post } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/clock.ts'
import { actedFor, deskVerbNames, reviewProcedure, reviewRolesOf, whyNot, whyNotSubmit, whyNotWithdraw, type ReviewFacts } from './review.ts'
import { reviewStates } from './state.ts'

const now = new Date('2026-03-20T02:00:00Z')
const silence = { now, days: 5 }
const acting = (post: Post, scopeId: string, accountId = 'reviewer'): Actor =>
  ({ accountId, userName: 'a', displayName: 'A', sessionId: 's', mandate: { post, scopeId, unitId: 'unit', scopeName: '重庆示例大学' } })
const unit = acting('unit_account', 'unit')
const authorised = acting('authorised_person', 'unit')
const manager = acting('secondary_unit_manager', 'school')
const stranger = acting('unit_account', 'elsewhere')

const line = (more: Partial<ReviewFacts> = {}): ReviewFacts => ({
  state: 'pending', accountId: 'subject', unitId: 'unit', deskId: 'unit', deskName: null, manager: null, submittedAt: addDays(now, -1), decided: null, ...more,
})
const atSchool = (more: Partial<ReviewFacts> = {}) =>
  line({ deskId: 'school', deskName: '软件学院', manager: { name: '罗清扬', since: new Date('2026-03-02T00:00:00Z'), by: '周衡' }, ...more })

const code = (f: ReviewFacts, actor: Actor | null, verb: (typeof deskVerbNames)[number] = 'approve') => whyNot(verb, f, actor, silence)?.code ?? null

describe('the table of steps', () => {
  it('1.4.4 S2-52 leads from every state as the manual and the field say, and nowhere else', () => {
    const walked = reviewStates.flatMap((state) => (['self', 'desk', 'acting'] as const).map((role) => [state, role, reviewProcedure.can(state, [role]).join(' ')]))
    expect(walked.filter(([, , verbs]) => verbs)).toEqual([
      ['pending', 'self', 'withdraw'], ['pending', 'desk', 'approve refuse'], ['pending', 'acting', 'approve refuse'],
      ['approved', 'self', 'submit'], ['refused', 'self', 'submit'], ['withdrawn', 'self', 'submit'], ['left', 'self', 'submit'],
    ])
    expect(reviewProcedure.steps.filter((step) => 'reason' in step).map((step) => step.verb)).toEqual(['refuse'])
  })
})

describe('who may decide, and why not', () => {
  it('S2-54 S2-57 S2-59 whoever is responsible decides, where the manual says 一级单位 (C4): the unit for its own staff, the manager for the secondary unit', () => {
    expect([unit, authorised, manager, stranger, null].map((actor) => code(line(), actor))).toEqual([null, null, 'profiles.at_unit', 'profiles.at_unit', 'profiles.at_unit'])
    expect([unit, authorised, manager].map((actor) => code(atSchool(), actor, 'refuse'))).toEqual(['profiles.at_secondary_unit', 'profiles.at_secondary_unit', null])
  })

  it('S2-57 N11 the unit hears which secondary unit has it, who manages that since when, and from when on it may act', () => {
    expect(whyNot('approve', atSchool(), unit, silence)?.params).toEqual({ name: '软件学院', manager: '罗清扬', since: '2026-03-02', by: '周衡', from: '2026-03-24 10:00' })
  })

  it('D11 E36 E37 the unit may act for one without manager at once, and for a silent one after the days of the setting', () => {
    expect([actedFor(line(), silence), actedFor(atSchool(), silence), actedFor(atSchool({ manager: null }), silence)]).toEqual([null, null, 'vacant'])
    expect(actedFor(atSchool({ submittedAt: addDays(now, -5) }), silence)).toBe('silent')
    expect(actedFor(atSchool({ submittedAt: new Date(addDays(now, -5).getTime() + 1) }), silence)).toBeNull()
    expect(code(atSchool({ manager: null }), unit)).toBeNull()
    expect(code(atSchool({ submittedAt: addDays(now, -6) }), authorised, 'refuse')).toBeNull()
    expect(code(atSchool({ manager: null }), stranger)).toBe('profiles.at_unit')
  })

  it('E38 I11 nobody decides on himself, whatever he is there', () => {
    for (const actor of [acting('authorised_person', 'unit', 'subject'), acting('secondary_unit_manager', 'school', 'subject')]) {
      for (const verb of deskVerbNames) expect([code(line(), actor, verb), code(atSchool({ manager: null }), actor, verb)]).toEqual(['profiles.own_review', 'profiles.own_review'])
      expect(reviewRolesOf(actor, atSchool(), silence)).toEqual(['self'])
    }
  })

  it('E20 what is decided is not decided again: whoever comes second hears who and when', () => {
    const decided = { at: new Date('2026-03-19T01:05:00Z'), by: '周衡' }
    for (const state of ['approved', 'refused', 'withdrawn'] as const) {
      const refusal = whyNot('approve', line({ state, decided }), unit, silence)
      expect([refusal?.code, refusal?.status, refusal?.params]).toEqual([`profiles.review.decided.${state}`, 409, { time: '2026-03-19 09:05', by: '周衡' }])
    }
    expect(code(line({ state: 'left', decided }), unit)).toBe('profiles.review.left')
  })

  it('E39 what waits is locked for its person, who may take it back; without it there is nothing to take back', () => {
    const waiting = { deskName: '软件学院', since: now }
    expect([whyNotSubmit(null), whyNotSubmit(waiting)?.params]).toEqual([null, { desk: '软件学院', since: '2026-03-20 10:00' }])
    expect([whyNotWithdraw(waiting), whyNotWithdraw(null)?.code]).toEqual([null, 'profiles.not_pending'])
  })
})
